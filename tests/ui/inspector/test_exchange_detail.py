"""The tabs of one entry."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.inspector.exchange_detail import ExchangeDetail
from tests.helpers.inspected import event, request, webhook, wire


@pytest.fixture
def detail(qtbot: QtBot) -> ExchangeDetail:
    detail = ExchangeDetail()
    qtbot.addWidget(detail)
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


def test_a_request_can_be_edited_and_sent_again(detail: ExchangeDetail, qtbot: QtBot) -> None:
    asked = request(body={"playBeep": True})
    detail.show_record(wire(1, asked))
    detail.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(detail.edit_wanted) as told:
        detail._edit.click()
    assert told.args == ["POST", asked.url, asked.request_body]


@pytest.mark.parametrize("exchange", [webhook({}), request("", method="GET")])
def test_what_cannot_be_sent_again(detail: ExchangeDetail, exchange: object) -> None:
    detail.show_record(wire(1, exchange))  # type: ignore[arg-type]
    detail.tabs.setCurrentIndex(1)
    assert not detail._edit.isVisible()
