"""What the window knows of a call's history, put together from tails. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from app.engine.events import Event, SpeechEnded, SpeechStarted
from app.engine.speech import CHUNK
from app.runtime.kept_audio import Span
from app.runtime.outline import COLUMN, STEP, Extremes
from app.runtime.timeline_tail import Hearing, OperationFacts, Seen, Since, Tail


@dataclass(slots=True)
class Probabilities:
    """The detector's outputs for a recording that began at sample ``start``."""

    start: int
    sensitivity: float = 0.5
    """What decided it."""
    values: list[float] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The sample of the call up to which it was judged."""
        return self.start + len(self.values) * CHUNK

    def at(self, sample: int) -> float | None:
        """Return what the detector said of ``sample``; ``None`` where it did not listen."""
        number = (sample - self.start) // CHUNK
        return self.values[number] if 0 <= number < len(self.values) else None


class Trace:
    """One call. ``revision`` grows whenever an event, operation or exchange is added."""

    def __init__(self, call_id: str) -> None:
        self.call_id = call_id
        self._room: Extremes = np.zeros((0, 2), np.int16)
        self._forget(Since())

    def _forget(self, since: Since) -> None:
        self.since = since
        self.now = 0
        self.columns = 0
        self.events: list[Event] = []
        self.operations: dict[str, OperationFacts] = {}
        self.probabilities: dict[str, Probabilities] = {}
        self.exchanges: list[Seen] = []
        self.kept: tuple[Span, ...] = ()
        self.hearing = Hearing()
        self.revision = 0

    @property
    def extremes(self) -> Extremes:
        """Lowest and highest sample of every 10 ms."""
        return self._room[: self.columns]

    def judged(self, sample: int) -> tuple[float, float] | None:
        """Return what the detector said of ``sample``, and the sensitivity that decided it;
        ``None`` where it did not listen."""
        for known in reversed(self.probabilities.values()):
            value = known.at(sample)
            if value is not None:
                return value, known.sensitivity
        return None

    @property
    def discarded(self) -> bool:
        """Whether the call was heard and nothing of it is kept any more."""
        return self.now > 0 and self.columns == 0 and self.since.epoch > 0

    @property
    def end(self) -> int:
        """The last sample at which there is something to be seen."""
        return max([self.now, *(seen.end for seen in self.exchanges[-20:])])

    def take(self, tail: Tail) -> int:
        """Add what is new; returns the first sample from which the caller's lane looks otherwise.

        A tail that does not continue what is here is left alone (two were asked for at once).
        """
        if tail.since.epoch != self.since.epoch:
            self._forget(tail.since)
        elif tail.since != self.since:
            return tail.now
        changed = [self.columns * COLUMN]
        self._add_columns(tail.extremes)
        for event in tail.events:
            if isinstance(event, SpeechStarted | SpeechEnded):
                changed.append(event.sample)
        for judged in tail.judged:
            known = self.probabilities.setdefault(
                judged.operation, Probabilities(judged.start, judged.sensitivity)
            )
            known.values[judged.first :] = judged.probabilities
            changed.append(judged.start + judged.first * CHUNK)
        self.events += tail.events
        self.operations |= {facts.id: facts for facts in tail.operations}
        self.exchanges += tail.exchanges
        self.revision += bool(tail.events or tail.operations or tail.exchanges)
        self.now, self.kept = tail.now, tail.kept
        self.hearing, self.since = tail.hearing, tail.next
        return min(changed)

    def _add_columns(self, new: Extremes) -> None:
        needed = self.columns + len(new)
        if needed > len(self._room):
            room = np.zeros((needed + STEP, 2), np.int16)
            room[: self.columns] = self._room[: self.columns]
            self._room = room
        self._room[self.columns : needed] = new
        self.columns = needed
