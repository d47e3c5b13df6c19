"""What the window gets to draw a timeline: the part of a call's history it does not have yet.

All positions are samples of the call (16 kHz). Frozen, for any thread.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.commands import RecordResponse
from app.engine.events import Event
from app.engine.snapshot import OperationKind
from app.runtime.kept_audio import Span
from app.runtime.outline import Extremes
from app.runtime.records import Record


@dataclass(frozen=True, slots=True)
class Since:
    """How much of a history somebody has; ``epoch`` changes when a history was discarded, and then
    everything is told again."""

    epoch: int = 0
    columns: int = 0
    events: int = 0
    operations: int = 0
    traces: int = 0
    """Traces that will not grow any more."""
    chunks: int = 0
    """Probabilities of the trace after those."""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class OperationFacts:
    """What was asked for; ``request`` for a recordResponse. ``prompts`` is their number."""

    id: str
    kind: OperationKind
    prompts: int
    client_context: str | None
    request: RecordResponse | None


@dataclass(frozen=True, slots=True)
class Hearing:
    """How the call listens: as for :class:`app.engine.call.EngineConfig`; ``sensitivity`` is that
    of the next recording."""

    sensitivity: float = 0.5
    tones_in_audio: bool = True
    inter_digit: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Speech probabilities (0..1, of 512 samples each) of a recording that began at ``start``;
    these are the ones from number ``first`` on. ``sensitivity`` (0..1) decided it."""

    operation: str
    start: int
    first: int
    probabilities: tuple[float, ...]
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Seen:
    """An HTTP exchange of the call, in samples. ``record.exchange`` is never ``None``."""

    record: Record
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tail:
    """What is new. ``kept``: where the audio is still in memory."""

    call_id: str
    since: Since
    """What this starts from: the one asked for, or the beginning."""
    now: int
    extremes: Extremes
    events: tuple[Event, ...]
    operations: tuple[OperationFacts, ...]
    judged: tuple[Judged, ...]
    exchanges: tuple[Seen, ...]
    kept: tuple[Span, ...]
    hearing: Hearing
    next: Since
