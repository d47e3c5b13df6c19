"""Waits for what the journal records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.runtime.journal import Journal
from app.runtime.records import HttpExchange, Record


class Watch:
    """Everything that ``journal`` records from now on."""

    def __init__(self, journal: Journal) -> None:
        self.records: list[Record] = []
        self._news = asyncio.Event()
        journal.listen(self._take)

    @property
    def exchanges(self) -> list[HttpExchange]:
        return [record.exchange for record in self.records if record.exchange is not None]

    @property
    def warnings(self) -> list[str]:
        return [str(r.data["message"]) for r in self.records if r.kind == "warning"]

    async def until(self, wanted: Callable[[Record], bool], count: int = 1) -> Record:
        """Wait for the ``count``-th record that is ``wanted``; return it."""
        async with asyncio.timeout(10):
            while True:
                self._news.clear()
                found = [record for record in self.records if wanted(record)]
                if len(found) >= count:
                    return found[count - 1]
                await self._news.wait()

    async def kind(self, kind: str, count: int = 1) -> Record:
        """Wait for the ``count``-th record of that kind."""
        return await self.until(lambda record: record.kind == kind, count)

    def _take(self, record: Record) -> None:
        self.records.append(record)
        self._news.set()
