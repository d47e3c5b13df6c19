"""Snapshots of calls and operations, made by hand for what only shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.engine.outcome import OUTCOMES, Cause, Status
from app.engine.snapshot import EngineSnapshot, OperationSnapshot, TimerSnapshot
from app.engine.states import CallState, Phase
from app.runtime.calls import CallSnapshot

START = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


def operation(phase: Phase = Phase.LISTENING, **more: Any) -> OperationSnapshot:
    """Return a running recordResponse in ``phase``; ``more`` replaces any field."""
    fields: dict[str, Any] = {
        "id": "op1",
        "kind": "recordResponse",
        "client_context": None,
        "status": Status.RUNNING,
        "phase": phase,
        "outcome": None,
        "seconds": 0.0,
        "speech_probability": 0.0,
        "initial_silence": None,
        "max_silence": None,
        "max_duration": None,
    }
    return OperationSnapshot(**(fields | more))


def ended(cause: Cause, **more: Any) -> OperationSnapshot:
    """Return an operation that ended of ``cause``."""
    outcome = OUTCOMES[cause]
    return operation(Phase.ENDED, status=outcome.status, outcome=outcome, **more)


def timers(
    initial: float | None, pause: float | None, duration: float | None
) -> dict[str, TimerSnapshot]:
    """Return the three timers of 10, 2 and 30 s with what is left of them."""
    return {
        "initial_silence": TimerSnapshot(10.0, initial),
        "max_silence": TimerSnapshot(2.0, pause),
        "max_duration": TimerSnapshot(30.0, duration),
    }


def call(
    state: CallState = CallState.ESTABLISHED,
    *operations: OperationSnapshot,
    seconds: float = 3.0,
    established_at: float | None = 1.0,
    muted: bool = False,
    **more: Any,
) -> CallSnapshot:
    """Return a call in ``state``; ``more`` replaces any field of the snapshot."""
    engine = EngineSnapshot(
        state, seconds, established_at, state is CallState.ESTABLISHED, muted, operations
    )
    fields: dict[str, Any] = {
        "id": "call1",
        "direction": "incoming",
        "caller": "silence",
        "number": "",
        "bot_url": "http://127.0.0.1:9/calls",
        "created": START,
        "engine": engine,
        "result": None,
        "level": -120.0,
        "microphone": None,
        "speaker": None,
        "last_seq": 0,
    }
    return CallSnapshot(**(fields | more))
