"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

from app.ui.preferences import (
    RECENT_BOTS,
    preferences,
    recent_bots,
    remember,
    remember_bot,
    remembered,
)


def test_it_is_kept_in_the_users_configuration_folder(user_folders: Path) -> None:
    kept = preferences()
    assert Path(kept.fileName()) == user_folders / "config" / "callsim" / "window.ini"


def test_a_text_is_remembered() -> None:
    assert remembered("phone/bot", "none") == "none"
    remember("phone/bot", "http://localhost:3978/?a=1,2;ü")
    assert remembered("phone/bot") == "http://localhost:3978/?a=1,2;ü"


def test_what_somebody_wrote_into_the_file_does_no_harm() -> None:
    preferences().setValue("phone/bot", ["a", "list"])
    assert remembered("phone/bot", "none") == "none"


def test_recent_bots_are_few_and_each_once() -> None:
    assert recent_bots() == []
    for number in range(RECENT_BOTS + 3):
        remember_bot(f"http://bot{number}/")
    remember_bot("http://bot5/")
    recent = recent_bots()
    assert recent[0] == "http://bot5/" and len(recent) == len(set(recent)) == RECENT_BOTS
