from __future__ import annotations

import asyncio

import pytest
from yarl import URL

from app.outbound.client import LazyClient
from app.outbound.targets import Targets
from app.runtime.ports import TargetRefused
from tests.helpers.wire_server import wire_server


async def test_it_is_made_once_and_keeps_its_connections() -> None:
    lazy = LazyClient(Targets((), None))
    async with wire_server() as server:
        first, second = await asyncio.gather(lazy.get(), lazy.get())
        assert first is second
        for _ in range(2):
            (await first.request("GET", URL(server.url), {})).release()
        await lazy.aclose()
    assert server.connections == 1


async def test_it_keeps_to_the_policy() -> None:
    lazy = LazyClient(Targets((), None))
    client = await lazy.get()
    with pytest.raises(TargetRefused):
        await client.request("GET", URL("http://192.168.1.1/"), {})
    await lazy.aclose()


async def test_it_can_be_closed_before_it_was_made_and_made_again_after() -> None:
    lazy = LazyClient(Targets((), None))
    await lazy.aclose()
    first = await lazy.get()
    await lazy.aclose()
    assert first.closed
    second = await lazy.get()
    assert not second.closed
    await lazy.aclose()
