"""What is known of an entry, beside its payload."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.inspector.ledger_view import LedgerView, evidence_of
from tests.helpers.inspected import event, request, webhook, wire
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def view(qtbot: QtBot) -> LedgerView:
    view = LedgerView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def stopped() -> dict[str, object]:
    return {
        "@odata.type": "#microsoft.graph.recordOperation",
        "status": "completed",
        "resultInfo": {"code": 200, "subcode": 8514, "message": "stop tone"},
    }


def test_a_code_that_nobody_documents_is_marked(view: LedgerView) -> None:
    view.show_record(wire(1, webhook(stopped(), change="deleted")))
    subjects = {subject: evidence for subject, evidence, _, _ in view.texts()}
    assert subjects["outcome.stopTone"] == "assumed"
    assert "may differ" in view._intro.text()
    first = view._cards[0]
    assert first.accessibleName().startswith("assumed: outcome.stopTone")


def test_another_entry_replaces_it(view: LedgerView) -> None:
    view.show_record(wire(1, webhook(stopped(), change="deleted")))
    view.show_record(event(2, "beepStarted"))
    assert view.texts() == [] and "no entry" in view._intro.text()
    view.show_record(wire(3, request("/keepAlive")))
    assert view.texts()[0][:2] == ("action.keepAlive", "documented")
    assert "All of this is documented" in view._intro.text()


@on_qt_loop
async def test_the_end_of_a_real_recording(world: World) -> None:
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: "ended" in world.kinds())
    ended = next(record for record in world.records if record.kind == "ended")
    assert [entry.subject for entry in evidence_of(ended)] == ["outcome.initialSilence"]
