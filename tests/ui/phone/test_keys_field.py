"""Keys typed before they are sent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.phone.keys_field import KeysField


@pytest.fixture
def field(qtbot: QtBot) -> KeysField:
    field = KeysField()
    qtbot.addWidget(field)
    field.show_call(live=True, waiting="")
    return field


def test_enter_sends_and_empties(field: KeysField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.send) as sent:
        qtbot.keyClicks(field.text, "12,3#")
        qtbot.keyClick(field.text, Qt.Key.Key_Return)
    assert sent.args == ["12,3#"] and field.text.text() == ""


def test_what_is_no_key_is_refused_and_stays(field: KeysField, qtbot: QtBot) -> None:
    sent: list[str] = []
    field.send.connect(sent.append)
    field.text.setText("12x")
    with qtbot.waitSignal(field.refused) as refused:
        field.button.click()
    assert "'X' is no key" in refused.args[0]
    assert sent == [] and field.text.text() == "12x"


def test_what_is_being_sent_can_be_stopped(field: KeysField, qtbot: QtBot) -> None:
    field.show_call(live=True, waiting="34#")
    assert field.button.accessibleName() == "Stop sending keys"
    with qtbot.waitSignal(field.stop):
        field.button.click()


def test_outside_a_call_nothing_is_sent(field: KeysField) -> None:
    field.show_call(live=False, waiting="")
    field.text.setText("1")
    assert not field.button.isEnabled()
