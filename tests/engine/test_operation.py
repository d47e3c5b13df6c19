"""One operation from its turn to its end."""

from __future__ import annotations

import numpy as np

from app.engine.commands import PlayPrompt, PromptFailed, PromptReady
from app.engine.events import BeepStarted, PromptEnded, PromptStarted, RecordingStarted
from app.engine.outcome import Cause
from app.engine.states import Phase
from app.engine.timebase import to_samples
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
