"""What needs no X server; the rest: tests/packaging/test_pictures.py."""

from __future__ import annotations

import pytest

import x_windows
from x_windows import Box, Failed


def test_a_box_knows_its_size() -> None:
    assert Box(10, 20, 110, 60).size == (100, 40)


def test_no_xdotool_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Failed, match="There is no xdotool"):
        x_windows.xdotool(":0", "version")
