"""Asking how a real operation stands, against a server that says it."""

from __future__ import annotations

import asyncio
import json

import pytest

from app.bridge.answered import Answered
from app.bridge.onward import RealRequest
from app.bridge.polling import poll, running_operation
from app.runtime.clock import SystemClock
from tests.helpers.bridged import JSON, answered, asked, bridged
from tests.helpers.wire_server import Seen, answer, wire_server

CALL = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
PATH = f"/v1.0/communications/calls/{CALL}/recordResponse"


def stands(status: str) -> bytes:
    return json.dumps({"id": OPERATION, "status": status}).encode()


async def test_it_asks_until_the_operation_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.polling.poll.__defaults__", (0.01,))
    said = iter(["running", "running", "completed", "never asked for"])

    def reply(seen: Seen) -> bytes:
        return answer(200, stands("running" if seen.method == "POST" else next(said)))

    async with wire_server(reply) as real, bridged(real.url) as line:
        line.bridge.pairs.set(CALL, CALL)
        line.bridge.mirror(asked("POST", PATH, b"{}", call_id=CALL), answered(200, b"{}", JSON))
        records = await line.until("exchange", 3)
        await real.until(4)
    shown = [r.exchange.response_body for r in records if r.exchange is not None]
    assert [json.loads(body)["status"] for body in shown] == ["running", "running", "completed"]
    assert [s.path for s in real.seen[1:]] == [
        f"/v1.0/communications/calls/{CALL}/operations/{OPERATION}"
    ] * 3
    assert next(said) == "never asked for"


@pytest.mark.parametrize("status", [401, 403, 404, 429])
async def test_it_stops_where_the_service_says_no(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.bridge.polling.poll.__defaults__", (0.01,))

    def reply(seen: Seen) -> bytes:
        return answer(200, stands("running")) if seen.method == "POST" else answer(status)

    async with wire_server(reply) as real, bridged(real.url) as line:
        line.bridge.pairs.set(CALL, CALL)
        line.bridge.mirror(asked("POST", PATH, b"{}", call_id=CALL), answered(200))
        await line.until("exchange", 2)
    assert len(real.seen) == 2


async def test_it_asks_only_while_it_may() -> None:
    waits, may = asyncio.Event(), asyncio.Event()

    async def allowed() -> None:
        waits.set()
        await may.wait()

    async with (
        wire_server(lambda seen: answer(200, stands("completed"))) as real,
        bridged(real.url) as line,
    ):
        sender = line.bridge._sender
        assert sender is not None
        sent = RealRequest("POST", f"{real.url}{PATH}", (), "Bearer x", b"")
        request = asked("POST", PATH)
        asking = asyncio.ensure_future(
            poll(sender, request, sent, OPERATION, SystemClock(), lambda: True, allowed, 0.0)
        )
        async with asyncio.timeout(10):
            await waits.wait()
            assert real.seen == []
            may.set()
            await asking
        assert len(real.seen) == 1


@pytest.mark.parametrize(
    ("came", "path", "found"),
    [
        (Answered(200, (), stands("running")), PATH, OPERATION),
        (Answered(200, (), stands("completed")), PATH, None),
        (Answered(403, (), stands("running")), PATH, None),
        (Answered(200, (), stands("running")), "/v1.0/communications/calls", None),
        (
            Answered(202, (("Location", f"https://g/x/operations/{OPERATION}"),), b""),
            PATH,
            OPERATION,
        ),
        (Answered(202, (("Location", "https://g/calls/1"),), b""), PATH, None),
        (Answered(202, (), b""), PATH, None),
    ],
)
def test_what_runs(came: Answered, path: str, found: str | None) -> None:
    assert running_operation(came, path) == found
