"""Finding the program's own files."""

from __future__ import annotations

import pytest

from app.resources import resource


def test_the_shipped_sounds_are_found() -> None:
    for name in ("beep", "practice-prompt", "practice-nothing-heard", "demo-caller"):
        assert resource(f"sounds/{name}.wav").is_file()


def test_a_missing_one_is_said() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.wav.*Install the program again"):
        resource("sounds/no-such.wav")
