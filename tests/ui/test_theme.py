"""Colours: complete, readable, and followed by everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.theme import CONTRAST, DARK, LIGHT, Tokens
from tests.helpers.pictures import contrast, picture_of


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_theme(qapp, "light")


GROUNDS = ("surface", "card", "raised")
INKS = ("text", "muted", "accent", "ok", "warn", "error", "prompt", "speech", "tone")
SYNTAX = ("syntax_key", "syntax_string", "syntax_number", "syntax_literal")
TEXTS = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((ink, ground) for ink in SYNTAX for ground in ("card", "raised")),
    *((ink, f"{ink}_soft") for ink in ("accent", "ok", "warn", "error")),
    *(
        (ink, ground)
        for ink in ("text", "muted", "error", *SYNTAX)  # rows that are chosen, found, differ, wrong
        for ground in ("hover", "accent_soft", "warn_soft", "error_soft", "ok_soft")
    ),
    *((ink, "track") for ink in ("text", "muted", "accent")),  # pressed; disabled
    ("accent_text", "accent"),
    ("on_action", "call"),
    ("on_action", "hang_up"),
    ("card", "tone"),
    ("card", "text"),
]
MARKS = [
    *((mark, "card") for mark in ("outline", "wave", "speech", "prompt", "tone", "accent")),
    *((mark, "card") for mark in ("call", "hang_up", "alert")),
    *(
        (mark, "track")  # meters, bars, timers
        for mark in ("ok", "warn", "error", "speech", "accent", "alert", "outline", "text")
    ),
    *(
        (mark, ground)  # edges and the focus
        for mark in ("outline", "accent", "text")
        for ground in ("surface", "card", "raised", "hover", "accent_soft")
    ),
    *(
        (mark, ground)  # icons of rows
        for mark in ("muted", "accent", "prompt", "speech", "tone", "warn", "error")
        for ground in ("raised", "hover", "accent_soft", "error_soft")
    ),
    ("card", "ok"),
    ("card", "error"),
    ("card", "muted"),
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


@pytest.mark.parametrize("t", [LIGHT, DARK, CONTRAST], ids=lambda t: t.name)
def test_disabled_text_is_fainter_and_can_be_read(t: Tokens) -> None:
    palette = theme.palette(t)
    role, group = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for ink in (role.WindowText, role.Text, role.ButtonText):
        for ground in (t.surface, t.card, t.raised):
            assert 4.5 <= contrast(palette.color(group, ink), ground) < contrast(t.text, ground)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", ["primary", "call", "hangUp"])
def test_the_focus_of_a_filled_button_is_beside_its_filling(
    scheme: theme.Scheme, kind: str, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply_theme(qapp, scheme)
    t = theme.tokens()
    window, button, other = QWidget(), QPushButton("Go"), QPushButton("Other")
    for each in (button, other):
        each.setProperty("kind", kind)
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    filling = {"primary": t.accent, "call": t.call, "hangUp": t.hang_up}[kind]
    middle = button.height() // 2
    picture = picture_of(window)
    across = [picture.pixelColor(button.x() + x, button.y() + middle).name() for x in (-1, 0, 3, 8)]
    assert across == [t.surface.name(), t.text.name(), t.surface.name(), filling.name()]
    assert button.size() == other.size()


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
