"""A trace is the history, in whatever pieces it came."""

from __future__ import annotations

import numpy as np

from app.engine.commands import HangUp
from app.runtime.outline import COLUMN
from app.runtime.timeline_tail import Since
from app.ui.timeline.trace import Trace
from tests.helpers.told_call import SECOND, TALK, Told


def test_pieces_make_the_whole() -> None:
    call, growing = Told(), Trace("call")
    call.records(maxSilenceTimeoutInSeconds=1)
    for start in range(0, len(TALK), 7_000):
        call.hears(TALK[start : start + 7_000])
        call.trace(growing)
    whole = call.trace()
    assert np.array_equal(growing.extremes, whole.extremes)
    assert growing.events == whole.events and growing.operations == whole.operations
    one, other = growing.probabilities["op"], whole.probabilities["op"]
    assert one.values == other.values and one.end == other.end
    assert growing.now == whole.now == call.engine.now and whole.revision == 1
    assert growing.revision > 1


def test_it_says_from_where_on_it_looks_otherwise() -> None:
    call, trace = Told(), Trace("call")
    call.records(maxSilenceTimeoutInSeconds=3)
    call.trace(trace)
    call.hears(TALK[: 2 * SECOND + 1_000])
    call.trace(trace)
    call.hears(TALK[2 * SECOND + 1_000 : 3 * SECOND])
    changed = trace.take(call.history.tail(trace.since))
    known = 3 * SECOND + 1_000
    assert known - 3_000 < changed < known, "the speech had ended before what was known then"


def test_an_answer_that_does_not_fit_is_left_alone() -> None:
    call, trace = Told(), Trace("call")
    stale = call.history.tail(Since())
    trace.take(stale)
    trace.take(stale)
    assert trace.columns == SECOND // COLUMN


def test_what_was_discarded_is_forgotten() -> None:
    call = Told()
    call.records()
    call.hears(TALK)
    trace = call.trace()
    assert not trace.discarded
    call.does(HangUp())
    call.history.discard()
    call.trace(trace)
    assert trace.discarded and trace.events == [] and trace.kept == () and not trace.probabilities
