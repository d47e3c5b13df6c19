"""The display of the phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.engine.states import CallState, Phase
from app.runtime.calls import BOT_DELETED
from app.ui.phone.call_display import CallDisplay
from tests.helpers.snapshots import call, operation


@pytest.fixture
def display(qtbot: QtBot) -> CallDisplay:
    display = CallDisplay()
    qtbot.addWidget(display)
    display.resize(296, 100)
    display.show()
    return display


def test_idle_it_says_what_to_do(display: CallDisplay) -> None:
    assert display.words == ("", "Ready to call", "00:00:00", "Type one, or just press Call")


def test_in_a_call_it_shows_number_state_time_and_caller(display: CallDisplay) -> None:
    recording = call(
        CallState.ESTABLISHED, operation(Phase.LISTENING), seconds=62.5, number="+49123"
    )
    display.show_call(recording, "999", "")
    assert display.words == ("+49123", "Recording", "00:01:01", "Caller: silence")
    display.show_call(recording, "999", "12#")
    assert display.words[3] == "Keys: 12#"


def test_without_a_number_it_shows_who_is_called(display: CallDisplay) -> None:
    display.show_call(call(), "", "", "Built-in practice bot")
    assert display.words[0] == "Built-in practice bot"
    display.show_call(call(bot_url="http://localhost:3978/api/calls"), "", "")
    assert display.words[0] == "localhost:3978"
    by_bot = call(bot_url="http://localhost:3978/api/calls", direction="outgoing")
    display.show_call(by_bot, "", "", "Built-in practice bot")
    assert display.words[0] == "localhost:3978", "nobody dialled that one"


def test_after_the_call_it_says_why_and_keeps_the_time(display: CallDisplay) -> None:
    display.show_call(call(CallState.TERMINATED, result=BOT_DELETED), "42", "1")
    assert display.words == ("42", "Ended", "00:00:02", "The bot hung up")


def test_the_last_digit_can_be_erased_only_when_idle(display: CallDisplay, qtbot: QtBot) -> None:
    erase = display.findChild(QToolButton)
    assert isinstance(erase, QToolButton)
    assert not erase.isVisible()
    display.show_call(None, "42", "")
    with qtbot.waitSignal(display.erase):
        qtbot.mouseClick(erase, Qt.MouseButton.LeftButton)
    display.show_call(call(), "42", "")
    assert not erase.isVisible()


def test_a_long_number_shows_its_end(display: CallDisplay) -> None:
    number = "1234567890" * 4
    display.show_call(None, number, "")
    shown = [label.text() for label in display.findChildren(QLabel)]
    assert any(text.startswith("…") and text.endswith("890") for text in shown)
    assert display.words[0] == number


def test_the_end_of_a_number_and_the_beginning_of_a_name_stay(qtbot: QtBot) -> None:
    display = CallDisplay()
    qtbot.addWidget(display)
    display.resize(200, 100)
    display.show()
    display.show_call(None, "1" * 30 + "23", "")
    assert display._number.text().startswith("…") and display._number.text().endswith("23")
    display.show_call(call(), "", "", "Built-in practice bot of today")
    assert display._number.text().startswith("Built") and display._number.text().endswith("…")
