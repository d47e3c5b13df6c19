"""The feeder: files, keys and hang-ups to the sample."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.call import Engine, EngineConfig
from app.engine.commands import Answer, PromptReady, RecordResponse
from app.engine.events import Event, OperationEnded, RecordingStarted, ToneReceived
from app.engine.states import CallState
from app.runtime.callers import Script
from app.runtime.feeder import Feeder, Press
from tests.helpers.playbook import BEEP, SPEECH, ScriptedModel

AUDIO = np.full(8_000, SPEECH, np.int16)


def feeder(*presses: Press, hang_up_at: int | None = None) -> Feeder:
    engine = Engine(EngineConfig(BEEP), ScriptedModel)
    engine.handle(Answer())
    made = Feeder(engine, Script(AUDIO), presses, hang_up_at)
    made.feed(1)
    return made


def record(made: Feeder, **options: object) -> list[Event]:
    request = RecordResponse("op", 32_000, 32_000, 80_000, **options)  # type: ignore[arg-type]
    events = made.engine.handle(request)
    made.note(events)
    return events


def ended(events: list[Event]) -> OperationEnded:
    return next(event for event in events if isinstance(event, OperationEnded))


@pytest.mark.parametrize("piece", [1, 320, 777, 16_000])
def test_the_file_starts_with_the_first_sample_of_the_recording(piece: int) -> None:
    made = feeder()
    events = record(made)
    while not any(isinstance(event, OperationEnded) for event in events):
        events += made.feed(piece).events
    audio = ended(events).audio
    assert audio is not None
    assert np.array_equal(audio[:8_000], AUDIO)
    assert not audio[8_000:].any()


@pytest.mark.parametrize("piece", [1, 320, 777, 16_000])
def test_keys_are_pressed_on_their_sample(piece: int) -> None:
    made = feeder(Press("#", 12_345), Press("5", 100))
    events = record(made, stop_tones=("#",))
    while not any(isinstance(event, OperationEnded) for event in events):
        events += made.feed(piece).events
    began = next(e.sample for e in events if isinstance(e, RecordingStarted))
    tones = [(e.tone, e.sample - began) for e in events if isinstance(e, ToneReceived)]
    assert tones == [("5", 100), ("#", 12_345)]
    assert ended(events).sample - began == 12_345


def test_a_key_at_zero_is_pressed_as_the_recording_starts() -> None:
    made = feeder(Press("#", 0))
    events = record(made, play_beep=False, stop_tones=("#",))
    events += made.feed(320).events
    audio = ended(events).audio
    assert audio is not None and len(audio) == 0


def test_the_caller_hangs_up_on_the_sample() -> None:
    made = feeder(hang_up_at=5_000)
    events = record(made)
    fed = made.feed(32_000)
    assert made.engine.state is CallState.TERMINATED
    assert ended([*events, *fed.events]).outcome.reason == "callTerminated"
    assert len(fed.heard) < 32_000, "nothing is fed after the end of the call"


def test_a_prompt_without_a_sample_does_not_hold_up_the_recording() -> None:
    made = feeder()
    record(made, prompts=1, play_beep=False)
    made.engine.handle(PromptReady("op", 0, np.zeros(0, np.int16)))
    fed = made.feed(0)
    assert any(isinstance(event, RecordingStarted) for event in fed.events)


def test_what_is_fed_is_what_was_asked_for() -> None:
    made = feeder()
    record(made)
    for count in (0, 1, 320, 999):
        fed = made.feed(count)
        assert len(fed.speaker) == len(fed.heard) == count
