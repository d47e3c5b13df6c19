"""A bridge to whatever a test calls the real service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.bridge.bridge import Bridge
from app.bridge.credentials import Credentials, PastedToken
from app.bridge.sending import BridgeConfig
from app.bridge.target import parse_target
from app.runtime.bridging import BridgedAnswer, BridgedRequest, BridgeMode
from app.runtime.clock import SystemClock, new_id
from app.runtime.journal import Journal
from app.runtime.records import Record
from tests.helpers.fakes import Notifications

APP = "8f3c0d5e-5c1c-4a59-9d2c-1f9b6f0c7a11"
TOKEN = "a-pasted-token"
JSON = ("Content-Type", "application/json")
MIRROR, PASS_THROUGH = BridgeMode.MIRROR, BridgeMode.PASS_THROUGH


@dataclass
class Bridged:
    """A bridge and its journal."""

    bridge: Bridge
    journal: Journal
    notifications: Notifications

    async def until(self, kind: str, count: int = 1, **data: Any) -> list[Record]:
        """Wait for ``count`` records of ``kind`` with this data; return them."""
        async with asyncio.timeout(10):
            while True:
                found = [
                    record
                    for record in self.journal.since(0)
                    if record.kind == kind and data.items() <= record.data.items()
                ]
                if len(found) >= count:
                    return found
                await asyncio.sleep(0.005)


@asynccontextmanager
async def bridged(
    target: str,
    mode: BridgeMode = MIRROR,
    credentials: Credentials | None = None,
    **options: Any,
) -> AsyncIterator[Bridged]:
    """Set up a bridge to ``target``; ``options`` go to its BridgeConfig."""
    clock = SystemClock()
    journal = Journal(clock)
    notifications = Notifications()
    bridge = Bridge(journal, clock, new_id, notifications=notifications, app_id=lambda: APP)
    token = credentials or PastedToken(TOKEN, clock)
    await bridge.set_up(BridgeConfig(mode, parse_target(target), token, **options))
    try:
        yield Bridged(bridge, journal, notifications)
    finally:
        await bridge.close()


def asked(method: str, path: str, body: bytes = b"", **more: Any) -> BridgedRequest:
    """Return a bot's request with its token."""
    headers = more.pop("headers", (("Authorization", "Bearer bot-token"), JSON))
    return BridgedRequest(method, path, headers, body, **more)


def answered(status: int, body: bytes = b"", *headers: tuple[str, str]) -> BridgedAnswer:
    """Return the simulator's answer."""
    return BridgedAnswer(status, headers, body, 0.001)
