"""A call's history: complete in pieces, exact to the sample, and gone when it is discarded."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from app.engine.commands import HangUp, PressTone
from app.engine.events import OperationEnded, RecordingStarted, ToneReceived
from app.engine.recording import Tone
from app.engine.speech import CHUNK
from app.engine.what_if import Heard, decide
from app.runtime.call_history import AFTER
from app.runtime.timeline_tail import Since, Tail
from tests.helpers.inspected import request as exchange
from tests.helpers.inspected import wire
from tests.helpers.playbook import ScriptedModel
from tests.helpers.told_call import KEEP, SECOND, START, TALK, Told


def test_everything_is_told_in_one_piece_or_in_many() -> None:
    call = Told()
    pieces: list[Tail] = []
    since = Since()
    call.records(maxSilenceTimeoutInSeconds=1)
    for start in range(0, len(TALK), 5_000):
        call.hears(TALK[start : start + 5_000])
        pieces.append(call.history.tail(since))
        since = pieces[-1].next
    whole = call.history.tail(Since())
    assert whole.next == since and whole.now == call.engine.now
    assert np.array_equal(np.concatenate([p.extremes for p in pieces]), whole.extremes)
    assert [e for p in pieces for e in p.events] == list(whole.events)
    assert [o for p in pieces for o in p.operations] == list(whole.operations)
    values = [v for p in pieces for j in p.judged for v in j.probabilities]
    assert values == list(whole.judged[0].probabilities)
    last = [p.judged[0] for p in pieces if p.judged][-1]
    assert last.first + len(last.probabilities) == len(values)
    empty = call.history.tail(since)
    assert not (len(empty.extremes) or empty.events or empty.judged or empty.operations)


@pytest.mark.parametrize("frame", [160, 320, 777])
def test_the_detector_hears_on_after_the_end_as_if_nothing_had_ended(frame: int) -> None:
    call = Told(frame)
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    started, ended = call.of(RecordingStarted), call.of(OperationEnded)
    (judged,) = call.history.tail(Since()).judged
    heard = call.history.audio.read(started.sample, ended.sample + AFTER)
    assert heard is not None
    expected = ScriptedModel().feed(heard)
    assert judged.start == started.sample
    assert list(judged.probabilities) == pytest.approx(expected)
    assert ended.sample + AFTER - started.sample - len(expected) * CHUNK < CHUNK


def test_what_was_kept_decides_it_as_the_call_did() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1, stopTones=["#"])
    call.hears(TALK[: 3 * SECOND])
    call.does(PressTone("#"))
    call.hears(TALK[3 * SECOND :])
    started, ended, key = call.of(RecordingStarted), call.of(OperationEnded), call.of(ToneReceived)
    tail = call.history.tail(Since())
    wanted = tail.operations[0].request
    assert wanted is not None
    heard = Heard(
        len(tail.judged[0].probabilities) * CHUNK,
        tail.judged[0].probabilities,
        (Tone(key.tone, key.sample - started.sample),),
    )
    again = decide(heard, wanted, after_playback=False)
    assert again is not None
    assert (again.cause, again.sample) == (ended.cause, ended.sample - started.sample)


def test_a_recording_that_follows_ends_the_listening_on() -> None:
    call = Told()
    call.records("one", maxSilenceTimeoutInSeconds=1)
    call.hears(TALK[: 4 * SECOND])
    call.records("two", maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    first, second = call.history.tail(Since()).judged
    assert (first.operation, second.operation) == ("one", "two")
    assert first.start + len(first.probabilities) * CHUNK <= second.start


def test_the_take_is_not_kept_twice() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    assert call.of(OperationEnded).audio is not None
    ended = [e for e in call.history.tail(Since()).events if isinstance(e, OperationEnded)]
    assert [event.audio for event in ended] == [None]


def test_audio_of_operations_outlives_the_rest() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    ended = call.of(OperationEnded).sample
    call.hears(np.zeros(60 * SECOND, np.int16), keep=10 * SECOND)
    spans = call.history.tail(Since()).kept
    assert spans[0][0] <= SECOND and ended + AFTER - SECOND < spans[0][1] <= ended + AFTER + SECOND
    assert spans[-1][1] == call.engine.now and spans[-1][0] >= call.engine.now - 12 * SECOND


def test_exchanges_are_put_on_the_axis() -> None:
    call = Told()
    call.hears(np.zeros(4 * SECOND, np.int16))
    for seq, after, took in ((1, -3.0, 0.1), (2, 2.5, 0.25), (3, 5.5, 1.0)):
        started = START + timedelta(seconds=after)
        call.history.add_exchange(wire(seq, exchange(started=started, seconds=took)))
    early, middle, late = call.history.tail(Since()).exchanges
    assert (early.start, early.end) == (0, 0)
    assert middle.start == pytest.approx(2.5 * SECOND, abs=400)
    assert middle.end - middle.start == pytest.approx(4_000, abs=400)
    assert late.start == pytest.approx(5.5 * SECOND, abs=400), "after the last sample"
    since = call.history.tail(Since()).next
    assert call.history.tail(since).exchanges == ()
    call.history.forget_exchanges(2)
    assert [seen.record.seq for seen in call.history.tail(Since()).exchanges] == [3]


def test_what_is_discarded_is_gone_and_told_anew() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    since = call.history.tail(Since()).next
    call.does(HangUp())
    call.history.discard()
    tail = call.history.tail(since)
    assert tail.since.epoch == since.epoch + 1 and tail.since.columns == 0
    assert not (len(tail.extremes) or tail.events or tail.judged or tail.kept)
    assert not any(trace.probabilities for trace in call.model.traces)
    call.history.hear(np.zeros(320, np.int16), START, KEEP)
    assert call.history.tail(since).kept == ()
