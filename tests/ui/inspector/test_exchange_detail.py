"""The tabs of one entry."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.inspector.exchange_actions import ExchangeActions
from app.ui.inspector.exchange_detail import CORNER, ExchangeDetail
from tests.helpers.inspected import OPERATION, QuietLink, event, request, webhook, wire
from tests.helpers.keeping import Keep


@pytest.fixture
def actions(qapp: object, keep: Keep) -> ExchangeActions:
    link = keep(QuietLink())
    return keep(ExchangeActions(link, link))  # type: ignore[arg-type]


@pytest.fixture
def detail(actions: ExchangeActions, keep: Keep) -> ExchangeDetail:
    detail = keep(ExchangeDetail(actions))
    detail.resize(CORNER + 100, 300)
    detail.show()
    return detail


def names(detail: ExchangeDetail) -> list[str]:
    tabs = detail.tabs
    return [tabs.tabText(page) for page in range(tabs.count()) if tabs.isTabVisible(page)]


def test_nothing_chosen(detail: ExchangeDetail) -> None:
    assert not detail.tabs.isVisible()
    detail.show_record(event(1, "muted"))
    assert detail.tabs.isVisible()
    detail.show_record(None)
    assert not detail.tabs.isVisible()


def test_an_exchange_has_both_sides_and_an_event_its_data(detail: ExchangeDetail) -> None:
    detail.show_record(wire(1, request(body={"playBeep": True}, answer={"id": "x"})))
    assert names(detail) == ["Summary", "Request", "Response", "Timing", "Ledger"]
    assert "playBeep" in detail.request.body.text and '"id"' in detail.response.body.text
    detail.show_record(event(2, "ended", subcode=8514))
    assert names(detail) == ["Summary", "Data", "Timing", "Ledger"]
    assert '"subcode": 8514' in detail.data.text


def test_the_tab_in_front_stays_where_it_can(detail: ExchangeDetail) -> None:
    detail.show_record(wire(1, request()))
    detail.tabs.setCurrentIndex(1)
    detail.show_record(wire(2, request()))
    assert detail.tabs.currentIndex() == 1
    detail.show_record(event(3, "muted"))
    assert detail.tabs.currentIndex() == 0


def test_a_request_can_be_edited_and_sent_again(
    detail: ExchangeDetail, actions: ExchangeActions, qtbot: QtBot
) -> None:
    asked = request(body={"playBeep": True})
    detail.show_record(wire(1, asked))
    with qtbot.waitSignal(actions.edit_wanted) as told:
        detail.edit.click()
    assert told.args == ["POST", asked.url, asked.request_body]
    with qtbot.waitSignal(actions.said):
        detail.replay.click()


def test_what_cannot_be_done_is_not_offered(detail: ExchangeDetail) -> None:
    detail.show_record(wire(1, webhook({})))
    assert detail.replay.isEnabled() and not detail.edit.isEnabled() and detail.copy.isEnabled()
    detail.show_record(wire(2, request(kind="prompt", direction="out", method="GET")))
    assert not detail.replay.isEnabled()
    detail.show_record(event(3, "muted"))
    assert not detail.replay.isEnabled() and not detail.copy.isEnabled()


def test_it_is_copied_in_several_ways(detail: ExchangeDetail) -> None:
    detail.show_record(wire(1, request()))
    detail._fill_copies()
    texts = [action.text() for action in detail.copy.menu().actions()]
    assert [text.partition("(")[2][:4] for text in texts] == ["bash", "Powe", "http", ""]


def test_in_a_narrow_window_the_tabs_have_all_the_room(detail: ExchangeDetail) -> None:
    detail.show_record(wire(1, request()))
    assert detail.replay.isVisible()
    detail.resize(CORNER - 110, 300)
    assert not detail.replay.isVisible()
    bar = detail.tabs.tabBar()
    last = bar.tabRect(bar.count() - 1)
    assert last.right() <= detail.width(), "the ledger is in sight"


def test_two_are_compared(detail: ExchangeDetail) -> None:
    detail.show_pair(wire(1, request(body={"a": 1})), wire(2, request(body={"a": 2})))
    assert detail.pair.isVisible() and ("$.a", "1", "2") in detail.pair.rows()
    detail.show_record(wire(1, request()))
    assert detail.tabs.isVisible() and not detail.pair.isVisible()


def test_a_downloaded_recording_leads_to_the_recording(
    detail: ExchangeDetail, qtbot: QtBot
) -> None:
    note = f"[recording: 207,404 bytes, application/octet-stream, SHA-256 {'ab' * 32}]"
    detail.show_record(wire(1, request(kind="download", method="GET", answer=note)))
    detail.tabs.setCurrentIndex(2)
    button = detail.response.body._hear
    assert button.isVisible()
    with qtbot.waitSignal(detail.recording_wanted) as told:
        button.click()
    assert told.args == [OPERATION]
    detail.show_record(wire(2, request(kind="prompt", method="GET", answer=note)))
    assert not button.isVisible(), "a prompt is no recording"
