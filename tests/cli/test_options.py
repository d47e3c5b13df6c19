"""What several commands read alike."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from app.cli import UserError
from app.cli.options import check_folder, read_caller, read_presses, read_settings
from app.runtime.feeder import Press


def test_keys_with_times() -> None:
    assert read_presses(["#@2.5", "a@0", "5@.25"]) == [
        Press("#", 40_000),
        Press("A", 0),
        Press("5", 4_000),
    ]


@pytest.mark.parametrize("text", ["#", "#@", "@1", "x@1", "11@1", "#@-1", "#@1s", ""])
def test_what_is_no_key_with_a_time_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="TONE@SECONDS"):
        read_presses([text])


def test_settings_and_the_callers_start() -> None:
    options = argparse.Namespace(set=["hearing.sensitivity=0.7"], caller_starts="call")
    settings = read_settings(options)
    assert settings.sensitivity == 0.7 and settings.caller_starts == "call"
    with pytest.raises(UserError, match="NAME=VALUE"):
        read_settings(argparse.Namespace(set=["x"]))


def test_a_missing_caller_is_refused(tmp_path: Path) -> None:
    assert read_caller("silence").kind == "silence"
    with pytest.raises(UserError, match="There is no sound file"):
        read_caller(str(tmp_path / "no.wav"))


def test_a_folder_is_made_or_refused(tmp_path: Path) -> None:
    assert check_folder(str(tmp_path / "new")).is_dir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot be made"):
        check_folder(str(tmp_path / "file" / "below"))
