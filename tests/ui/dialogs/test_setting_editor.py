"""The editor for one setting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.settings import ABOUT, Settings, Value
from app.ui.dialogs.setting_editor import make_editor, show_value

Told = list[tuple[str, Value]]


def editor_for(qtbot: QtBot, field: str) -> tuple[QWidget, Told]:
    told: Told = []
    value = getattr(Settings(), field)
    editor = make_editor(ABOUT[field], value, lambda name, new: told.append((name, new)))
    qtbot.addWidget(editor)
    editor.show()
    return editor, told


@pytest.mark.parametrize("field", list(ABOUT))
def test_every_setting_has_an_editor_that_shows_it_silently(qtbot: QtBot, field: str) -> None:
    editor, told = editor_for(qtbot, field)
    value = getattr(Settings(), field)
    if isinstance(editor, QCheckBox):
        assert editor.isChecked() is value
    elif isinstance(editor, QComboBox):
        assert editor.currentData() == value
    elif isinstance(editor, QSpinBox | QDoubleSpinBox):
        assert editor.value() == value
        assert (editor.minimum(), editor.maximum()) == (ABOUT[field].low, ABOUT[field].high)
    else:
        assert isinstance(editor, QLineEdit) and editor.text() == value
    assert told == []
    assert editor.accessibleName() and editor.accessibleDescription() == ABOUT[field].help


def test_what_the_user_does_is_told(qtbot: QtBot) -> None:
    check, told = editor_for(qtbot, "tones_in_audio")
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert told == [("hearing.tonesInAudio", False)]
    combo, told = editor_for(qtbot, "theme")
    assert isinstance(combo, QComboBox)
    combo.activated.emit(combo.findData("dark"))
    assert told == [("window.theme", "dark")]
    number, told = editor_for(qtbot, "answer_timeout")
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert told == [("call.answerTimeoutSeconds", 16.0)]
    whole, told = editor_for(qtbot, "webhook_attempts")
    qtbot.keyClick(whole, Qt.Key.Key_Down)
    assert told == [("webhooks.attempts", 3)]
    line, told = editor_for(qtbot, "bot_url")
    qtbot.keyClicks(line, " http://bot/ ")
    assert told == [], "not while typing"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told == [("bot.url", "http://bot/")]


def test_numbers_are_written_short_with_their_unit(qtbot: QtBot) -> None:
    seconds, _ = editor_for(qtbot, "answer_timeout")
    assert isinstance(seconds, QDoubleSpinBox) and seconds.text() == "15 s"
    share, _ = editor_for(qtbot, "sensitivity")
    assert isinstance(share, QDoubleSpinBox) and share.text() == "0.5"


def test_a_new_value_is_shown_silently(qtbot: QtBot) -> None:
    for field, value in (("theme", "dark"), ("webhook_attempts", 7), ("bot_url", "http://b/")):
        editor, told = editor_for(qtbot, field)
        show_value(editor, value)
        assert told == []


@pytest.mark.parametrize("field", ["answer_timeout", "webhook_attempts", "theme"])
def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot, field: str) -> None:
    editor, told = editor_for(qtbot, field)
    center = QPointF(editor.rect().center())
    wheel = QWheelEvent(
        center,
        QPointF(editor.mapToGlobal(center)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor, wheel)
    assert told == []
