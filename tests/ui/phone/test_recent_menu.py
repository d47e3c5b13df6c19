"""The menu of recent calls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.runtime.calls import CALLER_HUNG_UP
from app.ui.phone.recent_menu import RecentMenu
from tests.helpers.snapshots import call
from tests.helpers.window import World


@pytest.fixture
def button(world: World, qtbot: QtBot) -> RecentMenu:
    button = RecentMenu()
    qtbot.addWidget(button)
    button.recent.clear()
    return button


def lines(button: RecentMenu) -> list[str]:
    button.fill()
    menu = button.menu()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_it_says_that_there_are_none(button: RecentMenu) -> None:
    assert lines(button) == ["No calls yet"]


def test_calls_are_listed_with_how_they_ended(button: RecentMenu) -> None:
    bot = "http://127.0.0.1:9/calls"
    button.note(call(CallState.ESTABLISHED, id="a"), "42", bot)
    assert lines(button)[1].endswith("42 · 127.0.0.1:9")
    button.note(call(CallState.TERMINATED, id="a", result=CALLER_HUNG_UP), "42", bot)
    again, one, clear = lines(button)
    assert again.startswith("Call 42 again")
    assert one.endswith("42 · 127.0.0.1:9 · you hung up")
    assert clear == "Clear the list"


def test_one_is_chosen_one_is_called_again_and_all_are_forgotten(button: RecentMenu) -> None:
    button.note(call(CallState.TERMINATED, id="a"), "", "")
    chosen, again = [], []
    button.chosen.connect(chosen.append)
    button.redial.connect(again.append)
    button.fill()
    actions = [action for action in button.menu().actions() if not action.isSeparator()]
    for action in actions[:2]:
        action.trigger()
    assert [c.id for c in chosen] == ["a"] and [c.id for c in again] == ["a"]
    actions[2].trigger()
    assert lines(button) == ["No calls yet"]
