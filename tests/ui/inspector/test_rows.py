"""A record as a line of the list."""

from __future__ import annotations

from app.ui.inspector.row import Category
from app.ui.inspector.rows import build_row
from tests.helpers.inspected import CALLED, event, request, wire


def test_an_exchange_counts_from_its_start() -> None:
    row = build_row(wire(1, request(after=2.5)), CALLED)
    assert (row.category, row.time) == (Category.API, "0:02.500")


def test_an_event_counts_from_when_it_was_known() -> None:
    row = build_row(event(1, "muted", 3.25), CALLED)
    assert (row.category, row.time) == (Category.EVENT, "0:03.250")


def test_without_a_call_the_time_of_day_is_shown() -> None:
    assert build_row(event(1, "warning"), None).time.count(":") == 2
