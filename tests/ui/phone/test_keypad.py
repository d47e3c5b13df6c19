"""The pad of twelve keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.phone.keypad import LETTERS, Keypad


@pytest.fixture
def pad(qtbot: QtBot) -> Keypad:
    pad = Keypad()
    qtbot.addWidget(pad)
    pad.show()
    pad.activateWindow()
    qtbot.waitUntil(pad.isActiveWindow)
    return pad


def test_every_key_says_its_symbol(pad: Keypad, qtbot: QtBot) -> None:
    downs: list[str] = []
    pad.key_down.connect(downs.append)
    for key in pad.keys.values():
        qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert "".join(downs) == "123456789*0#"


def test_the_letters_are_those_of_e161() -> None:
    letters = "".join(LETTERS[digit] for digit in "23456789")
    assert letters == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_it_is_a_grid_of_three_columns_and_four_rows(pad: Keypad) -> None:
    lefts = {key.x() for key in pad.keys.values()}
    tops = {key.y() for key in pad.keys.values()}
    assert (len(lefts), len(tops)) == (3, 4)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("5", Qt.Key.Key_Up, "2"),
        ("5", Qt.Key.Key_Down, "8"),
        ("5", Qt.Key.Key_Left, "4"),
        ("5", Qt.Key.Key_Right, "6"),
        ("3", Qt.Key.Key_Right, "3"),
        ("1", Qt.Key.Key_Up, "1"),
        ("#", Qt.Key.Key_Down, "#"),
    ],
)
def test_arrows_move_between_keys(
    pad: Keypad, qtbot: QtBot, start: str, way: Qt.Key, end: str
) -> None:
    pad.keys[start].setFocus()
    qtbot.keyClick(pad.keys[start], way)
    assert pad.keys[end].hasFocus()


def test_it_flashes_keys_that_it_has(pad: Keypad) -> None:
    pad.flash("8")
    pad.flash("A")
    assert [symbol for symbol, key in pad.keys.items() if key.lit] == ["8"]


def test_holding_zero_says_plus(pad: Keypad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.held) as held:
        qtbot.mousePress(pad.keys["0"], Qt.MouseButton.LeftButton)
    assert held.args == ["+"]
