"""The journal as server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

import asyncio
import json
from typing import Final

from aiohttp import hdrs, web

from app.api.answers import write
from app.runtime.describe import record_json
from app.runtime.journal import Journal
from app.runtime.records import Record

HEARTBEAT_SECONDS: Final = 15.0
"""Between two comments on a quiet stream: the interval that the standard recommends."""

BATCH: Final = 100
"""Records written at once, so that a long backlog leaves the core thread time for calls."""


class EventStream:
    """Core thread. A slow reader holds nothing up: it is served from the journal, which is bounded,
    and may find numbers missing."""

    def __init__(self, journal: Journal, heartbeat: float = HEARTBEAT_SECONDS) -> None:
        self._journal = journal
        self._heartbeat = heartbeat
        self._readers: set[asyncio.Event] = set()
        self._stopping = False

    def stop(self) -> None:
        """End all streams."""
        self._stopping = True
        for wake in self._readers:
            wake.set()

    async def serve(self, request: web.BaseRequest, after: int) -> web.StreamResponse:
        """Send every record numbered above ``after``, and all to come, until either side ends."""
        response = web.StreamResponse(
            headers={hdrs.CONTENT_TYPE: "text/event-stream", hdrs.CACHE_CONTROL: "no-store"}
        )
        wake = asyncio.Event()
        self._readers.add(wake)
        stop_listening = self._journal.listen(lambda _: wake.set())
        try:
            await response.prepare(request)
            await write(response, b": this is the journal\n\n")
            await self._follow(response, after, wake)
            await response.write_eof()
        except (ConnectionError, TimeoutError):
            request.protocol.force_close()
        finally:
            stop_listening()
            self._readers.discard(wake)
        return response

    async def _follow(self, response: web.StreamResponse, after: int, wake: asyncio.Event) -> None:
        while not self._stopping:
            wake.clear()
            if records := self._journal.since(after)[:BATCH]:
                await write(response, b"".join(map(_event, records)))
                after = records[-1].seq
                continue
            try:
                async with asyncio.timeout(self._heartbeat):
                    await wake.wait()
            except TimeoutError:
                await write(response, b": still here\n\n")


def _event(record: Record) -> bytes:
    data = json.dumps(record_json(record), separators=(",", ":"))
    return f"id: {record.seq}\nevent: {record.kind}\ndata: {data}\n\n".encode()
