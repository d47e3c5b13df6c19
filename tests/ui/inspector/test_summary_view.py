"""The Summary tab."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.inspector.summary_view import SummaryView
from tests.helpers.inspected import CALL, CALLED, OPERATION, event, request, webhook, wire


@pytest.fixture
def view(qtbot: QtBot) -> SummaryView:
    view = SummaryView()
    qtbot.addWidget(view)
    view.show()
    return view


def test_words_and_figures(view: SummaryView) -> None:
    view.show_record(wire(7, request(after=2.5)), CALLED)
    assert view.headline.text() == "The bot asked to record the caller."
    assert "Graph answered 200 OK" in view.sentences.text()
    facts = view.facts.texts()
    assert facts["When"].startswith("0:02.500 of the call, at ")
    assert facts["Sent by"] == "the bot"
    assert (facts["Status"], facts["Took"]) == ("200 OK", "4.20 ms")
    assert (facts["Call"], facts["Operation"]) == (CALL, OPERATION)
    assert facts["Record"] == "no. 7, exchange"


def test_a_remedy_has_a_box(view: SummaryView) -> None:
    answer = {"error": {"code": "8523", "message": "No."}}
    view.show_record(wire(7, request(status=400, answer=answer)), CALLED)
    assert view.remedy.isVisible() and view.remedy.text()
    view.show_record(event(8, "muted"), None)
    assert not view.remedy.isVisible() and "Status" not in view.facts.texts()


def test_no_answer_has_no_status(view: SummaryView) -> None:
    view.show_record(wire(7, request(status=None, error="Gone.")), None)
    assert view.facts.texts()["Status"] == "none"


def test_who_sent_it(view: SummaryView) -> None:
    view.show_record(wire(7, webhook({})), None)
    assert view.facts.texts()["Sent by"] == "the simulator"
    view.show_record(wire(7, request(request_headers=(("User-Agent", "callsim-composer"),))), None)
    assert view.facts.texts()["Sent by"] == "the composer"
