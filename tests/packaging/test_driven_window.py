"""What needs no window of driving one; the rest: tests/packaging/test_pictures.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

import driven_window
from driven_window import Box, Failed


def gradient() -> Image.Image:
    return Image.linear_gradient("L").convert("RGB").resize((640, 400))


def test_pictures_are_alike_only_to_the_pixel() -> None:
    one, other = gradient(), gradient()
    assert driven_window.same(one, other)
    other.putpixel((5, 5), (1, 2, 3))
    assert not driven_window.same(one, other)
    assert not driven_window.same(one, one.crop((0, 0, 10, 10)))


def test_a_picture_is_kept_small_and_looks_as_it_did(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    driven_window.save(gradient(), path)
    with Image.open(path) as kept:
        assert kept.mode == "P" and kept.size == (640, 400)
        colour = kept.convert("RGB").getpixel((320, 200))
        meant = gradient().getpixel((320, 200))
    assert isinstance(colour, tuple) and isinstance(meant, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(colour, meant, strict=True))


def test_a_box_knows_its_size() -> None:
    assert Box(10, 20, 110, 60).size == (100, 40)


def test_a_program_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no screen')"]
    with (
        pytest.raises(Failed, match="did not get ready:\nno screen"),
        driven_window.opened(tmp_path, ":no", command),
    ):
        pytest.fail("nothing was opened")


def test_no_xdotool_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Failed, match="There is no xdotool"):
        driven_window._xdotool(":0", "version")
