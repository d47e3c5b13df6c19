"""The journal as server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from app.runtime.journal import Listener
from tests.helpers.local_graph import Line, local_graph


async def blocks(response: httpx.Response) -> AsyncIterator[dict[str, str]]:
    """The events and comments of a stream, one dict each."""
    block: dict[str, str] = {}
    async for text in response.aiter_lines():
        if text:
            name, _, value = text.partition(": ")
            block[name] = value
        else:
            yield block
            block = {}


def stream(line: Line, **headers: str) -> Any:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return line.control.stream("GET", "/events", headers=given)


async def test_records_arrive_as_they_happen(line: Line) -> None:
    line.journal.append("before")
    async with asyncio.timeout(10), stream(line) as response:
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["cache-control"] == "no-store"
        events = blocks(response)
        assert "" in await anext(events)  # the comment with which it opens
        record = line.journal.append("warning", call_id="c", data={"message": "two\nlines"})
        event = await anext(events)
    assert (event["id"], event["event"]) == (str(record.seq), "warning")
    listed = (await line.control.get(f"/records?since={record.seq - 1}")).json()["records"]
    assert json.loads(event["data"]) == listed[0]
    assert listed[0]["data"] == {"message": "two\nlines"}


async def test_last_event_id_is_where_it_goes_on(line: Line) -> None:
    for number in range(250):
        line.journal.append(f"k{number}")
    async with asyncio.timeout(10), stream(line, Last_Event_ID="5") as response:
        events = blocks(response)
        await anext(events)
        seen = [(await anext(events))["id"] for _ in range(245)]
    assert seen == [str(seq) for seq in range(6, 251)]


async def test_reader_that_was_away_too_long_gets_what_is_left() -> None:
    async with asyncio.timeout(10), local_graph(journal_limit=3) as line:
        for number in range(10):
            line.journal.append(f"k{number}")
        async with stream(line, Last_Event_ID="2") as response:
            events = blocks(response)
            await anext(events)
            assert [(await anext(events))["id"] for _ in range(3)] == ["8", "9", "10"]


@pytest.mark.parametrize("given", ["x", "-1", "1.5", "", "٣", "9" * 30])
async def test_last_event_id_that_is_no_number(line: Line, given: str) -> None:
    response = await line.control.get("/events", headers={"Last-Event-ID": given.encode()})  # type: ignore[dict-item]
    assert response.status_code == 400
    assert "Last-Event-ID" in response.json()["error"]["message"]


async def test_quiet_stream_is_kept_alive() -> None:
    async with asyncio.timeout(10), local_graph(heartbeat=0.01) as line, stream(line) as response:
        events = blocks(response)
        await anext(events)
        assert await anext(events) == {"": "still here"}


async def test_stream_ends_with_the_server() -> None:
    async with asyncio.timeout(10), local_graph() as line, stream(line) as response:
        events = blocks(response)
        await anext(events)
        await line.graph.stop()
        assert [event async for event in events] == []


async def test_reader_that_leaves_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    async with asyncio.timeout(10), local_graph(heartbeat=0.01) as line:
        forgotten = asyncio.Event()
        listen = line.journal.listen

        def watched(listener: Listener) -> Callable[[], None]:
            stop = listen(listener)
            return lambda: (stop(), forgotten.set())[0]

        monkeypatch.setattr(line.journal, "listen", watched)
        async with stream(line) as response:
            await anext(blocks(response))
            assert not forgotten.is_set()
        await forgotten.wait()
