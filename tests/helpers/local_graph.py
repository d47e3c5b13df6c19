"""The real local Graph on a loopback port, with the real simulator behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import numpy as np

from app.api.server import LocalGraph
from app.audio.wavfile import read_caller
from app.runtime.callers import CallerSpec
from app.runtime.clock import SystemClock, new_id
from app.runtime.journal import Journal
from app.runtime.long_bodies import LongBodies
from app.runtime.private_folder import PrivateFolder
from app.runtime.recordings import RecordingStore
from app.runtime.records import Record
from app.runtime.service import Simulator
from app.settings import Settings
from tests.helpers.fakes import NoAudio, Notifications, Prompts, Targets

KEY = "the-control-key"
BOT = "http://127.0.0.1:9/bot"
SETTINGS = Settings(detector="energy")

UNKNOWN = "/v1.0/communications/calls/00000000-0000-4000-8000-000000000000"

ANSWER: dict[str, Any] = {
    "callbackUri": BOT,
    "acceptedModalities": ["audio"],
    "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
}


async def practice_bot() -> str:
    """Stands in for the practice bot, which is tried elsewhere."""
    return BOT


@dataclass
class Line:
    """What a test holds: the server, a bot's client, a control client, and the fakes."""

    graph: LocalGraph
    simulator: Simulator
    notifications: Notifications
    prompts: Prompts
    targets: Targets
    bot: httpx.AsyncClient
    control: httpx.AsyncClient

    @property
    def journal(self) -> Journal:
        return self.simulator.journal

    async def call(self) -> str:
        """Dial; return the path of the incoming call."""
        snapshot = await self.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
        return f"/v1.0/communications/calls/{snapshot.id}"

    async def established(self) -> str:
        """Dial, answer, wait until audio is active; return the call's path."""
        path = await self.call()
        answered = await self.bot.post(f"{path}/answer", json=ANSWER)
        assert answered.status_code == 202, answered.text
        await self.notifications.until("updated", id=path.rpartition("/")[2], mediaState=ACTIVE)
        return path

    async def until_event(self, kind: str, *, count: int = 1, **data: Any) -> Record:
        """Wait for the ``count``-th record of ``kind`` with these data, and return it."""
        news = asyncio.Event()
        stop = self.simulator.listen(lambda _: news.set())
        try:
            async with asyncio.timeout(10):
                while True:
                    news.clear()
                    found = [r for r in self.journal.since(0) if r.kind == kind]
                    matching = [r for r in found if data.items() <= r.data.items()]
                    if len(matching) >= count:
                        return matching[count - 1]
                    await news.wait()
        finally:
            stop()

    def warnings(self) -> list[str]:
        """What the user was warned of so far."""
        return [r.data["message"] for r in self.journal.since(0) if r.kind == "warning"]


ACTIVE = {"@odata.type": "#microsoft.graph.callMediaState", "audio": "active"}


def client(base_url: str, headers: dict[str, str] | None = None) -> httpx.AsyncClient:
    """Return an HTTP client for loopback; it does not load certificates (80 ms)."""
    return httpx.AsyncClient(base_url=base_url, headers=headers, verify=False)


@asynccontextmanager
async def local_graph(
    settings: Settings = SETTINGS,
    *,
    host: str = "127.0.0.1",
    lan: bool = False,
    control_key: str | None = KEY,
    journal_limit: int = 10_000,
    **options: Any,
) -> AsyncIterator[Line]:
    """Start everything, and end it; ``options`` go to LocalGraph."""
    clock = SystemClock()
    notifications, prompts, targets = Notifications(), Prompts(), Targets(("far.example",))
    folder = PrivateFolder()
    bodies = LongBodies(folder)
    simulator = Simulator(
        settings=settings,
        journal=Journal(clock, journal_limit, bodies=bodies),
        recordings=RecordingStore(clock, new_id),
        clock=clock,
        new_id=new_id,
        audio=NoAudio(),
        notifications=notifications,
        prompts=prompts,
        read_audio=read_caller,
        beep=np.zeros(320, np.int16),
        check_target=targets.check,
    )
    simulator.practice_bot = practice_bot
    graph = LocalGraph(
        simulator,
        clock=clock,
        new_id=new_id,
        read_audio=read_caller,
        control_key=control_key,
        **options,
    )
    await graph.start(host, 0, lan=lan)
    bearer = {"Authorization": "Bearer any-token"}
    key = {"X-Callsim-Key": KEY}
    try:
        async with (
            client(graph.base_url, bearer) as bot,
            client(f"{graph.base_url}/_sim", key) as control,
        ):
            yield Line(graph, simulator, notifications, prompts, targets, bot, control)
    finally:
        await graph.stop()
        await simulator.close()
        bodies.close()
        folder.remove()


async def press_pound(line: Line, path: str, operation_id: str) -> dict[str, Any]:
    """Press # once the operation records; return it as the bot is told."""
    await line.until_event("recordingStarted")
    line.simulator.press(path.rpartition("/")[2], "#")
    told: dict[str, Any] = (await line.notifications.until("deleted", id=operation_id)).data
    return told


async def record_until_pound(line: Line, path: str) -> dict[str, Any]:
    """Record in the call at ``path`` until # is pressed; return what the bot is told."""
    await line.notifications.until("updated", mediaState=ACTIVE)
    started = await line.bot.post(f"{path}/recordResponse", json={"stopTones": ["#"]})
    assert started.status_code == 200, started.text
    return await press_pound(line, path, started.json()["id"])
