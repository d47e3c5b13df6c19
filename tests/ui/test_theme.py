"""Colours: complete, readable, and followed by everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.theme import CONTRAST, DARK, LIGHT, Tokens


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, "light")


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GROUNDS = ("surface", "card", "raised")
INKS = ("text", "muted", "accent", "ok", "warn", "error", "prompt", "speech", "tone")
SYNTAX = ("syntax_key", "syntax_string", "syntax_number", "syntax_literal")
TEXTS = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((ink, ground) for ink in SYNTAX for ground in ("card", "raised")),
    *((ink, f"{ink}_soft") for ink in ("accent", "ok", "warn", "error")),
    *(("text", ground) for ground in ("hover", "accent_soft", "warn_soft", "error_soft")),
    ("accent_text", "accent"),
    ("on_action", "call"),
    ("on_action", "hang_up"),
    ("muted", "hover"),
]
MARKS = [
    *((mark, "card") for mark in ("outline", "wave", "speech", "prompt", "tone", "accent")),
    *((mark, ground) for mark in ("call", "hang_up") for ground in ("card",)),
    ("outline", "surface"),
    ("accent", "track"),
    ("alert", "track"),
    ("alert", "card"),
]


@pytest.mark.parametrize("t", [LIGHT, DARK, CONTRAST], ids=lambda t: t.name)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(t: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(t, ink), getattr(t, ground)) >= 4.5


@pytest.mark.parametrize("t", [LIGHT, DARK, CONTRAST], ids=lambda t: t.name)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(t: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(t, mark), getattr(t, ground)) >= 3.0


@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_high_contrast_is_high(ink: str, ground: str) -> None:
    assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7.0


def test_a_scheme_is_put_on(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    assert theme.tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.surface
    theme.apply_theme(qapp, "light")
    assert theme.tokens() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.surface


def test_high_contrast_is_put_on(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "contrast")
    assert theme.tokens() is CONTRAST
    assert qapp.palette().color(QPalette.ColorRole.Window) == CONTRAST.surface


def test_the_system_may_ask_for_high_contrast(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_wants_contrast", lambda hints: True)
    theme.apply_theme(qapp, "system")
    assert theme.tokens() is CONTRAST


def test_the_system_scheme_is_one_of_the_two(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "system")
    assert theme.tokens() in (LIGHT, DARK)


def test_disabled_text_is_fainter() -> None:
    group = QPalette.ColorGroup
    for t in (LIGHT, DARK):
        palette = theme.palette(t)
        disabled = palette.color(group.Disabled, QPalette.ColorRole.WindowText)
        assert contrast(disabled, t.card) < contrast(t.text, t.card)


class Watcher(QLabel):
    """Reads its colour as the contract says."""

    def __init__(self) -> None:
        super().__init__("x")
        self.read: list[str] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.read.append(theme.tokens().name)
        super().changeEvent(event)


def test_a_widget_deep_inside_hears_of_a_change(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp, "light")
    window, card, watcher = QWidget(), QFrame(), Watcher()
    card.setProperty("card", True)
    QVBoxLayout(window).addWidget(card)
    QVBoxLayout(card).addWidget(watcher)
    qtbot.addWidget(window)
    window.show()
    watcher.read.clear()
    theme.apply_theme(qapp, "dark")
    assert watcher.read and watcher.read[-1] == "dark"


def test_blend_mixes() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert theme.blend(white, black, 0.0) == black
    assert theme.blend(white, black, 1.0) == white
    assert theme.blend(white, black, 0.5).red() == pytest.approx(128, abs=1)


def test_a_variant_changes_the_look_while_shown(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp, "light")
    label = QLabel("\u2588\u2588\u2588")
    qtbot.addWidget(label)
    label.show()
    theme.set_variant(label, "ink", "error")
    picture = label.grab().toImage()
    found = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert LIGHT.error.name() in found
