"""A complete call with a bot that behaves as Microsoft's VoiceRecorderAndPlaybackBot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import numpy as np
import pytest

from app.audio.wavfile import read_caller
from app.main import Program
from app.resources import resource
from app.runtime.callers import CallerSpec
from app.settings import Settings
from tests.helpers.contoso import AheadClock
from tests.helpers.fakes import NoAudio
from tests.helpers.golden import golden
from tests.helpers.local_graph import client
from tests.helpers.recorder_bot import RecorderBot, recorder_bot
from tests.helpers.service_tokens import ServiceTokens
from tests.helpers.watch import Watch
from tests.helpers.wave_bytes import samples_of

CALLER = resource("sounds/demo-caller.wav")

WHOLE_CALL = ["answer", "recordResponse", "download", "playPrompt", "DELETE", "clean up"]


@asynccontextmanager
async def program(settings: Settings) -> AsyncIterator[Program]:
    """Run the whole program; only its clock is not the usual one."""
    made = Program(settings, audio=NoAudio(), clock=AheadClock())
    await made.start("127.0.0.1", 0)
    try:
        yield made
    finally:
        await made.close()


async def phone(made: Program, bot: RecorderBot) -> str:
    """Let the caller phone the bot; return the call's id."""
    call = await made.simulator.dial(bot_url=bot.url, caller=CallerSpec("file", CALLER))
    return call.id


async def test_it_records_and_plays_back_what_the_caller_said() -> None:
    async with program(Settings()) as made, recorder_bot(made.simulator.base_url) as bot:
        call_id = await phone(made, bot)
        async with asyncio.timeout(60):
            await bot.over.wait()
        assert (bot.errors, bot.refused) == ([], [])
        assert bot.did == WHOLE_CALL, "and it recorded once, at the second 'established'"
        snapshot = made.simulator.snapshot(call_id)
        assert [o.kind for o in snapshot.engine.operations] == ["recordResponse", "playPrompt"]
        assert [o.status for o in snapshot.engine.operations] == ["completed", "completed"]
        assert snapshot.result is not None and snapshot.result[:2] == (200, 7000)
        (recording,) = bot.recordings
        said = read_caller(CALLER)
        heard = samples_of(recording)[: len(said)]
        np.testing.assert_array_equal(heard, said[: len(heard)])
        assert len(heard) > 16_000
        urls = [r.exchange.url for r in made.journal.since(0) if r.exchange is not None]
        assert f"{bot.base_url}/audio/recording-{call_id}.wav" in urls, "played from its server"


APP = "6f5d3a51-7c0e-4c1e-8f2b-1d2f3a4b5c6d"


@asynccontextmanager
async def careful(
    settings: Settings, app_id: str = APP
) -> AsyncIterator[tuple[Program, RecorderBot]]:
    """Run a bot that believes only what the service signed for the application ``app_id``."""
    async with program(settings.set("bot.appId", APP)) as made:
        base_url = made.simulator.base_url
        async with (
            client(base_url) as service,
            recorder_bot(base_url, ServiceTokens(service, app_id).verify) as bot,
        ):
            yield made, bot


async def test_it_verifies_every_notification() -> None:
    async with careful(Settings()) as (made, bot):
        await phone(made, bot)
        async with asyncio.timeout(60):
            await bot.over.wait()
        assert (bot.errors, bot.refused, bot.did) == ([], [], WHOLE_CALL)


@pytest.mark.parametrize(
    ("signature", "why"),
    [
        ("none", "There is no token"),
        ("wrong", "InvalidSignatureError"),
        ("expired", "ExpiredSignatureError"),
        ("wrongAudience", "InvalidAudienceError"),
    ],
)
async def test_it_refuses_what_the_service_did_not_sign_for_it(signature: str, why: str) -> None:
    async with careful(Settings().set("webhooks.signature", signature)) as (made, bot):
        warned = Watch(made.journal)
        call_id = await phone(made, bot)
        await warned.until(lambda record: record.kind == "warning")
        assert bot.did == [] and len(bot.refused) == 1, "a 403 is not sent again"
        assert why in bot.refused[0]
        assert "403" in warned.warnings[0]
        assert made.simulator.snapshot(call_id).engine.state.value == "incoming"


async def test_it_refuses_what_is_meant_for_another_bot() -> None:
    async with careful(Settings(), app_id="another") as (made, bot):
        watch = Watch(made.journal)
        await phone(made, bot)
        await watch.kind("warning")
        assert bot.did == [] and "InvalidAudienceError" in bot.refused[0]


async def test_as_the_documentation_prints_it_the_bot_cannot_even_answer() -> None:
    """There is no id in a printed call: that is why the real wire is the default."""
    docs = Settings().set("notifications.shape", "docs")
    async with program(docs) as made, recorder_bot(made.simulator.base_url) as bot:
        await made.simulator.dial(bot_url=bot.url, caller=CallerSpec("file", CALLER))
        async with asyncio.timeout(30):
            await bot.failed.wait()
        assert isinstance(bot.errors[0], KeyError) and bot.did == []


async def test_it_dies_of_a_result_info_that_is_not_there() -> None:
    """So beta's printed notification is no default either."""
    body: Any = golden("beta")["notification"]
    for missing in (False, True):
        if missing:
            body["value"][0]["resourceData"]["resultInfo"] = None
        async with recorder_bot("http://127.0.0.1:9") as bot, client(bot.base_url) as service:
            assert (await service.post("/callback/calling", json=body)).status_code == 202
            async with asyncio.timeout(10):
                await bot.failed.wait()
            assert isinstance(bot.errors[0], KeyError | TypeError) and bot.did == []


async def test_it_takes_a_chunked_notification_for_an_empty_one() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"value": []}'

    async with recorder_bot("http://127.0.0.1:9") as bot, client(bot.base_url) as service:
        response = await service.post("/callback/calling", content=pieces())
        assert response.status_code == 500 and len(bot.errors) == 1
