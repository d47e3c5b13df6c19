"""One operation from its turn to its end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from app.engine.commands import CancelMedia, PlayPrompt, PromptFailed, PromptReady
from app.engine.events import (
    BeepStarted,
    PromptEnded,
    PromptStarted,
    RecordingStarted,
    ToneReceived,
)
from app.engine.outcome import Cause
from app.engine.states import Phase
from app.engine.timebase import to_samples
from app.engine.tones import dtmf
from tests.helpers.playbook import BEEP, Playbook

PROMPT = np.arange(1, 5_001).astype(np.int16)


def test_prompt_then_beep_then_recording() -> None:
    play = Playbook()
    operation = play.record(beep=True, prompts=1)
    play.does(PromptReady(operation, 0, PROMPT))
    play.is_silent(1.5)
    started = play.told(PromptStarted)[0].sample
    assert play.told(PromptEnded)[0].sample == started + len(PROMPT)
    assert play.told(BeepStarted)[0].sample == started + len(PROMPT)
    assert play.told(RecordingStarted)[0].sample == started + len(PROMPT) + len(BEEP)
    heard = play.speaker[1:]
    assert np.array_equal(heard[: len(PROMPT)], PROMPT)
    assert np.array_equal(heard[len(PROMPT) : len(PROMPT) + len(BEEP)], BEEP)
    assert not heard[len(PROMPT) + len(BEEP) :].any()


def test_timers_start_after_prompt_and_beep() -> None:
    play = Playbook()
    operation = play.record(beep=True, prompts=1, initial_silence=2)
    play.is_silent(10)
    assert play.ending is None, "the prompt is still on its way"
    play.does(PromptReady(operation, 0, PROMPT))
    play.is_silent(4)
    assert play.ending == ("failed", "initialSilenceTimeout", 2.0)


def test_neither_beep_nor_prompt_is_in_the_recording() -> None:
    play = Playbook()
    play.record(beep=True, max_duration=1)
    play.says(3)
    audio = play.endings[0].audio
    assert audio is not None
    assert len(audio) == 16_000
    assert (audio == 1000).all()


def test_a_prompt_that_cannot_be_had_fails_the_operation_when_its_turn_comes() -> None:
    play = Playbook()
    play.play(np.ones(16_000, np.int16))
    operation = play.record(prompts=1)
    play.does(PromptFailed(operation, Cause.PROMPT_DOWNLOAD))
    assert play.endings == []
    play.is_silent(2)
    assert [e.outcome.subcode for e in play.endings] == [0, 8536]


def test_a_prompt_without_samples_is_over_at_once() -> None:
    play = Playbook()
    operation = play.record(prompts=1)
    play.does(PromptReady(operation, 0, np.zeros(0, np.int16)))
    play.is_silent(0.02)
    assert play.told(PromptStarted)[0].sample == play.told(RecordingStarted)[0].sample


def test_keys_before_the_recording_are_no_stop_tones() -> None:
    play = Playbook()
    play.record(beep=True, stop_tones=("#",))
    play.presses("#")
    play.is_silent(1)
    assert play.ending is None
    play.presses("#")
    assert play.ending is not None
    assert play.ending[1] == "stopToneDetected"


def test_a_play_prompt_of_several_prompts_waits_for_each() -> None:
    play = Playbook()
    play.does(PlayPrompt("op", 2))
    play.does(PromptReady("op", 0, PROMPT))
    play.is_silent(1)
    assert play.endings == [] and len(play.told(PromptEnded)) == 1
    play.does(PromptReady("op", 1, PROMPT))
    play.is_silent(1)
    assert [e.index for e in play.told(PromptEnded)] == [0, 1]
    assert len(play.endings) == 1


def test_the_snapshot_tells_phase_timers_and_outcome() -> None:
    play = Playbook()
    play.record(beep=True, max_duration=3)
    assert play.engine.snapshot().operations[0].phase is Phase.BEEP
    play.is_silent(1.4)
    now = play.engine.snapshot().operations[0]
    assert now.phase is Phase.LISTENING
    assert now.max_duration is not None and now.max_duration.left == 2.0
    play.says(3)
    ended = play.engine.snapshot().operations[0]
    assert ended.outcome is not None and ended.outcome.subcode == 8515
    assert (ended.status.value, ended.seconds) == ("completed", 3.0)


def test_the_boundary_leads_to_the_first_sample_of_the_recording() -> None:
    play = Playbook()
    play.record(beep=True)
    play.is_silent(0.1)
    assert play.engine.boundary == len(BEEP) - to_samples(0.1)
    play.is_silent(0.3)
    assert play.engine.boundary is None and play.engine.recording


def prompted(play: Playbook, **options: Any) -> str:
    """Request a recording after one prompt, whose audio is there."""
    operation = play.record(prompts=1, **options)
    play.does(PromptReady(operation, 0, PROMPT))
    return operation


def test_a_prompt_is_played_as_often_as_it_loops() -> None:
    play = Playbook()
    prompted(play, loops=(3,))
    play.is_silent(2)
    assert len(play.told(PromptStarted)) == len(play.told(PromptEnded)) == 3
    assert np.array_equal(play.speaker[1 : 1 + 3 * len(PROMPT)], np.tile(PROMPT, 3))
    (started,) = play.told(RecordingStarted)
    assert started.sample == 1 + 3 * len(PROMPT)


def test_an_endless_prompt_plays_until_it_is_cancelled() -> None:
    play = Playbook()
    prompted(play, loops=(0,))
    play.is_silent(30)
    assert not play.told(RecordingStarted) and len(play.told(PromptEnded)) > 90
    play.does(CancelMedia())
    assert play.ending is not None and play.ending[1] == "operationCanceled"


def test_an_endless_prompt_without_a_sample_is_over_at_once() -> None:
    play = Playbook()
    operation = play.record(prompts=1, loops=(0,))
    play.does(PromptReady(operation, 0, PROMPT[:0]))
    play.is_silent(0.1)
    assert len(play.told(RecordingStarted)) == 1


@pytest.mark.parametrize("frame", [1, 320, 100_000])
@pytest.mark.parametrize("source", ["pad", "audio"])
def test_a_key_cuts_the_prompt_and_does_not_stop_the_recording(source: str, frame: int) -> None:
    play = Playbook(frame=frame)
    prompted(play, loops=(0,), key_cuts_prompts=True, stop_tones=("#",), beep=True)
    play.is_silent(0.1)
    if source == "pad":
        play.presses("#")
    else:
        play.hears(dtmf("#", to_samples(0.2)))
    play.is_silent(1)
    (heard,) = play.told(ToneReceived)
    assert play.told(BeepStarted)[0].sample == heard.sample
    assert play.told(PromptEnded)[-1].sample == heard.sample
    assert play.ending is None
    played = heard.sample - 1
    assert np.array_equal(play.speaker[1 : heard.sample], np.resize(PROMPT, played))
    play.presses("#")
    assert play.ending is not None and play.ending[1] == "stopToneDetected"


def test_a_key_does_not_cut_a_prompt_that_nobody_may_cut() -> None:
    play = Playbook()
    prompted(play)
    play.is_silent(0.1)
    play.presses("#")
    play.is_silent(1)
    assert np.array_equal(play.speaker[1 : 1 + len(PROMPT)], PROMPT)


def test_a_key_cuts_a_prompt_that_is_still_on_its_way() -> None:
    play = Playbook()
    play.record(prompts=1, key_cuts_prompts=True)
    play.is_silent(0.1)
    play.presses("5")
    assert len(play.told(RecordingStarted)) == 1 and not play.told(PromptEnded)


@pytest.mark.parametrize("frame", [1, 320, 777, 100_000])
@pytest.mark.parametrize("source", ["pad", "audio"])
def test_a_stop_tone_may_end_it_before_it_records(source: str, frame: int) -> None:
    play = Playbook(frame=frame, early_stop=True)
    prompted(play, loops=(0,), stop_tones=("12",), beep=True)
    play.is_silent(0.1)
    for key in "312":
        if source == "pad":
            play.presses(key)
            play.is_silent(0.2)
        else:
            play.hears(dtmf(key, to_samples(0.1)))
            play.is_silent(0.1)
    last = play.told(ToneReceived)[-1]
    (ended,) = play.endings
    assert (ended.outcome.subcode, ended.sample) == (8514, last.sample)
    assert ended.audio is not None and len(ended.audio) == 0
    assert not play.told(RecordingStarted)


def test_a_stop_tone_in_the_beep_may_end_it_too() -> None:
    play = Playbook(early_stop=True)
    play.record(beep=True, stop_tones=("#",))
    play.is_silent(0.1)
    play.presses("1#")
    assert play.ending is not None and play.ending[1] == "stopToneDetected"


def test_the_beep_may_be_recorded() -> None:
    play = Playbook(beep_recorded=True)
    play.record(beep=True, max_duration=1)
    play.says(2)
    audio = play.endings[0].audio
    assert audio is not None and len(audio) == len(BEEP) + 16_000
    assert np.array_equal(audio[: len(BEEP)], BEEP) and (audio[len(BEEP) :] == 1000).all()


@pytest.mark.parametrize("beep_recorded", [False, True])
def test_what_is_captured_on_the_way_is_the_beginning_of_the_recording(
    *, beep_recorded: bool
) -> None:
    play = Playbook(beep_recorded=beep_recorded)
    operation = play.record(beep=True, max_silence=1, max_duration=60)
    captured = np.zeros(0, np.int16)
    for _ in range(400):
        play.hears(np.full(320, 1000 if len(captured) < 16_000 else 3, np.int16))
        captured = np.concatenate([captured, play.engine.captured(operation, len(captured))])
    assert play.ending is not None and play.ending[1] == "maxSilenceTimeout"
    audio = play.endings[0].audio
    assert audio is not None and 16_000 < len(captured) <= len(audio) < len(captured) + 16_000
    assert np.array_equal(captured, audio[: len(captured)])
    assert len(play.engine.captured(operation, 0)) == 0


@pytest.mark.parametrize(
    ("fault", "beep", "began"),
    [
        (Cause.UNKNOWN, True, ["OperationEnded"]),
        (Cause.PROMPT_FAILED, True, ["OperationEnded"]),
        (Cause.BEEP_FAILED, True, ["PromptStarted", "PromptEnded", "OperationEnded"]),
        (Cause.MEDIA_TIMEOUT, False, ["PromptStarted", "PromptEnded", "RecordingStarted"]),
    ],
)
def test_a_fault_comes_where_it_belongs(fault: Cause, beep: bool, began: list[str]) -> None:
    play = Playbook()
    operation = play.record(beep=beep, prompts=1, fault=fault)
    play.does(PromptReady(operation, 0, PROMPT))
    play.record(max_duration=1)
    play.is_silent(2)
    names = play.names()
    first = names.index("OperationQueued") + 1
    told = [name for name in names[first:] if name != "OperationQueued"]
    assert told[: len(began)] == began
    assert play.endings[0].cause is fault and play.endings[0].audio is None
    assert play.endings[1].cause is Cause.MAX_DURATION


@pytest.mark.parametrize("fault", [Cause.BEEP_FAILED, Cause.MEDIA_TIMEOUT, Cause.UNKNOWN])
def test_what_only_plays_fails_at_its_start(fault: Cause) -> None:
    play = Playbook()
    play.play(PROMPT, fault=fault)
    assert [ended.cause for ended in play.endings] == [fault]
    assert not play.told(PromptStarted)
