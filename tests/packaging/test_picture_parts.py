"""The parts of the window, found in pictures that are painted here."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import picture_parts
from app.ui.theme import LIGHT
from x_windows import Failed


def gradient() -> Image.Image:
    return Image.linear_gradient("L").convert("RGB").resize((640, 400))


def test_pictures_are_alike_only_to_the_pixel() -> None:
    one, other = gradient(), gradient()
    assert picture_parts.same(one, other)
    other.putpixel((5, 5), (1, 2, 3))
    assert not picture_parts.same(one, other)
    assert not picture_parts.same(one, one.crop((0, 0, 10, 10)))


def test_a_picture_is_kept_small_and_looks_as_it_did(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    picture_parts.save(gradient(), path)
    with Image.open(path) as kept:
        assert kept.mode == "P" and kept.size == (640, 400)
        colour = kept.convert("RGB").getpixel((320, 200))
        meant = gradient().getpixel((320, 200))
    assert isinstance(colour, tuple) and isinstance(meant, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(colour, meant, strict=True))


def test_the_share_that_changed_is_counted() -> None:
    one, other = gradient(), gradient()
    assert picture_parts.share_of_change(one, other) == 0
    other.paste("red", (0, 0, 320, 400))
    assert picture_parts.share_of_change(one, other) == pytest.approx(0.5)


def test_the_colours_are_those_of_the_light_palette() -> None:
    assert LIGHT.prompt.getRgb()[:3] == picture_parts.ARROW
    assert LIGHT.warn_soft.getRgb()[:3] == picture_parts.WARNING
    assert LIGHT.accent.getRgb()[:3] == picture_parts.ACCENT


@pytest.mark.parametrize(("share", "x"), [(0.0, 401), (0.55, 700), (0.9, 900), (1.0, 900)])
def test_the_arrow_at_a_time_is_found(share: float, x: int) -> None:
    picture = Image.new("RGB", (1000, 600), "white")
    for left in (400, 403, 700, 900):
        picture.paste(picture_parts.ARROW, (left - 2, 150, left + 2, 158))
    picture.paste(picture_parts.ARROW, (600, 250, 650, 260))  # a prompt further down
    found = picture_parts.arrow(picture, share)
    assert abs(found[0] - x) <= 1 and 150 <= found[1] < 158


def test_a_warning_is_seen() -> None:
    picture = Image.new("RGB", (40, 30), "white")
    assert not picture_parts.warns(picture)
    picture.paste(picture_parts.WARNING, (5, 5, 30, 20))
    assert picture_parts.warns(picture)


def test_a_call_without_arrows_is_told() -> None:
    with pytest.raises(Failed, match="No arrow"):
        picture_parts.arrow(Image.new("RGB", (1000, 600), "white"), 0.5)


def test_the_parts_are_found_by_the_ground_round_them() -> None:
    picture = Image.new("RGB", (1000, 800), "gray")
    phone, timeline = (8, 50, 332, 760), (340, 50, 990, 400)
    for box in (phone, timeline, (340, 410, 600, 760), (610, 410, 990, 760)):
        picture.paste("white", box)
    assert picture_parts.right_pane(picture) == (610, 410, 992, 760)
    assert picture_parts.timeline(picture) == (336, 50, 1000, 402)
    assert picture_parts.operation(picture) == (336, 410, 610, 768)
    assert picture_parts.phone(picture) == (0, 42, 332, 768)


def test_the_button_to_be_pressed_is_found_by_its_colour() -> None:
    picture = Image.new("RGB", (400, 300), "white")
    picture.paste(picture_parts.ACCENT, (20, 100, 120, 102))  # the line below a tab
    assert picture_parts.primary_button(picture) is None
    picture.paste(picture_parts.ACCENT, (200, 150, 280, 180))
    found = picture_parts.primary_button(picture)
    assert found is not None and 200 <= found[0] < 280 and 150 <= found[1] < 180
