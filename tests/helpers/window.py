"""A window's world: the real core thread, runtime and engine; only the ports are played.

``world`` gives a started :class:`CoreLink` on a real simulator. No device, no socket: the bot's
side is spoken by :class:`Bot`, straight into the runtime. Clocks run :attr:`World.SPEED` times as
fast, so that seconds of a call take tens of milliseconds.

A test is a coroutine on the Qt loop, where slots may start tasks as they do in the program::

    @on_qt_loop
    async def test_call(world):
        call = await world.call()
        await world.until(lambda: panel.state == "...")
"""

from __future__ import annotations

import asyncio
import functools
import gc
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.audio.speech import SystemVoice
from app.audio.wavfile import read_caller
from app.bridge.bridge import Bridge
from app.bridge.desk import Desk
from app.engine.timebase import SAMPLE_RATE
from app.graph.profiles import V1
from app.graph.requests import (
    AnswerRequest,
    CreateCallRequest,
    parse_play_prompt,
    parse_record_response,
)
from app.history.history import History
from app.runtime.bot_side import BotSide
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot
from app.runtime.clock import SystemClock, new_id
from app.runtime.journal import Journal
from app.runtime.ports import Audio, AudioPort, VoicePort
from app.runtime.recordings import RecordingStore
from app.runtime.records import HttpExchange, Record
from app.runtime.service import Simulator
from app.runtime.thread import CoreThread
from app.settings import Settings
from app.ui.core_link import CoreLink
from tests.helpers.played_sound import (
    Collected,
    PlayedAudio,
    QuietPrompts,
)
from tests.helpers.speech_sounds import say, silence

BASE_URL: Final = "http://127.0.0.1:8899"
"""Where the local Graph would be; nothing listens."""

BOT_URL: Final = "http://127.0.0.1:9/calls"
"""Where calls are announced; nothing listens there and nothing is sent."""

SETTINGS: Final = Settings(echo_cancellation=False)
"""There are no echoes in a played sound system."""

PATIENCE: Final = 10.0
"""Seconds after which a condition that does not come true fails the test."""

SPEAKING_CALLER: Final = Path("speaking.wav")
"""A caller who speaks for 2 s and is silent afterwards."""


class FastClock(SystemClock):
    """The steady clock runs ``speed`` times as fast."""

    def __init__(self, speed: float) -> None:
        self._speed = speed

    def monotonic(self) -> float:
        return time.monotonic() * self._speed


class Requests:
    """Keeps composed requests; answers 200 and writes the exchange into the journal."""

    def __init__(self, journal: Journal) -> None:
        self.made: list[tuple[str, str, str]] = []
        self.tokens: list[str | None] = []
        self.status = 200
        self._journal = journal

    async def request(
        self, method: str, path: str, body: str, token: str | None = None
    ) -> tuple[int, str]:
        self.made.append((method, path, body))
        self.tokens.append(token)
        self._journal.append(
            "exchange", exchange=exchange(method=method, url=path, status=self.status, body=body)
        )
        return self.status, "{}"


def exchange(
    *,
    method: str = "POST",
    url: str = "http://127.0.0.1:8899/v1.0/communications/calls/c/recordResponse",
    status: int | None = 200,
    body: str = "{}",
    answer: str = "{}",
    **more: Any,
) -> HttpExchange:
    """Return an exchange of the bot with the local Graph; ``more`` replaces any field."""
    fields: dict[str, Any] = {
        "kind": "api",
        "direction": "in",
        "method": method,
        "url": url,
        "started": datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC),
        "seconds": 0.0042,
        "request_headers": (("Content-Type", "application/json"),),
        "request_body": body,
        "status": status,
        "response_headers": (("Content-Type", "application/json"),),
        "response_body": answer,
    }
    return HttpExchange(**(fields | more))


class PlayedCore:
    """What the composition root hands to the window."""

    def __init__(self, settings: Settings, speed: float) -> None:
        self.clock = clock = FastClock(speed)
        self.thread = CoreThread()
        self.sound = PlayedAudio(clock)
        self.audio: AudioPort = self.sound
        self.voice: VoicePort = SystemVoice()
        self.notifications = Collected()
        self.journal = Journal(clock)
        self.client = Requests(self.journal)
        self.saved: list[Settings] = []
        self.history: History | None = None
        self.run = "this-run"
        self.simulator = Simulator(
            settings=settings,
            journal=self.journal,
            recordings=RecordingStore(clock, new_id),
            clock=clock,
            new_id=new_id,
            audio=self.sound,
            notifications=self.notifications,
            prompts=QuietPrompts(),
            read_audio=_read_audio,
            beep=silence(0.2),
            keep_history=True,
        )
        self._bridge = Bridge(self.journal, clock, new_id, notifications=self.notifications)
        self.bridge = Desk(
            self._bridge,
            self.journal,
            clock,
            is_ours=lambda token: False,
            seconds=lambda: 5.0,
            read_audio=read_caller,
        )
        self.simulator.base_url = BASE_URL
        self.simulator.practice_bot = _practice_bot
        self.closed = False

    def save_settings(self, settings: Settings) -> None:
        self.saved.append(settings)

    async def close(self) -> None:
        """End what runs; core thread."""
        await self._bridge.close()
        await self.simulator.close()
        self.closed = True


async def _practice_bot() -> str:
    return BOT_URL


