"""One call as its timeline needs it: what was heard, judged, decided and sent, by sample.

Belongs to the core thread; the window gets :class:`app.runtime.timeline_tail.Tail`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import numpy as np

from app.engine.events import Event, OperationEnded, OperationQueued, RecordingStarted
from app.engine.timebase import SAMPLE_RATE, to_samples
from app.runtime.calls import Operation
from app.runtime.kept_audio import KeptAudio, Span
from app.runtime.outline import Outline
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.timeline_tail import Hearing, Judged, OperationFacts, Seen, Since, Tail
from app.runtime.traced_model import TracedEars, TracedModel

AFTER: Final = to_samples(10)
"""Kept, and judged, after an operation: a what-if with longer limits needs it."""

ANCHOR: Final = to_samples(0.25)
"""Between two notes of which sample the wall clock stood at."""

MOST_EVENTS: Final = 20_000
"""Of one call; two hours of lively talk have half of it. Later ones are left out."""

LATE: Final = to_samples(60)
"""How far after the last sample an exchange is still put to the second."""


class CallHistory:
    """``operations`` are the call's own (it grows), ``model`` and ``ears`` those of its engine."""

    def __init__(
        self,
        call_id: str,
        operations: dict[str, Operation],
        model: TracedModel,
        ears: TracedEars | None = None,
        hearing: Hearing | None = None,
    ) -> None:
        self.call_id = call_id
        self._hearing = hearing or Hearing()
        self._operations = operations
        self._model = model
        self._ears = ears
        self.audio = KeptAudio()
        self._outline = Outline()
        self._events: list[Event] = []
        self._facts: list[OperationFacts] = []
        self._recordings: list[tuple[str, int, float]] = []
        """Operation, first sample and sensitivity of each recording: one for each trace of the
        model."""
        self._spans: dict[str, list[int | None]] = {}
        """From and to of every operation, ``None`` while it goes on."""
        self._ended: dict[str, int] = {}
        self._exchanges: list[Seen] = []
        self._clock = array("d")
        self._samples = array("q")
        self._epoch = 0
        self._discarded = False

    # -- what comes in -----------------------------------------------------------------------

    def hear(self, heard: Audio, now: datetime, keep: int) -> None:
        """Take what the call heard (int16), after the events of it; ``now`` is the wall clock, and
        ``keep`` how many samples are kept besides those of operations."""
        if self._discarded:
            return
        start = self.audio.length
        self.audio.append(heard)
        self._outline.append(heard)
        detected = heard if self._ears is None else self._ears.take()
        self._listen_on(start, detected)
        if not self._samples:
            self._samples.append(start)
            self._clock.append(now.timestamp() - len(heard) / SAMPLE_RATE)
        elif self.audio.length - self._samples[-1] >= ANCHOR:
            self._samples.append(self.audio.length)
            self._clock.append(now.timestamp())
        self.audio.drop_older(self.audio.length - keep, self._is_needed)

    def set_sensitivity(self, sensitivity: float) -> None:
        """Say how the next recording will be decided (0..1)."""
        self._hearing = replace(self._hearing, sensitivity=sensitivity)

    def note(self, events: Sequence[Event]) -> None:
        """Take what happened."""
        for event in events:
            if isinstance(event, OperationQueued):
                self._spans[event.operation] = [event.sample, None]
                self._facts.append(_facts(self._operations[event.operation]))
            elif isinstance(event, RecordingStarted):
                self._recordings.append((event.operation, event.sample, self._hearing.sensitivity))
            elif isinstance(event, OperationEnded):
                self._ended[event.operation] = event.sample
                self._spans[event.operation][1] = event.sample
                event = replace(event, audio=None)  # the take has it
            if len(self._events) < MOST_EVENTS and not self._discarded:
                self._events.append(event)

    def add_exchange(self, record: Record) -> None:
        """Take an HTTP exchange of the call."""
        exchange = record.exchange
        assert exchange is not None
        began = exchange.started.timestamp()
        seen = Seen(record, self._sample_at(began), self._sample_at(began + exchange.seconds))
        self._exchanges.append(seen)

    def forget_exchanges(self, until_seq: int) -> None:
        """Let go the exchanges up to this number: the journal has done so too."""
        while self._exchanges and self._exchanges[0].record.seq <= until_seq:
            del self._exchanges[0]

    def discard(self) -> None:
        """Let go all audio and everything derived from it; what comes is not kept either."""
        self._discarded = True
        self._epoch += 1
        self.audio.clear()
        self._outline = Outline()
        self._events.clear()
        self._model.traces = [type(trace)() for trace in self._model.traces]

    # -- what goes out -----------------------------------------------------------------------

    def tail(self, since: Since) -> Tail:
        """Return what is new after ``since``."""
        if since.epoch != self._epoch:
            since = Since(self._epoch)
        judged, traces, chunks = self._judged_since(since)
        exchanges = tuple(seen for seen in self._exchanges if seen.record.seq > since.seq)
        return Tail(
            self.call_id,
            since,
            self.audio.length,
            self._outline.since(since.columns),
            tuple(self._events[since.events :]),
            tuple(self._facts[since.operations :]),
            judged,
            exchanges,
            self.audio.spans(),
            self._hearing,
            Since(
                self._epoch,
                self._outline.columns,
                len(self._events),
                len(self._facts),
                traces,
                chunks,
                exchanges[-1].record.seq if exchanges else since.seq,
            ),
        )

    # -- inside ------------------------------------------------------------------------------

    def _judged_since(self, since: Since) -> tuple[tuple[Judged, ...], int, int]:
        judged: list[Judged] = []
        chunks = since.chunks
        number = since.traces
        for number in range(since.traces, len(self._recordings)):
            operation, start, sensitivity = self._recordings[number]
            first = chunks if number == since.traces else 0
            found = tuple(self._model.traces[number].probabilities[first:])
            chunks = first + len(found)
            if found:
                judged.append(Judged(operation, start, first, found, sensitivity))
        return tuple(judged), number, chunks

    def _listen_on(self, start: int, detected: Audio) -> None:
        """Let the detector hear what follows a recording, until the next one or for AFTER."""
        if not self._recordings or len(self._recordings) != len(self._model.traces):
            return
        operation, began, _ = self._recordings[-1]
        ended = self._ended.get(operation)
        if ended is None:
            return
        heard = began + self._model.traces[-1].fed
        end = min(start + len(detected), ended + AFTER)
        if start <= heard < end:
            self._model.feed(detected[heard - start : end - start])

    def _is_needed(self, span: Span) -> bool:
        start, end = span
        return any(
            from_ is not None and from_ < end and (to is None or start < to + AFTER)
            for from_, to in self._spans.values()
        )

    def _sample_at(self, moment: float) -> int:
        """Return the sample that was heard at ``moment`` (seconds since 1970)."""
        clock, samples = self._clock, self._samples
        after = bisect_right(clock, moment)
        if after == 0:
            return 0
        if after == len(clock):
            return samples[-1] + min(LATE, round((moment - clock[-1]) * SAMPLE_RATE))
        x = (clock[after - 1], clock[after])
        return round(float(np.interp(moment, x, (samples[after - 1], samples[after]))))


def _facts(operation: Operation) -> OperationFacts:
    request = operation.request
    return OperationFacts(
        operation.id,
        operation.kind,
        len(operation.prompts),
        operation.client_context,
        None if request is None else request.command(operation.id),
    )
