"""What needs no window of driving one; the rest: tests/packaging/test_pictures.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import driven_window
from driven_window import Failed


def test_a_program_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no screen')"]
    with (
        pytest.raises(Failed, match="did not get ready:\nno screen"),
        driven_window.opened(tmp_path, ":no", command),
    ):
        pytest.fail("nothing was opened")
