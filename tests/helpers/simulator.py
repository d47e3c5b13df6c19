"""A simulator for tests: the real runtime with faked ports, on a clock that runs ahead."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from app.audio.wavfile import read_caller
from app.graph.profiles import V1
from app.graph.requests import AnswerRequest, RecordResponseRequest, parse_record_response
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot, Update
from app.runtime.clock import new_id
from app.runtime.journal import Journal
from app.runtime.ports import AudioPort, PromptPort
from app.runtime.recordings import RecordingStore
from app.runtime.records import Record
from app.runtime.service import Simulator
from app.settings import Settings
from tests.helpers.fakes import NoAudio, Notifications, Prompts

BOT = "http://127.0.0.1:9/bot"
ANSWER = AnswerRequest("http://127.0.0.1:9/callback", service_hosted=True)


class FastClock:
    """Runs ``step`` seconds ahead each time it is read, so that a call takes no time."""

    def __init__(self, step: float = 0.2) -> None:
        self._step = step
        self._now = 0.0

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self._now)

    def monotonic(self) -> float:
        self._now += self._step
        return self._now


@dataclass
class Bench:
    """A simulator, what it sent, and what it told."""

    simulator: Simulator
    notifications: Notifications
    prompts: PromptPort
    updates: list[Update] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, update: Update) -> None:
        """Keep an update and let those look who wait."""
        self.updates.append(update)
        self._news.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until an update makes ``condition`` true."""
        async with asyncio.timeout(10):
            while not condition():
                self._news.clear()
                await self._news.wait()

    @property
    def records(self) -> list[Record]:
        return self.simulator.journal.since(0)

    def kinds(self) -> list[str]:
        return [record.kind for record in self.records]

    def of_kind(self, kind: str) -> list[Record]:
        return [record for record in self.records if record.kind == kind]

    async def established(self, caller: str = "silence") -> CallSnapshot:
        """Phone the bot, let it answer, and wait until the audio is active."""
        call = await self.simulator.dial(bot_url=BOT, caller=CallerSpec.parse(caller))
        self.simulator.bot.answer(call.id, ANSWER, "http://127.0.0.1:8899")
        await self.notifications.until(
            "updated",
            mediaState={"@odata.type": "#microsoft.graph.callMediaState", "audio": "active"},
        )
        return self.simulator.snapshot(call.id)


def bench(
    settings: Settings | None = None,
    *,
    audio: AudioPort | None = None,
    clock: FastClock | None = None,
    prompts: PromptPort | None = None,
    keep_history: bool = False,
) -> Bench:
    """Make one; the caller closes its simulator."""
    clock = clock or FastClock()
    journal = Journal(clock)
    notifications = Notifications()
    prompts = prompts or Prompts()
    simulator = Simulator(
        settings=settings or Settings().set("hearing.detector", "energy"),
        journal=journal,
        recordings=RecordingStore(clock, new_id),
        clock=clock,
        new_id=new_id,
        audio=audio or NoAudio(),
        notifications=notifications,
        prompts=prompts,
        read_audio=read_caller,
        beep=np.full(3_200, 9, np.int16),
        keep_history=keep_history,
    )
    simulator.base_url = "http://127.0.0.1:8899"
    made = Bench(simulator, notifications, prompts)
    simulator.listen(made.hear)
    return made


def request(**body: object) -> RecordResponseRequest:
    """Return a checked recordResponse body."""
    return parse_record_response(dict(body), V1)
