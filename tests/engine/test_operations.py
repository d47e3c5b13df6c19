"""The media queue: order, barge-in, cancelling, and the end of the call."""

from __future__ import annotations

import numpy as np

from app.engine.commands import CancelMedia, Delete, FailRecording, HangUp
from app.engine.events import PromptStarted, RecordingStarted
from app.engine.outcome import Cause, Status
from tests.helpers.playbook import Playbook

PROMPT = np.full(8_000, 3, np.int16)


def subcodes(play: Playbook) -> list[tuple[str, int | None]]:
    return [(e.operation, e.outcome.subcode) for e in play.endings]


def test_operations_run_in_the_order_of_their_requests() -> None:
    play = Playbook()
    play.play(PROMPT)
    play.record(max_duration=1)
    play.play(PROMPT)
    play.says(3)
    assert subcodes(play) == [("op-1", 0), ("op-2", 8515), ("op-3", 0)]
    assert play.told(RecordingStarted)[0].sample == play.endings[0].sample
    assert play.told(PromptStarted)[1].sample == play.endings[1].sample


def test_barge_in_cancels_what_runs_and_what_waits() -> None:
    play = Playbook()
    play.play(PROMPT)
    play.record()
    play.is_silent(0.1)
    play.record(barge_in=True, max_duration=1)
    assert subcodes(play) == [("op-1", 8508), ("op-2", 8508)]
    play.says(2)
    assert subcodes(play)[2:] == [("op-3", 8515)]


def test_without_barge_in_it_waits() -> None:
    play = Playbook()
    play.record(max_duration=1)
    play.record(max_duration=1)
    play.says(0.5)
    assert subcodes(play) == []
    play.says(2)
    assert subcodes(play) == [("op-1", 8515), ("op-2", 8515)]


def test_cancelling_ends_all_of_them_each_with_8508() -> None:
    play = Playbook()
    play.record()
    play.play()
    play.does(CancelMedia())
    assert subcodes(play) == [("op-1", 8508), ("op-2", 8508)]
    assert all(e.audio is None for e in play.endings)


def test_hanging_up_loses_the_recording_and_nobody_is_told_a_code() -> None:
    play = Playbook()
    play.record()
    play.says(1)
    play.does(HangUp())
    assert [(e.outcome.status, e.outcome.reason) for e in play.endings] == [
        (Status.LOST, "callTerminated")
    ]
    assert play.endings[0].audio is None


def test_deleting_the_call_loses_it_as_well() -> None:
    play = Playbook()
    play.record()
    play.does(Delete())
    assert play.endings[0].outcome.status is Status.LOST


def test_the_setting_fails_it_with_8528_instead() -> None:
    play = Playbook(fail_on_hang_up=True)
    play.record()
    play.does(HangUp())
    assert subcodes(play) == [("op-1", 8528)]


def test_a_late_verdict_lets_the_next_operation_begin_after_it() -> None:
    play = Playbook()
    play.record(initial_silence=1)
    play.record(max_duration=1)
    play.is_silent(1.2)
    assert play.ending == ("failed", "initialSilenceTimeout", 1.0)
    assert play.told(RecordingStarted)[1].sample >= play.endings[0].sample


def test_a_stop_tone_belongs_to_the_operation_that_is_recording() -> None:
    play = Playbook()
    play.record(stop_tones=("1",))
    play.record(stop_tones=("1",))
    play.is_silent(0.5)
    play.presses("1")
    assert subcodes(play) == [("op-1", 8514)]
    play.presses("1")
    assert subcodes(play) == [("op-1", 8514), ("op-2", 8514)]


def test_a_recording_that_runs_can_be_made_to_fail_and_the_next_begins() -> None:
    play = Playbook()
    play.record()
    play.record()
    play.is_silent(1)
    play.does(FailRecording(Cause.MEDIA_TIMEOUT))
    assert subcodes(play) == [("op-1", 8513)]
    assert play.told(RecordingStarted)[1].sample == play.endings[0].sample


def test_without_a_recording_nothing_fails() -> None:
    play = Playbook()
    play.play(np.ones(16_000, np.int16))
    play.is_silent(0.1)
    assert play.does(FailRecording(Cause.MEDIA_TIMEOUT)) == []
