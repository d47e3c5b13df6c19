"""One key of the pad."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.phone.key_button import KeyButton


def shown(qtbot: QtBot, key: KeyButton) -> KeyButton:
    qtbot.addWidget(key)
    key.resize(key.sizeHint())
    key.show()
    return key


def test_it_speaks_when_it_goes_down_not_when_it_comes_up(qtbot: QtBot) -> None:
    key = shown(qtbot, KeyButton("5", "JKL"))
    downs: list[str] = []
    key.key_down.connect(downs.append)
    qtbot.mousePress(key, Qt.MouseButton.LeftButton)
    assert downs == ["5"]
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert downs == ["5"]


def test_space_presses_it(qtbot: QtBot) -> None:
    key = shown(qtbot, KeyButton("5", "JKL"))
    with qtbot.waitSignal(key.key_down):
        qtbot.keyPress(key, Qt.Key.Key_Space)


def test_held_down_it_says_what_else_was_meant(qtbot: QtBot) -> None:
    key = shown(qtbot, KeyButton("0", "+", "+"))
    with qtbot.waitSignal(key.held) as held:
        qtbot.mousePress(key, Qt.MouseButton.LeftButton)
    assert held.args == ["+"]


def test_released_in_time_nothing_else_was_meant(qtbot: QtBot) -> None:
    key = shown(qtbot, KeyButton("0", "+", "+"))
    qtbot.mousePress(key, Qt.MouseButton.LeftButton)
    assert key._holding.isActive()
    qtbot.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert not key._holding.isActive()


def test_a_flash_goes_out_by_itself(qtbot: QtBot) -> None:
    key = shown(qtbot, KeyButton("1"))
    assert not key.lit
    key.flash()
    assert key.lit
    qtbot.waitUntil(lambda: not key.lit)


def test_lit_it_looks_different(qtbot: QtBot, qapp: object) -> None:
    key = shown(qtbot, KeyButton("1"))
    corner = key.rect().center() - key.rect().center() / 2
    before = key.grab().toImage().pixelColor(corner)
    key.flash()
    assert key.grab().toImage().pixelColor(corner) == theme.tokens().accent != before


def test_its_name_is_what_a_screen_reader_should_say(qtbot: QtBot) -> None:
    assert shown(qtbot, KeyButton("7", "PQRS")).accessibleName() == "7, P Q R S"
    assert shown(qtbot, KeyButton("*")).accessibleName() == "star"
    assert shown(qtbot, KeyButton("#")).accessibleName() == "hash"
    zero = shown(qtbot, KeyButton("0", "+", "+"))
    assert zero.accessibleDescription() == "Hold for +"
