"""What is kept of an operation when the snapshots no longer tell it."""

from __future__ import annotations

from typing import Any

import pytest

from app.engine.outcome import Cause
from app.engine.snapshot import OperationSnapshot
from app.engine.states import CallState, Phase
from app.runtime.records import Record
from app.ui.presenters.operation_story import Stories, TimerView
from tests.helpers.snapshots import START, call, ended, operation, timers


def take(stories: Stories, *operations: OperationSnapshot) -> None:
    stories.take(call(CallState.ESTABLISHED, *operations))


def record(kind: str, operation_id: str | None, seconds: float, **data: Any) -> Record:
    return Record(1, START, kind, "call1", operation_id, seconds, data)


def test_the_newest_recording_is_in_front() -> None:
    stories = Stories()
    assert stories.front is None
    take(stories, operation(kind="playPrompt", id="p1"))
    assert stories.front == stories.all[0]
    take(
        stories,
        operation(kind="playPrompt", id="p1"),
        operation(id="r1"),
        operation(id="r2"),
        operation(kind="playPrompt", id="p2"),
    )
    assert [story.id for story in stories.all] == ["p1", "r1", "r2", "p2"]
    assert stories.front == stories.all[2]


def test_timers_run_rest_and_stay_as_they_were_at_the_end() -> None:
    stories = Stories()
    take(stories, operation(Phase.QUEUED))
    assert stories.all[0].timer("max_duration") == TimerView("unknown")
    take(stories, operation(Phase.LISTENING, **timers(7.0, None, 27.0)))
    assert stories.all[0].timer("initial_silence") == TimerView("running", 10.0, 7.0)
    assert stories.all[0].timer("max_silence") == TimerView("resting", 2.0, 2.0)
    take(stories, operation(Phase.PAUSING, **timers(None, 1.5, 20.0)))
    take(stories, ended(Cause.STOP_TONE, seconds=10.5))
    story = stories.all[0]
    assert story.timer("initial_silence") == TimerView("resting", 10.0, 10.0)
    assert story.timer("max_silence") == TimerView("stopped", 2.0, 1.5)
    assert story.timer("max_duration") == TimerView("stopped", 30.0, 20.0)


@pytest.mark.parametrize(
    ("cause", "name", "total"),
    [
        (Cause.INITIAL_SILENCE, "initial_silence", 10.0),
        (Cause.MAX_SILENCE, "max_silence", 2.0),
        (Cause.MAX_DURATION, "max_duration", 30.0),
    ],
)
def test_the_timer_that_ended_it_is_marked(cause: Cause, name: Any, total: float) -> None:
    stories = Stories()
    take(stories, operation(Phase.PAUSING, **timers(None, 0.1, 0.1)))
    take(stories, ended(cause, seconds=12.0))
    views = {n: stories.all[0].timer(n) for n in ("initial_silence", "max_silence", "max_duration")}
    assert views.pop(name) == TimerView("won", total, 0.0)
    assert all(view.state != "won" for view in views.values())


def test_one_that_was_seen_only_ended_still_knows_which_timer_won() -> None:
    stories = Stories()
    take(stories, ended(Cause.MAX_SILENCE, seconds=12.0))
    assert stories.all[0].timer("max_silence") == TimerView("won")
    assert stories.all[0].timer("max_duration") == TimerView("unknown")


def test_phases_that_no_snapshot_showed_come_from_the_records() -> None:
    stories = Stories()
    for kind in ("promptStarted", "beepStarted", "recordingStarted", "speechStarted"):
        stories.hear(record(kind, "op1", 1.0))
    take(stories, ended(Cause.STOP_TONE, seconds=4.0))
    assert stories.all[0].passed == frozenset(Phase) - {Phase.PAUSING, Phase.TONES}


def test_the_key_that_ended_it_is_the_last_one_known_then() -> None:
    stories = Stories()
    stories.hear(record("toneReceived", None, 2.0, tone="1", source="audio"))
    stories.hear(record("toneReceived", None, 4.2, tone="#", source="pad"))
    stories.hear(record("toneReceived", None, 4.3, tone="5", source="audio"))
    stories.hear(record("ended", "op1", 4.2))
    take(stories, ended(Cause.STOP_TONE, seconds=4.2))
    assert stories.all[0].ending.startswith("Ended after 4.2 s: the caller pressed #.")


def test_the_sentence_names_the_limit_that_ran_out() -> None:
    stories = Stories()
    take(stories, operation(Phase.LISTENING, **timers(0.1, None, 20.0)))
    assert stories.all[0].ending == ""
    take(stories, ended(Cause.INITIAL_SILENCE, seconds=10.0))
    assert "nobody spoke in the first 10 s" in stories.all[0].ending
