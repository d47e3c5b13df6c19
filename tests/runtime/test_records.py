"""What happened."""

from __future__ import annotations

from tests.helpers.inspected import event, request, wire


def test_a_record_weighs_what_its_bodies_do() -> None:
    assert wire(1, request(body="x" * 30, answer="y" * 12)).weight == 42
    assert event(2, "muted").weight == 0
