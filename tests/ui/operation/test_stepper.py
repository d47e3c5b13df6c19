"""The lifecycle as a row of steps."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.engine.outcome import Cause
from app.engine.snapshot import OperationSnapshot
from app.engine.states import CallState, Phase
from app.ui import theme
from app.ui.icons import glyph
from app.ui.operation.stepper import END_ICONS, ICONS, STEPS, Stepper
from app.ui.presenters.operation_story import Stories, Story
from tests.helpers.snapshots import call, ended, operation


def story_of(*snapshots: OperationSnapshot) -> Story:
    stories = Stories()
    for snapshot in snapshots:
        stories.take(call(CallState.ESTABLISHED, snapshot))
    return stories.all[0]


@pytest.fixture
def stepper(qtbot: QtBot) -> Stepper:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.resize(700, 52)
    stepper.show()
    return stepper


def ground(stepper: Stepper, phase: Phase) -> QColor:
    """The colour of a step beside its icon, on the rim of its disc."""
    steps = STEPS["recordResponse"]
    center = round(700 / len(steps) * (steps.index(phase) + 0.5))
    return stepper.grab().toImage().pixelColor(center, 5)


def test_all_steps_have_icons_that_exist() -> None:
    assert {phase for steps in STEPS.values() for phase in steps} == set(Phase) == set(ICONS)
    assert all(glyph(name) for name in [*ICONS.values(), *END_ICONS.values()])


@pytest.mark.parametrize("phase", STEPS["recordResponse"][:-1])
def test_the_present_step_stands_out(stepper: Stepper, phase: Phase) -> None:
    stepper.show_story(story_of(operation(phase)))
    t = theme.tokens()
    filled = [step for step in STEPS["recordResponse"] if ground(stepper, step) == t.accent]
    assert filled == [phase]
    assert stepper.accessibleDescription() == stepper.value != ""


def test_steps_behind_look_different_from_steps_skipped_or_ahead(stepper: Stepper) -> None:
    stepper.show_story(story_of(operation(Phase.BEEP), operation(Phase.LISTENING)))
    t = theme.tokens()
    assert ground(stepper, Phase.BEEP) == t.accent_soft
    assert ground(stepper, Phase.QUEUED) == t.accent_soft
    assert ground(stepper, Phase.PROMPT) == ground(stepper, Phase.SPEAKING) == t.card


@pytest.mark.parametrize(
    ("cause", "color", "words"),
    [
        (Cause.STOP_TONE, "ok", "Completed"),
        (Cause.INITIAL_SILENCE, "error", "Failed"),
        (Cause.CALL_LOST, "muted", "Lost"),
    ],
)
def test_the_end_shows_how_it_ended(stepper: Stepper, cause: Cause, color: str, words: str) -> None:
    stepper.show_story(story_of(ended(cause)))
    assert ground(stepper, Phase.ENDED) == getattr(theme.tokens(), color)
    assert stepper.value == words


def test_a_prompt_has_three_steps(stepper: Stepper) -> None:
    stepper.show_story(story_of(operation(Phase.PROMPT, kind="playPrompt")))
    middle = stepper.grab().toImage().pixelColor(350, 5)
    assert middle == theme.tokens().accent


def test_without_a_story_it_is_empty(stepper: Stepper) -> None:
    before = stepper.grab().toImage()
    stepper.show_story(story_of(operation()))
    assert stepper.grab().toImage() != before
    stepper.show_story(None)
    assert stepper.grab().toImage() == before
    assert stepper.accessibleDescription() == ""
