"""The timeline in words."""

from __future__ import annotations

from app.ui.timeline.lanes import Lanes, build
from app.ui.timeline.value_text import describe, speech_text, timer_name
from tests.helpers.told_call import SECOND, TALK, Told


def test_what_there_is() -> None:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK)
    trace = call.trace()
    lanes = build(trace.events, trace.operations)
    assert describe(Lanes(), None, None, None, live=False) == "No call yet"
    assert describe(lanes, trace, None, None, live=False) == "Call of 0:17.0, 1 operations"
    text = describe(lanes, trace, round(2.5 * SECOND), (0, 8_000), live=False)
    assert text.startswith("0:02.500, speech 0.90 (counts from 0.50), recordResponse: Speaking")
    assert speech_text(trace, 8_000) == "", "before the recording nobody listens"
    assert "Maximum duration: " in text and text.endswith("0.50 s selected")
    assert timer_name("initial_silence") == "Initial silence"
