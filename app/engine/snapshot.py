"""What is now: frozen pictures of a call and its operations, safe to hand to any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.engine.outcome import Outcome, Status
from app.engine.states import CallState, Phase

OperationKind = Literal["recordResponse", "playPrompt", "sendDtmfTones"]


@dataclass(frozen=True, slots=True)
class TimerSnapshot:
    """A limit that runs down, in seconds; ``left`` is ``None`` while it rests."""

    total: float
    left: float | None


@dataclass(frozen=True, slots=True)
class OperationSnapshot:
    """``seconds`` is the length of the recording so far (of a playPrompt: since it started);
    at the end, when it ended. The timers are there while a recordResponse records."""

    id: str
    kind: OperationKind
    client_context: str | None
    status: Status
    phase: Phase
    outcome: Outcome | None
    seconds: float
    speech_probability: float
    initial_silence: TimerSnapshot | None
    max_silence: TimerSnapshot | None
    max_duration: TimerSnapshot | None


@dataclass(frozen=True, slots=True)
class EngineSnapshot:
    """``seconds`` is the call's clock; ``operations`` are in the order of their requests."""

    state: CallState
    seconds: float
    established_at: float | None
    media_active: bool
    muted: bool
    operations: tuple[OperationSnapshot, ...]
