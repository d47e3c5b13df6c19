"""The composer against the link."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.ui.composer.composer_panel import ComposerPanel
from app.ui.composer.presets import presets
from tests.helpers.inspected import CALL, QuietLink, SetClock, at, call, request, wire
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop

PATH = f"/v1.0/communications/calls/{CALL}/recordResponse"


@on_qt_loop
async def test_a_request_goes_into_a_real_call(world: World, keep: Keep) -> None:
    panel = keep(ComposerPanel(world.link))
    panel.show()
    assert not panel.send_button.isEnabled()
    call_id = await world.ring()
    await world.until(lambda: "not established" in panel.target._who.text())
    assert not panel.send_button.isEnabled()
    await world.bot.answer(call_id)
    await world.until(panel.send_button.isEnabled)
    panel.editor.replace_text('{"playBeep": false}')
    panel.send_button.click()
    await world.until(lambda: panel.result.text.text().startswith("200 OK"))
    path = f"/v1.0/communications/calls/{call_id}/recordResponse"
    assert world.core.client.made == [("POST", path, '{"playBeep": false}')]
    assert len(panel.outbox) == 0 and len(panel.history.menu().actions()) == 1
    await world.bot.delete(call_id)
    await world.until(lambda: not panel.send_button.isEnabled())


@pytest.fixture
def link(qapp: object) -> QuietLink:
    return QuietLink()


@pytest.fixture
def panel(qtbot: QtBot, keep: Keep, link: QuietLink) -> ComposerPanel:
    panel = keep(ComposerPanel(link, clock=SetClock()))  # type: ignore[arg-type]
    panel.resize(500, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    link.call_changed.emit(call())
    return panel


def test_it_begins_with_a_body_that_works(panel: ComposerPanel) -> None:
    assert panel.check.accepted and panel.editor.toPlainText().startswith("{")


def test_typing_is_checked_after_a_pause(panel: ComposerPanel, qtbot: QtBot) -> None:
    panel.editor.setFocus()
    panel.editor.selectAll()
    qtbot.keyClicks(panel.editor, '{"playBeep": 1}')
    qtbot.waitUntil(lambda: panel.check.code == "8523")
    assert "'playBeep'" in panel.check_line.text.text() and panel.editor.error_line == 1
    panel.editor.replace_text("{}")
    qtbot.waitUntil(lambda: panel.check.accepted)
    assert panel.editor.error_line is None


def test_a_wrong_body_can_be_sent_all_the_same(panel: ComposerPanel, link: QuietLink) -> None:
    panel.editor.replace_text("{")
    panel.send()
    assert link.sent == [("POST", PATH, "{")]


def test_control_return_sends(panel: ComposerPanel, link: QuietLink, qtbot: QtBot) -> None:
    panel.editor.setFocus()
    before = panel.editor.toPlainText()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [body for _, _, body in link.sent] == [before]
    assert panel.editor.toPlainText() == before


def test_without_an_established_call_nothing_is_sent(panel: ComposerPanel, link: QuietLink) -> None:
    link.call_changed.emit(call(state=CallState.TERMINATED))
    panel.send()
    assert link.sent == [] and not panel.send_button.isEnabled()
    assert "no established call" in panel.send_button.toolTip()
    link.call_changed.emit(call(id="next", created=at(50)))
    link.call_changed.emit(call(state=CallState.TERMINATED))
    assert panel.send_button.isEnabled(), "late news of the older call"


def test_the_result_with_status_duration_and_record(
    panel: ComposerPanel, link: QuietLink, qtbot: QtBot
) -> None:
    panel.editor.replace_text('{"playBeep": 1}')
    panel.send()
    assert "waiting" in panel.result.text.text()
    answer = {"error": {"code": "8523", "message": "Invalid argument 'playBeep'."}}
    refused = request(body='{"playBeep": 1}', status=400, answer=answer)
    link.tell([wire(5, request(body="{}")), wire(6, refused)])
    assert panel.result.text.text() == (
        "400 Bad Request · 4.20 ms · 8523: Invalid argument 'playBeep'."
    )
    with qtbot.waitSignal(panel.record_wanted) as told:
        panel.result._show_record.click()
    assert told.args == [6]


def test_what_did_not_get_out_is_said(panel: ComposerPanel, link: QuietLink) -> None:
    link.refused.emit("The key could not be pressed.")
    assert panel.result.text.text() == ""
    panel.send()
    link.refused.emit("The local Graph did not answer.")
    assert panel.result.text.text() == "The local Graph did not answer."


def test_another_action_begins_with_its_preset(panel: ComposerPanel) -> None:
    panel.target.action.setCurrentText("playPrompt")
    assert panel.editor.toPlainText() == presets("playPrompt")[0].body
    names = [action.text() for action in panel.presets.menu().actions()]
    assert len(names) == len(presets("playPrompt"))
    panel.presets.menu().actions()[1].trigger()
    assert panel.editor.toPlainText() == presets("playPrompt")[1].body
    assert not panel.check.accepted


def test_a_get_has_no_body(panel: ComposerPanel, link: QuietLink) -> None:
    panel.target.set_target("GET", "/v1.0/communications/calls/{id}")
    assert not panel.editor.isEnabled() and not panel.presets.isEnabled()
    panel.send()
    assert link.sent == [("GET", f"/v1.0/communications/calls/{CALL}", "")]
    panel.target.set_target("POST", "/v1.0/communications/calls/{id}/recordResponse")
    assert panel.editor.isEnabled()


def test_the_history_brings_a_request_back(panel: ComposerPanel, link: QuietLink) -> None:
    panel.editor.replace_text('{"playBeep": false}')
    panel.send()
    link.tell([wire(5, request(body='{"playBeep": false}'))])
    panel.target.set_target("DELETE", "/v1.0/communications/calls/{id}")
    (entry,) = panel.history.menu().actions()
    entry.trigger()
    assert panel.editor.toPlainText() == '{"playBeep": false}'
    assert panel.target.endpoint_action() == "recordResponse"
    assert panel.target.method.currentText() == "POST"


def test_a_request_from_the_list_is_aimed_at_the_current_call(panel: ComposerPanel) -> None:
    url = "http://127.0.0.1:8899/v1.0/communications/calls/of-another/playPrompt"
    panel.load("POST", url, '{"clientContext":"x"}')
    assert panel.target.template == "/v1.0/communications/calls/{id}/playPrompt"
    assert panel.editor.toPlainText() == '{\n  "clientContext": "x"\n}'
    panel.load("POST", url, "{broken")
    assert panel.editor.toPlainText() == "{broken" and not panel.check.accepted


def test_tidy(panel: ComposerPanel) -> None:
    panel.editor.replace_text('{"stopTones":["#","1"]}')
    panel.tidy.click()
    assert panel.editor.toPlainText() == '{\n  "stopTones": ["#", "1"]\n}'
    panel.editor.replace_text("{broken")
    panel.tidy.click()
    assert panel.editor.toPlainText() == "{broken"


def test_a_body_keeps_its_letters(panel: ComposerPanel, link: QuietLink) -> None:
    panel.editor.replace_text(json.dumps({"clientContext": "ü"}, ensure_ascii=False))
    panel.send()
    assert json.loads(link.sent[0][2]) == {"clientContext": "ü"}
