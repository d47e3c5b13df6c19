"""The whole program in the world of Microsoft's documentation: its bot is at bot.contoso.com, its
prompts at cdn.contoso.com, both over https, and both are a server of the test.

Nothing is stubbed but the clock, which runs ahead, and the way to the two names: the resolver leads
them to loopback, and port 443 there to the test's server.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from app.main import Program
from app.outbound import connections
from app.runtime.callers import CallerSpec
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.settings import Settings
from tests.helpers.fakes import NoAudio
from tests.helpers.local_graph import SETTINGS, client
from tests.helpers.speech_sounds import say
from tests.helpers.wave_bytes import wav
from tests.helpers.wire_server import OK, Seen, WireServer, answer, wire_server

CERTIFICATE: Final = Path(__file__).parent.parent / "data" / "tls" / "contoso.com.pem"

BOT: Final = "https://bot.contoso.com/api/calls"

NAMES: Final = ("bot.contoso.com", "cdn.contoso.com")

PROMPT: Final = wav(say(0.3))


class AheadClock(SystemClock):
    """The right date, but the seconds between two looks at it are many: a call takes no time."""

    def __init__(self, step: float = 0.2) -> None:
        self._step = step
        self._ahead = 0.0

    def monotonic(self) -> float:
        self._ahead += self._step
        return super().monotonic() + self._ahead


async def resolve(name: str) -> list[str]:
    """Know the two names of the documentation."""
    if name not in NAMES:
        raise OSError(-2, f"Name or service not known: {name}")
    return ["127.0.0.1"]


@dataclass
class Contoso:
    """``server`` is both hosts; ``graph`` is the bot's client for the local Graph."""

    program: Program
    server: WireServer
    graph: httpx.AsyncClient

    @property
    def base_url(self) -> str:
        return self.program.simulator.base_url

    @property
    def journal(self) -> Journal:
        return self.program.journal

    def notifications(self) -> list[Any]:
        """Return the bodies of all notifications that the bot got."""
        return [json.loads(seen.body) for seen in self.posts()]

    def posts(self) -> list[Seen]:
        """Return the requests to the bot's address."""
        return [seen for seen in self.server.seen if seen.path == "/api/calls"]

    async def told(self, change: str, **members: Any) -> tuple[Seen, Any]:
        """Wait for the notification of that kind whose resource has ``members``."""
        async with asyncio.timeout(30):
            count = 0
            while True:
                for seen in self.posts():
                    body = json.loads(seen.body)
                    (only,) = body["value"]
                    data = only["resourceData"]
                    if only["changeType"] == change and members.items() <= data.items():
                        return seen, body
                count = len(await self.server.until(max(count, len(self.server.seen)) + 1))

    async def until(self, kind: str) -> None:
        """Wait for a record of that kind."""
        async with asyncio.timeout(30):
            news = asyncio.Event()
            stop = self.program.simulator.listen(lambda update: news.set())
            while not any(record.kind == kind for record in self.journal.since(0)):
                news.clear()
                await news.wait()
            stop()

    async def call(self, caller: str = "silence") -> str:
        """Phone the bot and wait until it is told; return the call's id."""
        snapshot = await self.program.simulator.dial(caller=CallerSpec.parse(caller))
        await self.told("created")
        return snapshot.id


def _serve(seen: Seen) -> bytes:
    if seen.method == "GET" and seen.path.endswith(".wav"):
        return answer(200, PROMPT, Content_Type="audio/wav")
    return OK


@asynccontextmanager
async def contoso(
    monkeypatch: pytest.MonkeyPatch, settings: Settings = SETTINGS
) -> AsyncIterator[Contoso]:
    """Start everything, and end it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with wire_server(_serve, certificate=CERTIFICATE) as server:
        resolved = connections._resolved
        monkeypatch.setattr(
            connections,
            "_resolved",
            lambda host, port, address: resolved(
                host, server.port if port == 443 else port, address
            ),
        )
        program = Program(
            settings.set("bot.url", BOT), audio=NoAudio(), clock=AheadClock(), resolve=resolve
        )
        await program.start("127.0.0.1", 0)
        bearer = {"Authorization": "Bearer any-token"}
        try:
            async with client(program.simulator.base_url, bearer) as graph:
                yield Contoso(program, server, graph)
        finally:
            await program.close()
