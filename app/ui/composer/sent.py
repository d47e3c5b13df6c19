"""What was sent by hand, and which answer belongs to it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from app.runtime.records import HttpExchange, Record
from app.ui.inspector import formats
from app.ui.inspector.exchange_row import status_words
from app.ui.inspector.wire import read_failure, read_json

translate = QCoreApplication.translate

KEPT: Final = 20
"""Requests that the history offers again."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as it was written: ``template`` is the path with ``{id}`` for the call."""

    at: datetime
    method: str
    template: str
    path: str
    body: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a request; ``seq`` is the number of its record. ``number`` counts the answers of
    one sent ``of`` times, ``bad`` how many of those were refused."""

    sent: Sent
    text: str
    good: bool
    seq: int
    number: int = 1
    of: int = 1
    bad: int = 0


@dataclass(slots=True)
class _Waiting:
    sent: Sent
    of: int
    number: int = 0
    bad: int = 0


class Outbox:
    """Requests on their way, oldest first, and the last that were sent, newest first."""

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque(maxlen=KEPT)
        self.history: list[Sent] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, sent: Sent, times: int = 1) -> None:
        """Keep a request that leaves now, ``times`` over; the same one again only moves to the
        top of the history."""
        self._waiting.append(_Waiting(sent, times))
        again = (sent.method, sent.template, sent.body)
        others = [s for s in self.history if (s.method, s.template, s.body) != again]
        self.history = [sent, *others][:KEPT]

    def answered(self, record: Record) -> Result | None:
        """Return the result if ``record`` is the exchange of a request on its way."""
        exchange = record.exchange
        if exchange is None or exchange.kind != "api" or exchange.direction != "in":
            return None
        for waiting in self._waiting:
            if _matches(waiting.sent, exchange):
                text, good = result_words(exchange)
                waiting.number += 1
                waiting.bad += not good
                if waiting.number == waiting.of:
                    self._waiting.remove(waiting)
                counts = waiting.number, waiting.of, waiting.bad
                return Result(waiting.sent, text, good, record.seq, *counts)
        return None

    def refused(self) -> Sent | None:
        """Take the oldest request off its way: it did not get out."""
        return self._waiting.popleft().sent if self._waiting else None


def result_words(exchange: HttpExchange) -> tuple[str, bool]:
    """Return what came of ``exchange``, and whether Graph took it."""
    took = formats.duration(exchange.seconds)
    if exchange.status is None:
        return exchange.error or translate("Sent", "There was no answer."), False
    answer = f"{status_words(exchange.status)} · {took}"
    failure = read_failure(exchange.response_body)
    if failure is not None:
        return f"{answer} · {failure.code}: {failure.message}", False
    body = read_json(exchange.response_body)
    if isinstance(body, dict) and isinstance(body.get("status"), str):
        words = translate("Sent", "{answer} · the operation is {state}")
        answer = words.format(answer=answer, state=body["status"])
    return answer, exchange.status < 300


def _matches(sent: Sent, exchange: HttpExchange) -> bool:
    """Bodies are recorded up to a limit and followed by a note then: their beginnings count."""
    try:
        parts = urlsplit(exchange.url)
    except ValueError:
        return False
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    body = exchange.request_body
    same = body == sent.body or (len(body) > 1000 and sent.body.startswith(body[:1000]))
    return exchange.method == sent.method and path == sent.path and same
