"""Call / Hang up and Mute."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.ui.phone.call_buttons import CallButtons
from tests.helpers.snapshots import call

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LIVE = [CallState.INCOMING, CallState.ESTABLISHING, CallState.ESTABLISHED]


@pytest.fixture
def buttons(qtbot: QtBot) -> CallButtons:
    buttons = CallButtons()
    qtbot.addWidget(buttons)
    buttons.show()
    buttons.activateWindow()
    qtbot.waitUntil(buttons.isActiveWindow)
    return buttons


def test_before_the_local_graph_is_up_there_is_no_calling(buttons: CallButtons) -> None:
    assert not buttons.main.isEnabled()
    assert "starting" in buttons.main.toolTip()
    buttons.show_call(None, ready=True, dialling=False)
    assert buttons.main.isEnabled() and buttons.main.text() == "Call"
    assert not buttons.muted.isEnabled()


def test_while_dialling_call_cannot_be_pressed_again(buttons: CallButtons) -> None:
    buttons.show_call(None, ready=True, dialling=True)
    assert not buttons.main.isEnabled() and buttons.main.text() == "Calling…"


@pytest.mark.parametrize("state", LIVE)
def test_in_a_call_it_hangs_up(buttons: CallButtons, qtbot: QtBot, state: CallState) -> None:
    buttons.show_call(call(state), ready=True, dialling=False)
    assert buttons.main.text() == "Hang up" and buttons.main.property("kind") == "hangUp"
    with qtbot.waitSignal(buttons.hang_up):
        qtbot.mouseClick(buttons.main, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(buttons.hang_up):
        qtbot.keyClick(buttons, Qt.Key.Key_H, CTRL_SHIFT)


def test_after_a_call_it_calls_again(buttons: CallButtons, qtbot: QtBot) -> None:
    buttons.show_call(call(CallState.TERMINATED), ready=True, dialling=False)
    assert buttons.main.property("kind") == "call"
    with qtbot.waitSignal(buttons.call):
        qtbot.mouseClick(buttons.main, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(buttons.hang_up):
        qtbot.keyClick(buttons, Qt.Key.Key_H, CTRL_SHIFT)


def test_mute_shows_what_the_call_says(buttons: CallButtons, qtbot: QtBot) -> None:
    buttons.show_call(call(), ready=True, dialling=False)
    assert not buttons.muted.isChecked() and buttons.muted.text() == "Mute"
    with qtbot.waitSignal(buttons.mute) as mute:
        qtbot.mouseClick(buttons.muted, Qt.MouseButton.LeftButton)
    assert mute.args == [True]
    buttons.show_call(call(muted=True), ready=True, dialling=False)
    assert buttons.muted.isChecked() and buttons.muted.text() == "Muted"
    with qtbot.waitSignal(buttons.mute) as mute:
        qtbot.keyClick(buttons, Qt.Key.Key_M, CTRL_SHIFT)
    assert mute.args == [False]


def test_while_it_rings_it_accepts_declines_or_is_busy(buttons: CallButtons, qtbot: QtBot) -> None:
    ringing = call(CallState.ESTABLISHING, direction="outgoing")
    buttons.show_call(ringing, ready=True, dialling=False)
    assert buttons.main.text() == "Accept" and buttons.main.property("kind") == "call"
    assert not buttons.muted.isVisible()
    for signal, button in (
        (buttons.accept, buttons.main),
        (buttons.decline, buttons.declined),
        (buttons.busy, buttons.busied),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(buttons.accept):
        qtbot.keyClick(buttons, Qt.Key.Key_A, CTRL_SHIFT)
    with qtbot.assertNotEmitted(buttons.hang_up), qtbot.waitSignal(buttons.decline):
        qtbot.keyClick(buttons, Qt.Key.Key_H, CTRL_SHIFT)
    buttons.show_call(call(), ready=True, dialling=False)
    with qtbot.assertNotEmitted(buttons.accept):
        qtbot.keyClick(buttons, Qt.Key.Key_A, CTRL_SHIFT)
