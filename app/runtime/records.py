"""What happened: frozen, numbered records, the same for window, control plane and exports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from app.runtime.long_bodies import LongBody

Direction = Literal["in", "out"]
ExchangeKind = Literal["api", "webhook", "download", "prompt", "bridge"]


@dataclass(frozen=True, slots=True)
class HttpExchange:
    """One request and its answer, or why there was none.

    ``direction`` is seen from the simulator: ``in`` for the bot's requests, ``out`` for webhooks
    and prompt downloads. Bodies are text as they went over the wire, or a note in place of audio,
    which is never part of an exchange. Of one too long for memory it is the beginning; all of it is
    in ``long_request`` or ``long_response``, and in what :meth:`whole` returns. ``attempt`` counts
    the deliveries of one notification from 1. Of the ``seconds`` it took, the request needed
    ``request_seconds`` to come in and the answer ``response_seconds`` to go over the wire, where
    that was measured.
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
    request_seconds: float | None = None
    response_seconds: float | None = None
    long_request: LongBody | None = None
    long_response: LongBody | None = None

    def whole(self) -> HttpExchange:
        """Return it with its whole bodies, as far as they are still there. Any thread; may read
        files."""
        if self.long_request is None and self.long_response is None:
            return self
        request = None if self.long_request is None else self.long_request.read()
        response = None if self.long_response is None else self.long_response.read()
        return replace(
            self,
            request_body=self.request_body if request is None else request,
            response_body=self.response_body if response is None else response,
            long_request=None,
            long_response=None,
        )


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

    def whole(self) -> Record:
        """Return it with whole bodies: see :meth:`HttpExchange.whole`."""
        whole = None if self.exchange is None else self.exchange.whole()
        return self if whole is self.exchange else replace(self, exchange=whole)

    @property
    def weight(self) -> int:
        """Characters of its bodies: nearly what it takes in memory."""
        exchange = self.exchange
        return 0 if exchange is None else len(exchange.request_body) + len(exchange.response_body)

    @property
    def weight_on_disk(self) -> int:
        """Characters of its bodies that are too long for memory."""
        exchange = self.exchange
        if exchange is None or exchange.long_request is exchange.long_response:
            return 0  # neither is there
        bodies = (exchange.long_request, exchange.long_response)
        return sum(body.characters for body in bodies if body is not None)
