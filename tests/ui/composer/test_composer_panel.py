"""The composer against the link."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.graph.catalogue import find
from app.graph.profiles import V1
from app.ui.composer.composer_panel import ComposerPanel
from app.ui.composer.presets import NO_BOT, presets
from app.ui.preferences import BOT_KEY, remember
from tests.helpers.inspected import BOT, CALL, QuietLink, SetClock, at, call, request, wire
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
    await world.bot.answer(call_id)
    await world.until(panel.send_button.isEnabled)
    panel.editor.replace_text('{"playBeep": false}')
    panel.send_button.click()
    await world.until(lambda: panel.result.text.text().startswith("200 OK"))
    path = f"/v1.0/communications/calls/{call_id}/recordResponse"
    assert world.core.client.made == [("POST", path, '{"playBeep": false}')]
    assert len(panel.outbox) == 0 and len(panel.history.menu().actions()) == 1


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


def test_without_a_call_nothing_is_sent_into_one(qtbot: QtBot, keep: Keep) -> None:
    link = QuietLink()
    panel = keep(ComposerPanel(link, clock=SetClock()))  # type: ignore[arg-type]
    panel.send()
    assert link.sent == [] and not panel.send_button.isEnabled()
    assert "no call" in panel.send_button.toolTip()
    panel.target.choose("create call")
    panel.send()
    assert [path for _, path, _ in link.sent] == ["/v1.0/communications/calls"]


def test_late_news_of_an_older_call_changes_nothing(panel: ComposerPanel, link: QuietLink) -> None:
    link.call_changed.emit(call(id="next", created=at(50)))
    link.call_changed.emit(call(state=CallState.TERMINATED))
    panel.send()
    assert "/calls/next/" in link.sent[0][1]


def test_an_ended_call_can_be_asked_too(panel: ComposerPanel, link: QuietLink) -> None:
    link.call_changed.emit(call(state=CallState.TERMINATED))
    panel.send()
    assert len(link.sent) == 1, "Graph's 404 is worth a try"


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


def test_another_operation_begins_with_its_preset(panel: ComposerPanel) -> None:
    panel.target.choose("playPrompt")
    operation = find("playPrompt", V1)
    assert operation is not None
    found = presets(operation, V1)
    assert panel.editor.toPlainText() == found[0].body
    menu = panel.presets.menu()
    titles = [action.text() for action in menu.actions()]
    assert titles[-2:] == ["At the edges", "Refused by Graph"]
    refused = menu.actions()[-1].menu()
    refused.actions()[0].trigger()  # type: ignore[union-attr]
    assert not panel.check.accepted


def test_the_generation_judges_the_body(panel: ComposerPanel, link: QuietLink) -> None:
    panel.target.choose("record", "2018")
    panel.editor.replace_text('{"stopTones": ["11"], "maxRecordDurationInSeconds": 1800}')
    panel.check_now()
    assert panel.check.accepted and "recordingFormat" in panel.form.fields
    panel.target.generation.setCurrentText("v1.0")
    assert "recordingFormat" not in panel.form.fields
    panel.editor.replace_text('{"stopTones": ["11"]}')
    panel.check_now()
    assert panel.check.field == "stopTones"
    panel.send()
    assert link.sent == [("POST", PATH, '{"stopTones": ["11"]}')]


def test_form_and_json_are_the_same(panel: ComposerPanel) -> None:
    panel.editor.replace_text('{"PlayBeep": false}')
    panel.check_now()
    assert panel.form.fields["playBeep"].text == "false"
    panel.form.fields["stopTones"].type("# 1")
    panel.form.fields["playBeep"].type("true")
    body = json.loads(panel.editor.toPlainText())
    assert body == {"PlayBeep": True, "stopTones": ["#", "1"]}, "its spelling stays"
    panel.form.fields["stopTones"].type("")
    assert json.loads(panel.editor.toPlainText()) == {"PlayBeep": True}
    panel.editor.undo()
    assert "stopTones" in panel.editor.toPlainText()


def test_errors_stand_at_the_field(panel: ComposerPanel) -> None:
    field = panel.form.fields["maxSilenceTimeoutInSeconds"]
    field.type("300")
    assert "300 is out of range 1..120" in field.error.text()
    assert panel.form.fields["playBeep"].error.text() == ""
    field.type("3")
    assert field.error.text() == "" and panel.check.accepted


def test_over_broken_json_the_form_waits(panel: ComposerPanel) -> None:
    panel.editor.replace_text('{"playBeep": ')
    panel.check_now()
    assert not panel.form.fields["playBeep"].isEnabled() and "broken" in panel.form._note.text()
    panel.form.edited.emit("playBeep", True)
    assert panel.editor.toPlainText() == '{"playBeep": ', "nothing is lost"
    panel.editor.replace_text("")
    panel.check_now()
    panel.form.fields["playBeep"].type("true")
    assert json.loads(panel.editor.toPlainText()) == {"playBeep": True}


def test_a_request_is_sent_many_times(panel: ComposerPanel, link: QuietLink) -> None:
    panel.editor.replace_text("{}")
    panel.times.setValue(3)
    panel.send()
    assert len(link.sent) == 3
    answer = {"error": {"code": "8501", "message": "Not now."}}
    link.tell([wire(5, request(body="{}")), wire(6, request(body="{}", status=400, answer=answer))])
    assert panel.result.text.text().startswith("2 of 3, 1 refused · 400")
    assert len(panel.outbox) == 1
    link.tell([wire(7, request(body="{}"))])
    assert panel.result.text.text().startswith("3 of 3, 1 refused · 200")
    assert len(panel.outbox) == 0


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
    assert panel.target.action.currentText() == "recordResponse"
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


def test_a_setting_is_in_force_at_once(panel: ComposerPanel, link: QuietLink) -> None:
    panel.editor.replace_text('{"prompts": []}')
    panel.check_now()
    assert panel.check.accepted
    link.settings = link.settings.set("prompts.empty", "reject")
    link.settings_changed.emit(link.settings)
    assert panel.check.field == "prompts"


def test_presets_name_the_bot_that_is_known(qtbot: QtBot, keep: Keep) -> None:
    link = QuietLink()
    panel = keep(ComposerPanel(link, clock=SetClock()))  # type: ignore[arg-type]

    def callback() -> str:
        panel.target.choose("get call")
        panel.target.choose("create call")
        return str(json.loads(panel.editor.toPlainText())["callbackUri"])

    assert callback() == NO_BOT
    remember(BOT_KEY, "127.0.0.1:3979/typed")
    assert callback() == "http://127.0.0.1:3979/typed"
    remember(BOT_KEY, "http://[half")
    assert callback() == NO_BOT
    link.settings = link.settings.set("bot.url", "http://127.0.0.1:3978/set")
    assert callback() == "http://127.0.0.1:3978/set"
    link.call_changed.emit(call())
    assert callback() == BOT
