"""Ctrl+Space, held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.phone.push_to_talk import PushToTalk

CONTROL = Qt.KeyboardModifier.ControlModifier


class Panel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.talk = PushToTalk(self)
        self.said: list[bool] = []
        self.talk.talking.connect(self.said.append)


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.show()
    panel.talk.muted = True
    return panel


def test_holding_it_is_heard_until_a_key_is_let_go(panel: Panel, qtbot: QtBot) -> None:
    qtbot.keyPress(panel.field, Qt.Key.Key_Space, CONTROL)
    assert panel.said == [True] and panel.talk.held
    repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, CONTROL, " ", True)
    QApplication.sendEvent(panel.field, repeated)
    released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Space, CONTROL, " ", True)
    QApplication.sendEvent(panel.field, released)
    assert panel.said == [True], "the keyboard repeats"
    qtbot.keyRelease(panel.field, Qt.Key.Key_Control)
    assert panel.said == [True, False]
    qtbot.keyRelease(panel.field, Qt.Key.Key_Space)
    assert panel.said == [True, False]
    assert panel.field.text() == ""


def test_a_window_that_loses_the_keyboard_is_muted_again(panel: Panel, qtbot: QtBot) -> None:
    qtbot.keyPress(panel.field, Qt.Key.Key_Space, CONTROL)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowDeactivate))
    assert panel.said == [True, False]


def test_it_is_nothing_where_nobody_is_muted(panel: Panel, qtbot: QtBot) -> None:
    panel.talk.muted = False
    qtbot.keyPress(panel.field, Qt.Key.Key_Space, CONTROL)
    qtbot.keyRelease(panel.field, Qt.Key.Key_Space, CONTROL)
    assert panel.said == []


def test_a_space_is_a_space(panel: Panel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.field, Qt.Key.Key_Space)
    assert panel.said == [] and panel.field.text() == " "


def test_other_windows_are_left_alone(panel: Panel, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    qtbot.keyPress(other, Qt.Key.Key_Space, CONTROL)
    assert panel.said == []
