"""Each phase has a name and a sentence."""

from __future__ import annotations

import pytest

from app.engine.outcome import Cause, Status
from app.engine.snapshot import OperationSnapshot
from app.engine.states import CallState, Phase
from app.runtime.calls import Download
from app.ui.presenters.operation_story import Stories, Story
from app.ui.presenters.phase_text import phase_name, status_name, telling
from tests.helpers.snapshots import call, ended, operation, timers


def story_of(snapshot: OperationSnapshot) -> Story:
    stories = Stories()
    stories.take(call(CallState.ESTABLISHED, snapshot))
    return stories.all[0]


def test_names_are_complete_and_differ() -> None:
    assert len({phase_name(phase) for phase in Phase}) == len(Phase)
    assert len({status_name(status) for status in Status}) == len(Status)


def test_each_phase_is_told_differently() -> None:
    running = [phase for phase in Phase if phase is not Phase.ENDED]
    told = {telling(story_of(operation(phase))) for phase in running}
    assert len(told) == len(running)
    assert all(text.endswith(".") for text in told)


def test_a_pause_says_how_much_of_it_ends_the_recording() -> None:
    paused = story_of(operation(Phase.PAUSING, **timers(None, 1.5, 20.0)))
    assert "; 2 s of it end it" in telling(paused)


@pytest.mark.parametrize("cause", list(Cause))
def test_the_end_is_told_with_its_reason(cause: Cause) -> None:
    story = story_of(ended(cause, seconds=30.0))
    assert telling(story) == story.ending != ""


def test_a_prompt_on_its_way_is_told_with_its_size() -> None:
    stories = Stories()
    waiting = operation(Phase.QUEUED)
    stories.take(call(CallState.ESTABLISHED, waiting, downloads=(Download("op1", 0, 5_000),)))
    assert telling(stories.all[0]) == "The bot's prompt is being downloaded: 5 kB."
    stories.take(call(CallState.ESTABLISHED, waiting))
    assert "downloaded" not in telling(stories.all[0])
