"""Recent calls are kept, and survive a spoilt file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.ui.phone.recent_calls import KEPT, RecentCall, RecentCalls
from app.ui.preferences import remember
from tests.helpers.window import World

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def call(name: str, **more: Any) -> RecentCall:
    return RecentCall(name, more.pop("number", "1"), "", more.pop("direction", "incoming"), AT)


@pytest.fixture(autouse=True)
def _own_preferences(world: World) -> None:
    """The world brings preferences of its own."""


def test_the_newest_is_in_front_and_the_next_run_knows_it() -> None:
    recent = RecentCalls()
    recent.clear()
    for number in range(KEPT + 3):
        recent.put(call(str(number)))
    assert [c.id for c in recent.calls[:2]] == [str(KEPT + 2), str(KEPT + 1)]
    assert len(recent.calls) == KEPT
    assert RecentCalls().calls == recent.calls


def test_a_call_is_there_once_and_learns_how_it_ended() -> None:
    recent = RecentCalls()
    recent.clear()
    recent.put(call("a"))
    recent.put(call("b"))
    ended = RecentCall("a", "1", "", "incoming", AT, "you hung up")
    recent.put(ended)
    assert [c.id for c in recent.calls] == ["b", "a"] and recent.calls[1] == ended


def test_only_what_was_dialled_is_dialled_again() -> None:
    recent = RecentCalls()
    recent.clear()
    assert recent.last_dialled is None
    recent.put(call("mine", number="42"))
    recent.put(call("theirs", direction="outgoing"))
    assert recent.last_dialled is not None and recent.last_dialled.number == "42"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[1]",
        '[{"id": "a"}]',
        '[{"id":1,"number":"","bot":"","direction":"","at":"2026-01-01"}]',
    ],
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    remember("phone/recentCalls", text)
    assert RecentCalls().calls == ()
