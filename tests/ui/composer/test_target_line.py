"""Where a composed request goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.graph.catalogue import operations
from app.graph.profiles import PROFILES, RECORD_2018
from app.ui.composer.target_line import TargetLine
from tests.helpers.inspected import BOT, CALL, call, operation


@pytest.fixture
def target(qtbot: QtBot) -> TargetLine:
    target = TargetLine()
    qtbot.addWidget(target)
    target.show()
    return target


def name(target: TargetLine) -> str:
    return target.operation.name if target.operation is not None else ""


OFFERED = [(p.generation, o.name) for p in PROFILES.values() for o in operations(p)]


def test_it_begins_with_record_response(target: TargetLine) -> None:
    assert target.template == "/v1.0/communications/calls/{id}/recordResponse"
    assert name(target) == "recordResponse" and target.profile.generation == "v1.0"
    assert target.resolved() == target.template and not target.ready


def test_the_call_takes_the_place_of_id(target: TargetLine) -> None:
    target.show_call(call())
    assert target.resolved() == f"/v1.0/communications/calls/{CALL}/recordResponse"
    assert target.ready and "57dab8b1…" in target._who.text()
    target.show_call(call(state=CallState.INCOMING))
    assert target.ready and "not established" in target._who.text()


def test_its_last_operation_takes_the_place_of_operation(target: TargetLine) -> None:
    target.choose("get operation")
    target.show_call(call())
    assert not target.ready
    target.show_call(call(operation(id="a"), operation(id="b")))
    assert target.ready and target.resolved().endswith(f"/calls/{CALL}/operations/b")


def test_some_need_no_call(target: TargetLine) -> None:
    target.choose("create call")
    assert target.ready and target.template == "/v1.0/communications/calls"


@pytest.mark.parametrize(("generation", "chosen"), OFFERED)
def test_choosing_an_operation_writes_method_and_path(
    target: TargetLine, generation: str, chosen: str
) -> None:
    target.choose("get call")
    target.choose(chosen, generation)
    assert name(target) == chosen == target.action.currentText()
    assert target.profile.generation == generation == target.generation.currentData()
    assert target.template.startswith(PROFILES[generation].path)


def test_a_recording_is_called_otherwise_in_2018(target: TargetLine) -> None:
    target.generation.setCurrentText("record of 2018")
    assert target.template == "/beta/app/calls/{id}/record" and target.profile is RECORD_2018
    target.generation.setCurrentText("beta")
    assert target.template == "/beta/communications/calls/{id}/recordResponse"
    target.choose("playPrompt")
    target.generation.setCurrentText("record of 2018")
    assert target.template == "/beta/app/calls/{id}/playPrompt"


def test_a_path_written_by_hand_chooses_its_operation(target: TargetLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(target.changed):
        target.path.setText("/v1.0/communications/calls/{id}/microsoft.graph.PLAYPROMPT")
    assert target.action.currentText() == "playPrompt"
    target.path.setText("/beta/applications/x/calls/{id}/record")
    assert target.profile is RECORD_2018 and target.action.currentText() == "record"
    target.path.setText("/beta/communications/calls/{id}/recordResponse")
    assert target.profile.generation == "beta" == target.generation.currentText()
    assert target.action.currentText() == "recordResponse"
    target.path.setText("/v1.0/communications/calls/{id}")
    assert target.action.currentText() == "Other path" and name(target) == ""
    target.method.setCurrentText("DELETE")
    assert target.action.currentText() == "delete call"


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


def test_the_bot_of_the_call(target: TargetLine) -> None:
    assert target.bot_url == ""
    target.show_call(call())
    assert target.bot_url == BOT
