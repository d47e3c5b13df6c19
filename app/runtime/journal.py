"""The journal: every record in order, bounded, append-only, with listeners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from app.runtime.hiding import Hiding
from app.runtime.ports import Clock
from app.runtime.records import HttpExchange, Record

Listener = Callable[[Record], None]


class Journal:
    """Belongs to the core thread. ``limit`` is the number of records kept, ``most`` the characters
    of all their bodies together; the oldest go first."""

    def __init__(self, clock: Clock, limit: int = 10_000, most: int = 200_000_000) -> None:
        self.hiding = Hiding()
        """Secrets that no record holds."""
        self._clock = clock
        self._most = most
        self._weight = 0
        self._records: deque[Record] = deque(maxlen=limit)
        self._listeners: list[Listener] = []
        self._seq = 0

    @property
    def last(self) -> int:
        """The number of the newest record, 0 before any."""
        return self._seq

    @property
    def first(self) -> int:
        """The number of the oldest record that is kept; one past the newest where none is."""
        return self._seq - len(self._records) + 1

    def append(
        self,
        kind: str,
        *,
        call_id: str | None = None,
        operation_id: str | None = None,
        seconds: float | None = None,
        data: dict[str, Any] | None = None,
        exchange: HttpExchange | None = None,
    ) -> Record:
        """Add a record, tell the listeners, return it."""
        self._seq += 1
        record = Record(
            self._seq,
            self._clock.now(),
            kind,
            call_id,
            operation_id,
            seconds,
            self.hiding.value(data or {}),
            None if exchange is None else self.hiding.exchange(exchange),
        )
        if len(self._records) == self._records.maxlen:
            self._weight -= self._records.popleft().weight
        self._records.append(record)
        self._weight += record.weight
        while self._weight > self._most and len(self._records) > 1:
            self._weight -= self._records.popleft().weight
        for listener in tuple(self._listeners):
            listener(record)
        return record

    def since(self, seq: int) -> list[Record]:
        """Return the records numbered above ``seq`` that are still kept, oldest first."""
        missing = self._seq - seq
        if missing <= 0:
            return []
        if missing >= len(self._records):
            return list(self._records)
        newest = [self._records[-i] for i in range(1, missing + 1)]
        return newest[::-1]

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every record from now on; returns the way to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
