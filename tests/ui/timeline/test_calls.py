"""Which call the timeline shows."""

from __future__ import annotations

from app.ui.timeline.calls import KnownCalls
from tests.helpers.inspected import at, call


def test_the_newest_until_another_is_chosen() -> None:
    calls = KnownCalls()
    assert calls.shown is None
    assert calls.take(call(id="a", created=at(0)))
    assert calls.take(call(id="b", created=at(5)))
    assert not calls.take(call(id="a", created=at(0))), "late news of the older one"
    assert calls.shown_id == "b" and [identity for identity, _ in calls.names()] == ["b", "a"]
    calls.choose("a")
    assert calls.shown is not None and calls.shown.id == "a"
    assert not calls.take(call(id="b", created=at(5)))
    assert calls.take(call(id="c", created=at(9))) and calls.shown_id == "c"
    calls.choose("unknown")
    assert calls.shown_id == "c"
