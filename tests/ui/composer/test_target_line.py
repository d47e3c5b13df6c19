"""Where a composed request goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.ui.composer.target_line import ACTIONS, TargetLine
from tests.helpers.inspected import CALL, call


@pytest.fixture
def target(qtbot: QtBot) -> TargetLine:
    target = TargetLine()
    qtbot.addWidget(target)
    target.show()
    return target


def test_it_begins_with_record_response(target: TargetLine) -> None:
    assert target.template == "/v1.0/communications/calls/{id}/recordResponse"
    assert target.endpoint_action() == "recordResponse"
    assert target.resolved() == target.template and not target.established


def test_the_call_takes_the_place_of_id(target: TargetLine) -> None:
    target.show_call(call())
    assert target.resolved() == f"/v1.0/communications/calls/{CALL}/recordResponse"
    assert target.established and "57dab8b1…" in target._who.text()
    target.show_call(call(state=CallState.TERMINATED))
    assert not target.established and "not established" in target._who.text()


@pytest.mark.parametrize("action", ACTIONS)
def test_choosing_an_action_writes_its_path(target: TargetLine, action: str) -> None:
    target.method.setCurrentText("GET")
    target.action.setCurrentText("Other path")
    target.action.setCurrentText(action)
    assert target.template.endswith(f"/{{id}}/{action}")
    assert target.method.currentText() == "POST" and target.endpoint_action() == action


def test_a_path_written_by_hand_chooses_its_action(target: TargetLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(target.changed):
        target.path.setText("/v1.0/communications/calls/{id}/microsoft.graph.PLAYPROMPT")
    assert target.action.currentText() == "playPrompt"
    target.path.setText("/v1.0/communications/calls/{id}")
    assert target.action.currentText() == "Other path" and target.endpoint_action() == ""


def test_other_path_leads_to_the_field(target: TargetLine, qtbot: QtBot) -> None:
    with qtbot.waitActive(target):
        target.activateWindow()
    before = target.template
    target.action.setFocus()
    qtbot.keyClick(target.action, Qt.Key.Key_End)
    assert target.action.currentText() == "Other path"
    assert target.template == before and target.path.hasFocus()


def test_any_method_can_be_set(target: TargetLine) -> None:
    target.set_target("PATCH", "/x")
    assert target.method.currentText() == "PATCH" and target.template == "/x"
    target.set_target("POST", "/y")
    assert target.method.currentText() == "POST"
