"""What happened: frozen, numbered records, the same for window, control plane and exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Direction = Literal["in", "out"]
ExchangeKind = Literal["api", "webhook", "download", "prompt", "bridge"]


@dataclass(frozen=True, slots=True)
class HttpExchange:
    """One request and its answer, or why there was none.

    ``direction`` is seen from the simulator: ``in`` for the bot's requests, ``out`` for webhooks
    and prompt downloads. Bodies are text as they went over the wire, or a note in place of audio,
    which is never part of an exchange. ``attempt`` counts the deliveries of one notification from
    1.
    """

    kind: ExchangeKind
    direction: Direction
    method: str
    url: str
    started: datetime
    seconds: float
    request_headers: tuple[tuple[str, str], ...]
    request_body: str
    status: int | None
    response_headers: tuple[tuple[str, str], ...]
    response_body: str
    error: str | None = None
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the journal.

    ``kind`` names it: an engine event in camel case (``promptStarted``, ``operationEnded``, …),
    ``exchange``, ``warning`` or ``callCreated``. ``seconds`` is the call's sample clock. ``data``
    holds JSON values only.
    """

    seq: int
    at: datetime
    kind: str
    call_id: str | None
    operation_id: str | None
    seconds: float | None
    data: dict[str, Any] = field(default_factory=dict)
    exchange: HttpExchange | None = None

    @property
    def weight(self) -> int:
        """Characters of its bodies: nearly what it takes in memory."""
        exchange = self.exchange
        return 0 if exchange is None else len(exchange.request_body) + len(exchange.response_body)
