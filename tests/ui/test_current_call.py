"""Which call the window shows."""

from __future__ import annotations

from datetime import timedelta

from app.engine.states import CallState
from app.ui.current_call import CurrentCall, is_live, rings
from tests.helpers.snapshots import START, call


def test_it_is_the_newest_one() -> None:
    current = CurrentCall()
    assert current.snapshot is None and current.id is None
    older = call(id="a", created=START)
    newer = call(id="b", created=START + timedelta(seconds=1))
    assert current.take(older) and current.id == "a"
    assert current.take(newer) and current.id == "b"
    assert not current.take(older) and current.snapshot is newer
    again = call(id="b", created=newer.created, seconds=9.0)
    assert current.take(again) and current.snapshot is again


def test_a_call_that_only_rings_waits_behind_one_that_goes_on() -> None:
    current = CurrentCall()
    talking = call(id="a", created=START)
    later = START + timedelta(seconds=1)
    ringing = call(CallState.ESTABLISHING, id="b", created=later, direction="outgoing")
    assert rings(ringing) and is_live(ringing) and not rings(talking)
    assert current.take(talking) and not current.take(ringing)
    assert current.take(call(CallState.TERMINATED, id="a", created=START))
    assert current.take(ringing) and current.id == "b"
    assert not is_live(None) and not rings(None)


def test_a_second_call_that_was_taken_comes_to_the_front() -> None:
    current = CurrentCall()
    assert current.take(call(id="a", created=START))
    later = START + timedelta(seconds=1)
    assert current.take(call(id="b", created=later, direction="outgoing"))
