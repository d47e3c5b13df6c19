"""Calls told in the language of the domain, for tests of the engine.

    play = Playbook()
    play.record(max_silence=2)
    play.says(1.0)           # one second of what the scripted detector takes for speech
    play.is_silent(3.0)
    assert play.ending == ("completed", "maxSilenceTimeout", 3.0)

The detector is scripted: samples of +1000 are speech, all else is not. What a real detector makes
of real sound is the matter of other tests; here the rules are tested, to the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.engine.call import Engine, EngineConfig
from app.engine.commands import (
    Answer,
    Command,
    PlayPrompt,
    PressTone,
    PromptReady,
    RecordResponse,
    SendTones,
)
from app.engine.events import Event, OperationEnded, RecordingStarted
from app.engine.speech import CHUNK
from app.engine.timebase import to_samples, to_seconds

SPEECH = 1000
"""The sample value that the scripted detector takes for speech."""

BEEP = np.full(to_samples(0.4), 7, np.int16)

E = TypeVar("E", bound=Any)


class ScriptedModel:
    """Speech where most samples of a chunk are SPEECH."""

    name = "scripted"

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.int16)

    def reset(self) -> None:
        self._rest = np.zeros(0, np.int16)

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        joined = np.concatenate([self._rest, samples])
        whole = len(joined) // CHUNK * CHUNK
        self._rest = joined[whole:]
        chunks = joined[:whole].reshape(-1, CHUNK)
        return [0.9 if np.mean(chunk == SPEECH) > 0.5 else 0.1 for chunk in chunks]


class Playbook:
    """An established call with active audio; ``frame`` is how the audio is cut (samples)."""

    def __init__(self, *, frame: int = 320, answered: bool = True, **config: Any) -> None:
        self.engine = Engine(EngineConfig(BEEP, **config), ScriptedModel)
        self.events: list[Event] = []
        self.speaker = np.zeros(0, np.int16)
        self._frame = frame
        self._ids = 0
        if answered:
            self.does(Answer())
            self.hears(np.zeros(1, np.int16))

    def does(self, command: Command) -> list[Event]:
        """Hand a command to the engine."""
        events = self.engine.handle(command)
        self.events += events
        return events

    def record(self, *, beep: bool = False, prompts: int = 0, **limits: Any) -> str:
        """Request a recordResponse; limits in seconds, default 5/5/5 as Graph's."""
        self._ids += 1
        operation = f"op-{self._ids}"
        given = {"initial_silence": 5, "max_silence": 5, "max_duration": 5}
        times: dict[str, Any] = {
            name: to_samples(limits.pop(name, value)) for name, value in given.items()
        }
        self.does(RecordResponse(operation, **times, prompts=prompts, play_beep=beep, **limits))
        return operation

    def play(self, audio: NDArray[np.int16] | None = None, **options: Any) -> str:
        """Request a playPrompt of one prompt; without audio it waits for its download."""
        self._ids += 1
        operation = f"op-{self._ids}"
        self.does(PlayPrompt(operation, 1, **options))
        if audio is not None:
            self.does(PromptReady(operation, 0, audio))
        return operation

    def play_all(self, prompts: Sequence[NDArray[np.int16]], **options: Any) -> str:
        """Request a playPrompt of ``prompts``."""
        self._ids += 1
        operation = f"op-{self._ids}"
        self.does(PlayPrompt(operation, len(prompts), **options))
        for index, audio in enumerate(prompts):
            self.does(PromptReady(operation, index, audio))
        return operation

    def sends(self, tones: tuple[str, ...], **options: Any) -> str:
        """Request a sendDtmfTones."""
        self._ids += 1
        operation = f"op-{self._ids}"
        self.does(SendTones(operation, tones, **options))
        return operation

    def hears(self, audio: NDArray[np.int16]) -> None:
        """The caller's side gives ``audio``, cut into frames."""
        for start in range(0, len(audio), self._frame):
            events, speaker, _ = self.engine.receive_audio(audio[start : start + self._frame])
            self.events += events
            self.speaker = np.concatenate([self.speaker, speaker])

    def says(self, seconds: float) -> None:
        self.hears(np.full(to_samples(seconds), SPEECH, np.int16))

    def is_silent(self, seconds: float) -> None:
        self.hears(np.zeros(to_samples(seconds), np.int16))

    def presses(self, tones: str) -> None:
        for tone in tones:
            self.does(PressTone(tone))

    def told(self, kind: type[E]) -> list[E]:
        """All events of one kind so far."""
        return [event for event in self.events if isinstance(event, kind)]

    def names(self) -> list[str]:
        """The kinds of all events so far."""
        return [type(event).__name__ for event in self.events]

    @property
    def endings(self) -> list[OperationEnded]:
        return self.told(OperationEnded)

    @property
    def ending(self) -> tuple[str, str, float] | None:
        """Status, reason and second (from the start of its recording) of the last ending."""
        if not self.endings:
            return None
        ended = self.endings[-1]
        starts = [e.sample for e in self.told(RecordingStarted) if e.operation == ended.operation]
        began = starts[0] if starts else ended.sample
        return (
            ended.outcome.status.value,
            ended.outcome.reason,
            to_seconds(ended.sample - began),
        )


def concatenate(parts: Sequence[tuple[str, float]]) -> NDArray[np.int16]:
    """Return audio made of ("speech" | "silence", seconds)."""
    values = {"speech": SPEECH, "silence": 0}
    pieces = [np.full(to_samples(s), values[kind], np.int16) for kind, s in parts]
    return np.concatenate(pieces)
