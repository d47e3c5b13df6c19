"""Typing as on the pad."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.phone.pad_typing import PadTyping

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier


class Window(QWidget):
    """A window with everything that can have the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.button, self.line, self.text = QPushButton("x"), QLineEdit(), QPlainTextEdit()
        self.log, self.combo, self.spin = QPlainTextEdit(), QComboBox(), QSpinBox()
        self.log.setReadOnly(True)
        self.spin.setSpecialValueText(" ")  # empty at zero
        self.combo.addItems(["one", "5 five"])
        column = QVBoxLayout(self)
        for widget in (self.button, self.line, self.text, self.log, self.combo, self.spin):
            column.addWidget(widget)
        self.typed: list[str] = []
        typing = PadTyping(self)
        typing.typed.connect(self.typed.append)
        typing.erased.connect(lambda: self.typed.append("<"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize(
    ("key", "modifier", "symbol"),
    [
        *((Qt.Key(Qt.Key.Key_0.value + n), NONE, str(n)) for n in range(10)),
        *((Qt.Key(Qt.Key.Key_0.value + n), PAD, str(n)) for n in range(10)),
        (Qt.Key.Key_Asterisk, SHIFT, "*"),
        (Qt.Key.Key_Asterisk, PAD, "*"),
        (Qt.Key.Key_NumberSign, SHIFT, "#"),
        (Qt.Key.Key_NumberSign, NONE, "#"),
        (Qt.Key.Key_Plus, PAD, "+"),
        (Qt.Key.Key_Backspace, NONE, "<"),
    ],
)
def test_main_row_and_number_pad(
    window: Window, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, symbol: str
) -> None:
    window.button.setFocus()
    qtbot.keyClick(window.button, key, modifier)
    assert window.typed == [symbol]


@pytest.mark.parametrize("name", ["button", "log", "combo"])
def test_it_works_wherever_the_focus_is(window: Window, qtbot: QtBot, name: str) -> None:
    widget = getattr(window, name)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_5)
    assert window.typed == ["5"]
    assert window.combo.currentIndex() == 0


@pytest.mark.parametrize("name", ["line", "text", "spin"])
def test_a_text_field_keeps_its_keys(window: Window, qtbot: QtBot, name: str) -> None:
    widget = getattr(window, name)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_5)
    qtbot.keyClick(widget, Qt.Key.Key_7)
    qtbot.keyClick(widget, Qt.Key.Key_Backspace)
    assert window.typed == []
    shown = widget.toPlainText() if name == "text" else widget.text()
    assert shown.endswith("5")


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_shortcuts_of_others_are_left_alone(
    window: Window, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(window.button, Qt.Key.Key_5, modifier)
    assert window.typed == []
