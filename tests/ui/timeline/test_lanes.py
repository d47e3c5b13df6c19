"""The lanes follow from the events, to the sample."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from app.engine.commands import CancelMedia, HangUp, PressTone, PromptReady
from app.engine.events import OperationEnded, RecordingStarted, SpeechEnded, SpeechStarted
from app.engine.states import Phase
from app.ui.timeline.lanes import Lanes, Run, build
from tests.helpers.playbook import concatenate
from tests.helpers.told_call import SECOND, TALK, Told


def media(*uris: str) -> list[dict[str, Any]]:
    kind = "#microsoft.graph.mediaPrompt"
    return [{"@odata.type": kind, "mediaInfo": {"uri": uri}} for uri in uris]


def lanes_of(call: Told) -> Lanes:
    trace = call.trace()
    return build(trace.events, trace.operations)


def phases(run: Run) -> list[Phase]:
    return [stage.phase for stage in run.stages]


def test_a_recording_from_prompt_to_pause() -> None:
    call = Told()
    call.records(
        playBeep=True, prompts=media("http://127.0.0.1/a.wav"), maxSilenceTimeoutInSeconds=1
    )
    call.hears(TALK[:8_000])
    call.does(PromptReady("op", 0, TALK[:16_000]))
    call.hears(concatenate([("silence", 3), ("speech", 1), ("silence", 3)]))
    (run,) = lanes_of(call).runs
    assert phases(run) == [
        Phase.PROMPT,
        Phase.BEEP,
        Phase.LISTENING,
        Phase.SPEAKING,
        Phase.PAUSING,
    ]
    stages = run.stages
    assert all(a.end == b.start for a, b in itertools.pairwise(stages)), "no holes"
    assert stages[-1].end == run.end == call.of(OperationEnded).sample
    prompt, beep = run.sounds
    assert (prompt.kind, beep.kind) == ("prompt", "beep")
    assert prompt.end == beep.start and beep.end == run.recording
    assert prompt.start > stages[0].start, "it had to be fetched first"


def test_timers_run_down_and_one_wins() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1, initialSilenceTimeoutInSeconds=5)
    call.hears(TALK)
    (run,) = lanes_of(call).runs
    initial, pause, duration = run.timers
    assert (initial.start, initial.end) == (
        call.of(RecordingStarted).sample,
        call.of(SpeechStarted).sample,
    )
    assert initial.left(initial.start) == initial.total == 5 * SECOND and not initial.won
    assert pause.won and pause.start == call.of(SpeechEnded).sample
    assert pause.end == run.end and pause.left(10**9) == 0
    assert not duration.won and duration.left(10**9) > 0
    assert duration.left(duration.start + 100) == duration.total - 100


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"initialSilenceTimeoutInSeconds": 1}, "initial_silence"),
        ({"maxRecordDurationInSeconds": 2}, "max_duration"),
    ],
)
def test_other_winners(body: dict[str, int], name: str) -> None:
    call = Told()
    call.records(**body)
    call.hears(concatenate([("silence", 1.5), ("speech", 8)]))
    (run,) = lanes_of(call).runs
    (won,) = [timer for timer in run.timers if timer.won]
    assert won.name == name and won.left(10**9) == 0


def test_the_key_that_ended_it_is_marked() -> None:
    call = Told()
    call.records(stopTones=["#"])
    call.hears(TALK[: 2 * SECOND])
    call.does(PressTone("5"))
    call.hears(TALK[:SECOND])
    call.does(PressTone("#"))
    call.hears(TALK[:SECOND])
    call.does(PressTone("7"))
    lanes = lanes_of(call)
    assert [(key.tone, key.ended) for key in lanes.keys] == [
        ("5", False),
        ("#", True),
        ("7", False),
    ]
    assert lanes.runs[0].key == lanes.keys[1]


def test_one_waits_for_the_other() -> None:
    call = Told()
    call.records("one", maxSilenceTimeoutInSeconds=1)
    call.records("two", maxSilenceTimeoutInSeconds=1)
    call.hears(TALK[:SECOND])
    one, two = lanes_of(call).runs
    assert two.began is None and phases(two) == [Phase.QUEUED] and two.stages[0].end is None
    call.hears(TALK)
    one, two = lanes_of(call).runs
    assert two.began == one.end and two.stages[0].end == two.recording
    lanes = lanes_of(call)
    assert one.end is not None
    there = lanes.at(one.end - 1)
    assert there is not None and there[0].id == "one"
    assert lanes.front is not None and lanes.front.id == "two"
    assert lanes.run("one") is not None and lanes.run(None) is None


def test_cancelled_ones_end_where_they_stand() -> None:
    call = Told()
    call.records("one")
    call.records("two")
    call.hears(TALK[:SECOND])
    call.does(CancelMedia())
    one, two = lanes_of(call).runs
    assert one.end == two.end == call.engine.now
    assert phases(one) == [Phase.LISTENING] and phases(two) == [Phase.QUEUED]


def test_a_frame_gets_what_is_in_sight() -> None:
    call = Told()
    for name in ("one", "two", "three"):
        call.records(name, maxRecordDurationInSeconds=2, initialSilenceTimeoutInSeconds=2)
        call.hears(TALK[: SECOND // 2])
        call.does(PressTone("5"))
        call.hears(TALK[: 4 * SECOND])
    lanes = lanes_of(call)
    second = lanes.runs[1]
    assert second.end is not None
    seen = lanes.between(second.queued + 100, second.end - 100)
    assert [run.id for run in seen.runs] == ["two"] and len(seen.keys) == 1
    assert [run.id for run in lanes.between(second.end, 10**9).runs] == ["two", "three"]


def test_the_call_itself() -> None:
    call = Told()
    assert lanes_of(call).established == 0 and lanes_of(call).ended is None
    call.hears(TALK[:SECOND])
    call.does(HangUp())
    assert lanes_of(call).ended == call.engine.now
    assert Lanes().front is None and Lanes().at(5) is None
