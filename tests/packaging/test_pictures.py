"""The script that takes the README's pictures: its short form, in a real window."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

import demo_story
import pictures
from dev_common import ROOT

NEEDED = ("Xvfb", "xdotool", "pulseaudio")
DRIVEN = pytest.mark.skipif(
    sys.platform != "linux" or (not os.environ.get("CI") and not all(map(shutil.which, NEEDED))),
    reason=f"needs {', '.join(NEEDED)}",
)
"""In CI they are installed: there it fails without them."""


def looks(path: Path) -> tuple[tuple[int, int], int]:
    """Return a picture's size and number of colours."""
    with Image.open(path) as picture:
        colours = picture.convert("RGB").getcolors(1 << 24)
        assert colours is not None
        return picture.size, len(colours)


@pytest.mark.window
@pytest.mark.slow
@DRIVEN
def test_a_person_makes_the_call_and_sees_why_it_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pictures.main(["--short", str(tmp_path)]) == 0, capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} == {"tour.png", "window.png"}
    size, colours = looks(tmp_path / "window.png")
    assert size == demo_story.SIZE and colours > 100
    assert (tmp_path / "window.png").stat().st_size < 150_000


@pytest.mark.window
@DRIVEN
def test_a_program_that_opens_no_window_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no window today')"]
    with pytest.raises(pictures.Failed, match="did not get ready:\nno window today"):
        pictures.take(tmp_path, short=True, command=command)


def test_what_it_does_not_know_it_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert pictures.main(["--shorter"]) == 2
    assert pictures.main(["one", "two"]) == 2
    assert "Unknown: --shorter" in capsys.readouterr().out


def test_readme_shows_every_picture_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"resources/pictures/([\w-]+\.png)", readme))
    assert shown == {path.name for path in pictures.PICTURES.iterdir()}


def test_pictures_are_few_enough_for_a_repository() -> None:
    assert sum(path.stat().st_size for path in pictures.PICTURES.iterdir()) < 1_500_000
