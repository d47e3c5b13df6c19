"""The journal: every record in order, bounded, append-only, with listeners."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from app.runtime.hiding import Hiding
from app.runtime.long_bodies import LongBodies
from app.runtime.ports import Clock
from app.runtime.records import HttpExchange, Record

Listener = Callable[[Record], None]


class Journal:
    """Belongs to the core thread. ``limit`` is the number of records kept, ``most`` the characters
    of all their bodies in memory, ``most_on_disk`` of those that ``bodies`` moves to the disk; the
    oldest go first."""

    def __init__(
        self,
        clock: Clock,
        limit: int = 10_000,
        most: int = 200_000_000,
        *,
        bodies: LongBodies | None = None,
        most_on_disk: int = 1_000_000_000,
    ) -> None:
        self.hiding = Hiding()
        """Secrets that no record holds."""
        self._clock = clock
        self._most = most
        self._bodies = bodies
        self._most_on_disk = most_on_disk
        self._weight = self._weight_on_disk = 0
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
        if exchange is not None:
            exchange = self.hiding.exchange(exchange)
            if self._bodies is not None:
                exchange = self._bodies.shorten(exchange)
        record = Record(
            self._seq,
            self._clock.now(),
            kind,
            call_id,
            operation_id,
            seconds,
            self.hiding.value(data or {}),
            exchange,
        )
        if len(self._records) == self._records.maxlen:
            self._drop_oldest()
        self._records.append(record)
        self._weight += record.weight
        self._weight_on_disk += record.weight_on_disk
        while len(self._records) > 1 and (
            self._weight > self._most or self._weight_on_disk > self._most_on_disk
        ):
            self._drop_oldest()
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

    def _drop_oldest(self) -> None:
        oldest = self._records.popleft()
        self._weight -= oldest.weight
        self._weight_on_disk -= oldest.weight_on_disk
