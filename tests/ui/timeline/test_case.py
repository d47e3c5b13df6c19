"""What if: the same parameters give the same end, others what a new call would have given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.commands import HangUp, PressTone
from app.engine.events import OperationEnded, RecordingStarted
from app.engine.outcome import Cause
from app.ui.timeline.case import Case, answer, case_of, read_stop_tones
from app.ui.timeline.lanes import build
from tests.helpers.playbook import concatenate
from tests.helpers.told_call import SECOND, Told

SOUND = concatenate(
    [("silence", 1), ("speech", 1), ("silence", 1.5), ("speech", 1), ("silence", 20)]
)


def call_with(**body: object) -> Told:
    call = Told()
    call.records(**body)
    call.hears(SOUND)
    return call


def case(call: Told) -> Case:
    trace = call.trace()
    found = case_of(trace, build(trace.events, trace.operations).front)
    assert found is not None
    return found


def ending(call: Told) -> tuple[Cause, int]:
    ended = call.of(OperationEnded)
    return ended.cause, ended.sample - call.of(RecordingStarted).sample


BODIES = [
    {"maxSilenceTimeoutInSeconds": 1},
    {"maxSilenceTimeoutInSeconds": 2},
    {"maxSilenceTimeoutInSeconds": 5},
    {"initialSilenceTimeoutInSeconds": 1},
    {"maxRecordDurationInSeconds": 4},
    {"maxSilenceTimeoutInSeconds": 2, "playBeep": True},
]


@pytest.mark.parametrize("body", BODIES)
def test_what_it_had_gives_what_it_got(body: dict[str, object]) -> None:
    call = call_with(**body)
    found = answer(case(call), case(call).real)
    assert found.shown.ending is not None
    assert (found.shown.ending.cause, found.shown.ending.sample) == ending(call)
    assert found.outcome == call.of(OperationEnded).outcome
    assert found.shown.end == call.of(OperationEnded).sample


@pytest.mark.parametrize("body", BODIES[:5])
def test_other_parameters_give_what_a_new_call_gets(body: dict[str, object]) -> None:
    asked, new = case(call_with(maxSilenceTimeoutInSeconds=1)), call_with(**body)
    found = answer(asked, replace(case(new).real))
    assert found.shown.ending is not None
    assert (found.shown.ending.cause, found.shown.ending.sample) == ending(new)


def test_where_the_audio_is_over_it_is_undecided_or_silence_is_assumed() -> None:
    asked = case(call_with(maxSilenceTimeoutInSeconds=1))
    longer = replace(asked.real, max_silence=60.0, max_duration=90.0)
    found = answer(asked, longer)
    assert found.outcome is None and found.shown.ending is None
    assert found.seconds == asked.length / SECOND == pytest.approx(13.0, abs=0.2)
    assert found.shown.end == asked.start + asked.length
    assumed = answer(asked, replace(longer, silence=True))
    assert assumed.shown.ending is not None
    assert assumed.shown.ending.cause is Cause.MAX_SILENCE and assumed.limit == 60.0
    assert assumed.shown.end > assumed.shown.audio_end


def test_stop_tones_and_which_keys_count() -> None:
    call = Told()
    call.records(stopTones=["#"])
    call.hears(SOUND[: 2 * SECOND])
    call.does(PressTone("5"))
    call.hears(SOUND[: SECOND // 2])
    call.does(PressTone("#"))
    call.hears(SOUND)
    asked = case(call)
    assert answer(asked, asked.real).tone == "#"
    five = answer(asked, replace(asked.real, stop_tones=("5",)))
    assert (five.tone, five.source) == ("5", "pad") and five.seconds == 2.0
    both = answer(asked, replace(asked.real, stop_tones=("5#",)))
    assert both.tone == "#" and both.seconds == 2.5
    heard = replace(asked, keys=tuple((tone, "audio") for tone, _ in asked.keys))
    assert answer(heard, asked.real).tone == "#"
    deaf = answer(heard, replace(asked.real, tones_in_audio=False))
    assert deaf.tone is None and deaf.outcome is not None and deaf.outcome.subcode != 8514


def test_the_sensitivity_moves_the_end() -> None:
    asked = case(call_with(maxSilenceTimeoutInSeconds=1))
    faint = replace(asked, probabilities=tuple(p * 0.4 for p in asked.probabilities))
    dull = answer(faint, replace(asked.real, initial_silence=3.0))
    keen = answer(faint, replace(asked.real, initial_silence=3.0, sensitivity=1.0))
    assert dull.shown.turns == () and len(keen.shown.turns) >= 2
    assert dull.shown.ending is not None and dull.shown.ending.cause is Cause.INITIAL_SILENCE


def test_what_was_cut_off_by_the_end_of_the_call_has_a_case() -> None:
    call = Told()
    call.records()
    call.hears(SOUND[: 2 * SECOND])
    call.does(HangUp())
    asked = case(call)
    assert answer(asked, asked.real).outcome is None
    early = answer(asked, replace(asked.real, initial_silence=0.5))
    assert early.outcome is not None and early.seconds == 0.5


def test_without_a_finished_recording_there_is_no_case() -> None:
    call = Told()
    assert case_of(call.trace(), None) is None
    call.records()
    call.hears(SOUND[:SECOND])
    trace = call.trace()
    assert case_of(trace, build(trace.events, trace.operations).front) is None


def test_stop_tones_are_read() -> None:
    assert read_stop_tones("# 1, *") == ("#", "1", "*")
    assert read_stop_tones(" a  12# ") == ("A", "12#") and read_stop_tones("") == ()
    with pytest.raises(ValueError, match="X"):
        read_stop_tones("# x")
