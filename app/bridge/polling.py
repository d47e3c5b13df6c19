"""Asks how a real operation stands until it has ended, where no notification can arrive."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from app.bridge.answered import Answered
from app.bridge.learning import read_object
from app.bridge.onward import RealRequest
from app.bridge.sending import Sender
from app.runtime.bridging import BridgedRequest
from app.runtime.ports import Clock

INTERVAL: Final = 1.0
"""Seconds between two questions."""

PATIENCE: Final = 300.0
"""Seconds after which nobody asks any more: twice 120 s, and what waits before it."""

ENDED: Final = ("completed", "failed")


def running_operation(came: Answered, path: str) -> str | None:
    """Return the real operation's id where ``came`` says that one runs; ``path`` was asked."""
    if came.status not in (200, 202) or "/calls/" not in path.lower():
        return None
    operation = read_object(came.body)
    if came.status == 200 and str(operation.get("status", "")).lower() != "running":
        return None
    found = operation.get("id")
    if isinstance(found, str) and found:
        return found
    location = (came.header("location") or "").rstrip("/")
    return location.rpartition("/")[2] if "/operations/" in location else None


async def poll(
    sender: Sender,
    request: BridgedRequest,
    sent: RealRequest,
    operation: str,
    clock: Clock,
    wanted: Callable[[], bool],
    allowed: Callable[[], Awaitable[None]],
    interval: float = INTERVAL,
) -> None:
    """Ask until ``operation`` has ended, is gone or is no longer ``wanted``; record what has
    changed each time. ``allowed`` returns once the service may be asked.

    ``sent`` is the request that began it: its address and token serve for the questions too.
    """
    url = f"{sent.url.partition('?')[0].rpartition('/')[0]}/operations/{operation}"
    question = RealRequest("GET", url, (), sent.authorization, b"")
    asked = BridgedRequest("GET", url, (), b"", request.call_id)
    before: tuple[int, bytes] | None = None
    until = clock.monotonic() + PATIENCE
    while clock.monotonic() < until:
        await asyncio.sleep(interval)
        await allowed()
        if not wanted():
            return
        started, begun = clock.now(), clock.monotonic()
        came = await sender.ask(question)
        now = (came.status, came.body) if isinstance(came, Answered) else (0, str(came).encode())
        if now != before:
            sender.record(asked, question, started, clock.monotonic() - begun, came)
        before = now
        status = str(read_object(now[1]).get("status", "")).lower()
        if now[0] in (401, 403, 404, 429) or status in ENDED:
            return
