"""The icons."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.icons import draw_icon, glyph, icon

UI = Path(__file__).parents[2] / "app" / "ui"
RED = QColor("#ff0000")


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, "light")
    yield
    theme.apply_theme(qapp, "light")


def colors(image: QImage) -> set[str]:
    """The colours of the fully painted pixels."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def picture(made: QIcon, size: int = 48, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return made.pixmap(QSize(size, size), mode).toImage()


def names_in_use() -> set[str]:
    """Every literal first argument of a call of ``icon``, ``IconLabel`` or ``draw_icon``."""
    found: set[str] = set()
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ("icon", "IconLabel", "show_icon"):
                found |= {
                    arg.value
                    for arg in node.args[:1]
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    return found


def test_every_icon_that_is_named_exists() -> None:
    names = names_in_use()
    assert len(names) > 10
    for name in names:
        assert glyph(name)


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_qtawesomes_prefix_may_precede() -> None:
    assert glyph("ph.phone-fill") == glyph("phone-fill")


def test_it_has_the_colour_asked_for() -> None:
    assert RED.name() in colors(picture(icon("phone-fill", RED)))
    assert theme.LIGHT.error.name() in colors(picture(icon("phone-fill", "error")))
    assert theme.LIGHT.text.name() in colors(picture(icon("phone-fill")))


def test_a_role_follows_the_theme_and_a_colour_does_not(qapp: QApplication) -> None:
    role, fixed = icon("phone-fill", "error"), icon("phone-fill", RED)
    theme.apply_theme(qapp, "dark")
    assert theme.DARK.error.name() in colors(picture(role))
    assert RED.name() in colors(picture(fixed))


def test_disabled_it_is_muted(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    made = icon("phone-fill", RED)
    assert colors(picture(made)) == {RED.name()}
    assert colors(picture(made, mode=QIcon.Mode.Disabled)) == {theme.LIGHT.muted.name()}


def test_a_copy_draws_the_same() -> None:
    made = icon("phone-fill", RED)
    assert picture(QIcon(made)) == picture(made)


def test_a_widget_can_draw_one_itself() -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, QRectF(0, 0, 48, 48), "phone-fill", RED)
    painter.end()
    assert colors(image) >= {RED.name()}
