#!/usr/bin/env python3
"""Drives the whole demo in a real window, and takes the pictures that the README shows.

    python3 packaging/dev.py pictures [--short] [FOLDER]

Xvfb and a virtual sound card are started for it; the window has folders of its own. A person's
keys and clicks make a call to the practice bot, end it with #, look why it ended, and visit every
part of the window. Pictures go to FOLDER (default: resources/pictures). --short ends after the
first of them: the call, and why it ended.

Exit code 0 when all of it went well; otherwise 1, and a line says what did not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import dev_steps
from demo_story import Story
from dev_common import LINUX, ROOT, CannotGoOn, say
from driven_window import opened
from x_windows import Failed

PICTURES = ROOT / "resources" / "pictures"
DEMO = ROOT / "resources" / "sounds" / "demo-caller.wav"
SCREEN = "1600x1300"


def _seed(home: Path) -> None:
    """The window as somebody finds it who is here for the first time, with the demo's caller."""
    (home / "config" / "callsim").mkdir(parents=True)
    known = f"[phone]\ncaller={DEMO}\n"
    (home / "config" / "callsim" / "window.ini").write_text(known, "utf-8")


def take(folder: Path, *, short: bool, command: list[str] | None = None) -> list[Path]:
    """Take the pictures and return their paths. Raises Failed, CannotGoOn.

    ``command`` is what opens the window, where it is not this checkout's program.
    """
    sys.path.insert(0, str(ROOT))
    from tests.helpers.virtual_audio import sound_card

    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="callsim-pictures-") as place,
        dev_steps.virtual_screen(SCREEN) as display,
        sound_card(),
    ):
        home = Path(place)
        _seed(home)
        with opened(home, display, command) as window:
            story = Story(window, folder)
            (story.short if short else story.whole)()
    return story.taken


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    short = "--short" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--short"]
    if len(folders) > 1 or any(str(folder).startswith("-") for folder in folders):
        say(f"Unknown: {' '.join(arguments)}\n\n{__doc__}")
        return 2
    if not LINUX:
        say("FAILED: there are Xvfb and xdotool on Linux only.")
        return 1
    try:
        taken = take(folders[0] if folders else PICTURES, short=short)
    except (Failed, CannotGoOn, OSError, subprocess.SubprocessError) as problem:
        say(f"FAILED: {problem}")
        return 1
    say(f"{len(taken)} pictures.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
