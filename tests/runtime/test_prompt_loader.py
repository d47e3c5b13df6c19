"""Prompts on their way: shown while they load, stopped with their operation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from app.graph.requests import MediaInfo
from app.runtime import prompt_loader
from app.runtime.calls import Download
from app.runtime.describe import call_json
from app.runtime.ports import Audio, Progress
from tests.helpers.simulator import Bench, bench, request

PROMPT = [{"mediaInfo": {"uri": "http://127.0.0.1:9/long.wav"}}]


class SlowPrompts:
    """Half of every prompt comes at once, the rest when it is let."""

    def __init__(self) -> None:
        self.half = asyncio.Event()
        self.rest = asyncio.Event()
        self.stopped = asyncio.Event()

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio:
        assert progress is not None
        progress(500, 1_000)
        self.half.set()
        try:
            await self.rest.wait()
        except asyncio.CancelledError:
            self.stopped.set()
            raise
        return np.zeros(160, np.int16)


@pytest.fixture
async def sim(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    monkeypatch.setattr(prompt_loader, "TELL_EVERY", 0.0)
    made = bench(prompts=SlowPrompts())
    yield made
    await made.simulator.close()


@pytest.fixture
def slow(sim: Bench) -> SlowPrompts:
    assert isinstance(sim.prompts, SlowPrompts)
    return sim.prompts


async def test_a_prompt_is_shown_while_it_loads(sim: Bench, slow: SlowPrompts) -> None:
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request(prompts=PROMPT))
    await slow.half.wait()
    now = sim.simulator.snapshot(call.id)
    assert now.downloads == (Download(running["id"], 0, 500, 1_000),)
    assert call_json(now)["downloads"] == [
        {"operationId": running["id"], "index": 0, "bytes": 500, "total": 1_000}
    ]
    shown = [u.call for u in sim.updates if u.call is not None and u.call.downloads]
    assert shown, "whoever listens is told"
    (told,) = sim.of_kind("promptDownloading")
    assert told.operation_id == running["id"]
    assert told.data == {"index": 0, "bytes": 500, "total": 1_000}
    slow.rest.set()
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8510, "the prompt was played"
    assert sim.simulator.snapshot(call.id).downloads == ()


@pytest.mark.parametrize("end", ["cancel_media", "delete", "hang_up"])
async def test_the_end_of_the_operation_stops_the_download(
    sim: Bench, slow: SlowPrompts, end: str
) -> None:
    call = await sim.established()
    sim.simulator.bot.record_response(call.id, request(prompts=PROMPT))
    await slow.half.wait()
    if end == "hang_up":
        sim.simulator.hang_up(call.id)
    else:
        getattr(sim.simulator.bot, end)(call.id)
    async with asyncio.timeout(10):
        await slow.stopped.wait()
    await sim.until(lambda: sim.simulator.snapshot(call.id).downloads == ())
