"""A recording as it would have gone."""

from __future__ import annotations

from app.engine.outcome import Cause
from app.engine.recording import Ending, Turn
from app.engine.states import Phase
from app.ui.timeline.hypothesis import Hypothesis

TURNS = (Turn(True, 100, 200), Turn(False, 300, 400))


def test_phases_until_the_end() -> None:
    shown = Hypothesis("op", 1_000, 9_000, TURNS, Ending(2_000, Cause.MAX_SILENCE))
    assert shown.end == 3_000
    assert [(s.phase, s.start, s.end) for s in shown.stages] == [
        (Phase.LISTENING, 1_000, 1_100),
        (Phase.SPEAKING, 1_100, 1_300),
        (Phase.PAUSING, 1_300, 3_000),
    ]


def test_undecided_goes_to_the_end_of_the_audio() -> None:
    shown = Hypothesis("op", 1_000, 9_000, (), None)
    assert shown.end == 9_000 and shown.stages[0].end == 9_000
