"""The Timing tab."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.inspector.timing_view import TimingView
from tests.helpers.inspected import CALLED, event, request, webhook, wire


@pytest.fixture
def view(qtbot: QtBot) -> TimingView:
    view = TimingView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def test_a_request(view: TimingView) -> None:
    view.show_record(wire(1, request(after=2.0)), CALLED, None)
    facts = view.facts.texts()
    assert facts["Started"].startswith("0:02.000 ") and facts["Ended"].startswith("0:02.004 ")
    assert view.bars.accessibleDescription() == "Until the answer: 4.20 ms"


def test_its_parts_are_shown_where_they_were_measured(view: TimingView) -> None:
    parts = {"request_seconds": 0.001, "response_seconds": 0.002}
    view.show_record(wire(1, request(**parts)), None, None)
    described = view.bars.accessibleDescription()
    assert described == (
        "Request came in: 1.00 ms, Until the answer: 1.20 ms, Answer went out: 2.00 ms"
    )
    view.show_record(wire(1, webhook({}, response_seconds=0.002)), None, None)
    described = view.bars.accessibleDescription()
    assert described == "Until the answer: 2.20 ms, Answer came in: 2.00 ms"


def test_a_webhook_shows_how_long_it_waited(view: TimingView) -> None:
    told = wire(9, webhook({}, after=2.003, attempt=2))
    view.show_record(told, CALLED, event(8, "ended", 2.0))
    assert view.facts.texts()["Sent"] == "3.00 ms after no. 8 (ended)"
    assert view.facts.texts()["Attempt"] == "2"
    described = view.bars.accessibleDescription()
    assert described == "Until it was sent: 3.00 ms, Until the answer: 4.20 ms"


def test_a_failure_is_named(view: TimingView) -> None:
    view.show_record(wire(1, webhook({}, status=None, error="x")), None, None)
    assert view.bars.accessibleDescription().startswith("Until it failed")


def test_an_event_has_a_sample_and_a_delay(view: TimingView) -> None:
    view.show_record(event(1, "speechStarted", 0.9, knownAt=1.028), CALLED, None)
    facts = view.facts.texts()
    assert facts["Call's audio"] == "0.9000 s, sample 14,400 at 16 kHz"
    assert facts["Decided"] == "128 ms later, at 1.0280 s"
    assert not view.bars.isVisible()


def test_the_bars_are_painted(view: TimingView) -> None:
    view.show_record(wire(9, webhook({}, after=2.003)), CALLED, event(8, "ended", 2.0))
    image = view.bars.grab().toImage()
    colors = {
        image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())
    }
    t = theme.tokens()
    assert {t.warn.rgb(), t.accent.rgb(), t.track.rgb()} <= colors


def test_in_little_room_it_scrolls_and_nothing_is_squeezed(view: TimingView) -> None:
    view.resize(400, 60)
    view.show_record(wire(1, request(request_seconds=0.001, response_seconds=0.002)), CALLED, None)
    QApplication.processEvents()
    assert view.bars.height() == 3 * view.bars.LINE
    assert view.verticalScrollBar().maximum() > 0
