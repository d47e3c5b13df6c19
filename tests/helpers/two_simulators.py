"""Two whole programs: one in the place of the real service, behind https, and one under test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from app.main import Program
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode
from app.runtime.records import Record
from app.settings import Settings
from tests.helpers.local_graph import client

TENANT = "11111111-2222-4333-8444-555555555555"
CLIENT_ID = "99999999-8888-4777-8666-555555555555"
SECRET = "s3cret~of-the-application"


@dataclass
class Two:
    """``real`` is asked by ``near``; ``bot`` speaks to the latter."""

    real: Program
    near: Program
    bot: httpx.AsyncClient

    async def until(self, program: Program, **wanted: Any) -> Record:
        """Wait for a record whose exchange has these attributes; return it."""
        async with asyncio.timeout(15):
            while True:
                for record in program.journal.since(0):
                    exchange = record.exchange
                    if exchange is not None and all(
                        getattr(exchange, name) == value for name, value in wanted.items()
                    ):
                        return record
                await asyncio.sleep(0.01)

    def wish(self, mode: BridgeMode, **more: Any) -> BridgeWish:
        """Return what leads from the near one to the real one with client credentials."""
        authority = self.real.https_base_url
        assert authority is not None and self.real.ca_file is not None
        fields: dict[str, Any] = {
            "mode": mode,
            "target": authority,
            "credentials": "client",
            "secrets": Secrets(
                tenant=TENANT, client_id=CLIENT_ID, secret=SECRET, authority=authority
            ),
            "ca_file": str(self.real.ca_file),
            "openid": f"{authority}/v1/.well-known/OpenIdConfiguration",
        }
        return BridgeWish(**(fields | more))


@asynccontextmanager
async def two_simulators(tmp_path: Path, **settings: Any) -> AsyncIterator[Two]:
    """Start both; ``settings`` are those of the real one, ``_`` standing for a dot."""
    strict = (
        Settings(detector="energy").set("phone.answer", "auto").set("phone.answerAfterSeconds", 0)
    )
    for name, value in settings.items():
        strict = strict.set(name.replace("_", "."), value)
    real, near = Program(strict), Program(Settings(detector="energy"))
    try:
        await real.start("127.0.0.1", 0, https_port=0)
        await near.start("127.0.0.1", 0)
        bearer = {"Authorization": "Bearer the-bots-own-token"}
        async with client(near.simulator.base_url, bearer) as bot:
            yield Two(real, near, bot)
    finally:
        await near.close()
        await real.close()