def _read_audio(source: Any, *, channel: int = 0) -> Audio:
    if isinstance(source, Path) and source.is_file():
        return read_caller(source, channel=channel)
    if source != SPEAKING_CALLER:
        raise ValueError(f"'{source}' is no sound file. Choose a WAV, FLAC or Ogg file.")
    return np.concatenate([say(2.0), silence(60.0)])


class Bot:
    """The other side: speaks into the runtime as the local Graph would."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def answer(self, call_id: str) -> None:
        request = AnswerRequest(BOT_URL, service_hosted=True)
        await self._do(lambda s: s.answer(call_id, request, BASE_URL))

    async def record(self, call_id: str, **body: Any) -> str:
        """Send a recordResponse body (Graph's names) and return the operation's id."""
        request = parse_record_response(body, V1)
        return str((await self._do(lambda s: s.record_response(call_id, request)))["id"])

    async def play(self, call_id: str, *uris: str) -> str:
        """Send a playPrompt and return the operation's id."""
        request = parse_play_prompt({"prompts": [media_prompt(uri) for uri in uris]}, V1)
        return str((await self._do(lambda s: s.play_prompt(call_id, request)))["id"])

    async def cancel(self, call_id: str) -> None:
        await self._do(lambda s: s.cancel_media(call_id))

    async def delete(self, call_id: str) -> None:
        await self._do(lambda s: s.delete(call_id))

    async def _do(self, action: Callable[[BotSide], Any]) -> Any:
        async def _on_core() -> Any:
            return action(self._world.core.simulator.bot)

        return await self._world.link.run(_on_core())


def media_prompt(uri: str = "https://example.com/prompt.wav") -> dict[str, Any]:
    """Return one entry of ``prompts`` as bots send it."""
    return {
        "@odata.type": "#microsoft.graph.mediaPrompt",
        "mediaInfo": {"@odata.type": "#microsoft.graph.mediaInfo", "uri": uri, "resourceId": None},
    }


class World:
    """A link on a running core, a bot, and everything that the link said."""

    SPEED: Final = 20.0

    def __init__(self, loop: QEventLoop, settings: Settings) -> None:
        self.loop = loop
        self.core = PlayedCore(settings, self.SPEED)
        self.link = CoreLink(self.core)
        self.bot = Bot(self)
        self.snapshots: list[CallSnapshot] = []
        self.records: list[Record] = []
        self.refusals: list[str] = []
        self.link.call_changed.connect(self.snapshots.append)
        self.link.record_added.connect(self.records.append)
        self.link.refused.connect(self.refusals.append)

    @property
    def now(self) -> CallSnapshot:
        """The newest snapshot."""
        return self.snapshots[-1]

    def kinds(self) -> list[str]:
        """The kinds of all records so far."""
        return [record.kind for record in self.records]

    async def ring(self, caller: CallerSpec | None = None, number: str = "") -> str:
        """Let the phone ring at the bot; returns the call's id."""
        caller = caller or CallerSpec("silence")
        snapshot = await self.link.run(self.core.simulator.dial(caller=caller, number=number))
        await self.until(lambda: any(seen.id == snapshot.id for seen in self.snapshots))
        return snapshot.id

    async def place(self) -> str:
        """Let the bot phone; returns the id of the call, which rings."""
        wanted = CreateCallRequest(BOT_URL, True, None, None)
        snapshot = await self.link.run(self.core.simulator.ring(wanted, BASE_URL))
        await self.until(lambda: any(seen.id == snapshot.id for seen in self.snapshots))
        return snapshot.id

    async def call(self, caller: CallerSpec | None = None) -> str:
        """Make a call that the bot has answered and in which audio flows; returns its id."""
        call_id = await self.ring(caller)
        await self.bot.answer(call_id)
        await self.until(lambda: self.now.engine.media_active)
        return call_id

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for ``condition`` while the window lives on."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, "the condition did not come true"
            await asyncio.sleep(0.005)

    async def record(self, **fields: Any) -> Record:
        """Append to the journal (``Journal.append``'s arguments) and wait until it was shown."""

        async def _append() -> Record:
            return self.core.journal.append(**fields)

        added = await self.link.run(_append())
        await self.until(lambda: any(seen.seq == added.seq for seen in self.records))
        return added


def seconds(value: float) -> int:
    """Return samples of the call's clock."""
    return round(value * SAMPLE_RATE)


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    """A started world; everything is ended afterwards."""
    # Python may collect on any thread, and a widget must not be destroyed on the core's.
    gc.collect()
    gc.disable()
    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    world = World(loop, SETTINGS)
    world.core.thread.start()
    loop.run_until_complete(world.link.start())
    try:
        yield world
    finally:
        if not world.core.closed:
            loop.run_until_complete(world.link.stop())
            loop.run_until_complete(world.link.run(world.core.close()))
        world.core.thread.stop()
        asyncio.set_event_loop(None)
        loop.close()
        gc.enable()


Test = Callable[..., Coroutine[Any, Any, None]]


def on_qt_loop(test: Test) -> Callable[..., None]:
    """Run a coroutine test with the fixture ``world`` on the Qt loop of that world."""

    @functools.wraps(test)
    def run(*args: Any, **fixtures: Any) -> None:
        loop: QEventLoop = fixtures["world"].loop
        work: Awaitable[None] = asyncio.wait_for(test(*args, **fixtures), 3 * PATIENCE)
        loop.run_until_complete(work)

    return run
