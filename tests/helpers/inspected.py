"""Records and snapshots as the window gets them, for tests of what it makes of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from app.engine.outcome import OUTCOMES, Cause, Status
from app.engine.snapshot import EngineSnapshot, OperationSnapshot
from app.engine.states import CallState, Phase
from app.graph.notifications import notification
from app.runtime.calls import CallSnapshot
from app.runtime.ports import Audio
from app.runtime.records import HttpExchange, Record
from app.settings import Settings

CALLED: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CALL: Final = "57dab8b1-894c-409a-b240-bd8beae78896"
OPERATION: Final = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
BOT: Final = "http://127.0.0.1:3978/api/calls"


def at(seconds: float) -> datetime:
    """Return the moment ``seconds`` after the call was dialled."""
    return CALLED + timedelta(seconds=seconds)


def event(seq: int, kind: str, after: float = 1.0, **data: Any) -> Record:
    """Return an event record of the call, ``after`` seconds into it."""
    operation = OPERATION if kind not in ("callCreated", "callStateChanged") else None
    return Record(seq, at(after), kind, CALL, operation, after, data)


def wire(seq: int, exchange: HttpExchange, *, operation: str | None = OPERATION) -> Record:
    """Return the record of ``exchange``, written when it was over."""
    ended = exchange.started + timedelta(seconds=exchange.seconds)
    return Record(seq, ended, "exchange", CALL, operation, None, {}, exchange)


def request(
    path: str = "/recordResponse",
    body: Any = None,
    *,
    status: int | None = 200,
    answer: Any = None,
    after: float = 1.0,
    **more: Any,
) -> HttpExchange:
    """Return a request of the bot about the call; ``body`` and ``answer`` are JSON or text."""
    fields: dict[str, Any] = {
        "kind": "api",
        "direction": "in",
        "method": "POST",
        "url": f"http://127.0.0.1:8899/v1.0/communications/calls/{CALL}{path}",
        "started": at(after),
        "seconds": 0.0042,
        "request_headers": (("Authorization", "Bearer secret-of-the-bot-1234"),),
        "request_body": _text(body),
        "status": status,
        "response_headers": (("Content-Type", "application/json"),),
        "response_body": _text(answer),
    }
    return HttpExchange(**(fields | more))


def webhook(
    data: dict[str, Any],
    *,
    change: Any = "updated",
    status: int | None = 202,
    error: str | None = None,
    after: float = 1.0,
    **more: Any,
) -> HttpExchange:
    """Return the delivery of a notification about the resource ``data``."""
    return request(
        url=BOT,
        kind="webhook",
        direction="out",
        body=notification(change, f"/calls/{CALL}", data),
        status=status,
        error=error,
        after=after,
        **more,
    )


def operation(
    cause: Cause | None = None,
    *,
    id: str = OPERATION,
    phase: Phase = Phase.LISTENING,
    kind: Any = "recordResponse",
    seconds: float = 1.5,
) -> OperationSnapshot:
    """Return an operation that has ended for ``cause``, or (``None``) is in ``phase``."""
    outcome = None if cause is None else OUTCOMES[cause]
    return OperationSnapshot(
        id,
        kind,
        None,
        Status.RUNNING if outcome is None else outcome.status,
        phase if outcome is None else Phase.ENDED,
        outcome,
        seconds,
        0.0,
        None,
        None,
        None,
    )


def call(
    *operations: OperationSnapshot,
    state: CallState = CallState.ESTABLISHED,
    id: str = CALL,
    created: datetime = CALLED,
    discard_at: datetime | None = None,
    level: float = -20.0,
) -> CallSnapshot:
    """Return a call with these operations."""
    engine = EngineSnapshot(state, 10.0, 1.0, True, False, operations)
    return CallSnapshot(
        id,
        "incoming",
        "live",
        "5551",
        BOT,
        created,
        engine,
        None,
        level,
        None,
        None,
        1,
        discard_at,
    )


class SetClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.value = CALLED

    def now(self) -> datetime:
        return self.value

    def monotonic(self) -> float:
        return self.value.timestamp()


class QuietLink(QObject):
    """The link's signals without a core, for widgets that only follow them."""

    call_changed = Signal(object)
    record_added = Signal(object)
    settings_changed = Signal(object)
    refused = Signal(str)
    faults_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.sent: list[tuple[str, str, str]] = []
        self.replayed: list[Record] = []
        self.takes: dict[str, Audio] = {}

    def send(self, method: str, path: str, body: str, times: int = 1) -> None:
        self.sent += [(method, path, body)] * times

    def replay(self, record: Record) -> None:
        self.replayed.append(record)

    def arm_fault(self, name: str) -> None:
        """There is no core to arm it in."""

    def disarm_fault(self, fault_id: int | None) -> None:
        """There is no core to disarm it in."""

    def tell(self, records: Sequence[Record]) -> None:
        """Let the link add ``records``."""
        for record in records:
            self.record_added.emit(record)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)
