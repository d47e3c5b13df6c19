"""Feeds an engine from a source, to the sample: the one loop of live calls and of ``simulate``.

The audio is cut where a prompt or beep ends (a scripted caller speaks from the first sample of the
recording) and where a key or a hang-up is due. Those are timed from the start of the call's first
recording, in samples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from app.engine.call import Engine
from app.engine.commands import HangUp, PressTone
from app.engine.events import Event, RecordingStarted
from app.engine.limits import PAD_KEY
from app.engine.states import FLOWING, CallState
from app.runtime.callers import Source
from app.runtime.dial_string import KeyQueue
from app.runtime.ports import Audio


@dataclass(frozen=True, slots=True)
class Press:
    """A key that is due ``sample`` samples after the start of the first recording."""

    tone: str
    sample: int


@dataclass(frozen=True, slots=True)
class Fed:
    """What came of one stretch: events in order, the speaker's and the caller's audio."""

    events: list[Event]
    speaker: Audio
    heard: Audio


@dataclass(slots=True)
class Feeder:
    """Belongs to the thread of its engine. ``hang_up_at`` is timed like the presses."""

    engine: Engine
    source: Source
    presses: Sequence[Press] = ()
    hang_up_at: int | None = None
    key_samples: int = PAD_KEY
    keys: KeyQueue = field(default_factory=KeyQueue)
    """Keys that are pressed one after the other as soon as caller and bot hear each other."""
    _first_recording: int | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.presses = sorted(self.presses, key=lambda press: press.sample)

    def feed(self, count: int) -> Fed:
        """Feed ``count`` samples, or fewer where the call ends."""
        events: list[Event] = []
        speaker: list[Audio] = []
        heard: list[Audio] = []
        left = count
        while True:
            if self._intends:
                events += self._act()
            # A prompt without a sample is over at once, and what follows it begins.
            if self._ended or (left == 0 and self.engine.boundary != 0):
                break
            step = self._step(left)
            samples = self.source.next(step, recording=self.engine.recording)
            happened, played, taken = self.engine.receive_audio(samples)
            self.note(happened)
            events += happened
            speaker.append(played)
            heard.append(taken)
            left -= step
        return Fed(events, _joined(speaker), _joined(heard))

    def _act(self) -> list[Event]:
        """Press the keys that are due now, hang up when that is."""
        events: list[Event] = []
        while self.presses and self._until(self.presses[0].sample) == 0:
            press, *rest = self.presses
            self.presses = rest
            events += self.engine.handle(PressTone(press.tone, self.key_samples))
        if self._flows and (key := self.keys.take(self.engine.now, self.key_samples)):
            events += self.engine.handle(PressTone(key, self.key_samples))
        if self.hang_up_at is not None and self._until(self.hang_up_at) == 0:
            self.hang_up_at = None
            events += self.engine.handle(HangUp())
        self.note(events)
        return events

    @property
    def _intends(self) -> bool:
        """Whether there is a key to be pressed, or a hang-up, now or later."""
        return bool(self.presses or self.keys or self.hang_up_at is not None)

    @property
    def _ended(self) -> bool:
        return self.engine.state is CallState.TERMINATED

    @property
    def _flows(self) -> bool:
        return self.engine.state in FLOWING

    def _step(self, left: int) -> int:
        boundary, due = self.engine.boundary, self._due() if self._intends else None
        step = left if boundary is None else min(left, boundary)
        return step if due is None else min(step, due)

    def _due(self) -> int | None:
        """Samples until the next key, pause or hang-up."""
        waiting = [press.sample for press in self.presses[:1]]
        if self.hang_up_at is not None:
            waiting.append(self.hang_up_at)
        queued = self.keys.until(self.engine.now) if self._flows else None
        times = [t for t in map(self._until, waiting) if t is not None]
        return min(times if queued is None else [*times, queued], default=None)

    def _until(self, sample: int) -> int | None:
        if self._first_recording is None:
            return None
        return max(0, self._first_recording + sample - self.engine.now)

    def note(self, events: Sequence[Event]) -> None:
        """Look at events that came from elsewhere (a command): the recording may start in them."""
        if self._first_recording is None:
            started = [e.sample for e in events if isinstance(e, RecordingStarted)]
            self._first_recording = started[0] if started else None


def _joined(parts: list[Audio]) -> Audio:
    """Mostly there is one part, which is not copied."""
    return parts[0] if len(parts) == 1 else np.concatenate([np.zeros(0, np.int16), *parts])
