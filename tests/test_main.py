"""The composition root: a program that starts, refuses, and ends."""

from __future__ import annotations

import asyncio
import json
import socket

import httpx
import jwt
import pytest

from app.history.database import history_path
from app.main import Program, StartError
from app.runtime.callers import CallerSpec
from app.runtime.records import Record
from app.settings import Settings
from tests.helpers.fakes import NoAudio
from tests.helpers.watch import Watch
from tests.helpers.wire_server import Seen, answer, wire_server


async def test_a_program_serves_and_ends() -> None:
    program = Program(Settings(), audio=NoAudio(), default_caller=CallerSpec("silence"))
    await program.start("127.0.0.1", 0)
    url = f"{program.simulator.base_url}/v1.0/communications/calls/x"
    async with httpx.AsyncClient() as client:
        assert (await client.get(url)).status_code == 401
        await program.close()
        with pytest.raises(httpx.ConnectError):
            await client.get(url)


async def test_the_practice_bot_starts_with_the_first_call_that_wants_it() -> None:
    program = Program(Settings(), audio=NoAudio(), default_caller=CallerSpec("silence"))
    await program.start("127.0.0.1", 0)
    first = await program.simulator.dial()
    second = await program.simulator.dial()
    assert first.bot_url == second.bot_url
    assert first.bot_url.startswith("http://127.0.0.1:")
    await program.close()


async def test_the_bot_verifies_a_notification_by_the_served_document() -> None:
    """PyJWT finds the key by the OpenID document; audience and tenant are those of the call."""
    received: asyncio.Queue[Seen] = asyncio.Queue()

    def note(seen: Seen) -> bytes:
        received.put_nowait(seen)
        return answer(202)

    program = Program(Settings(), audio=NoAudio(), default_caller=CallerSpec("silence"))
    await program.start("127.0.0.1", 0)
    base = program.simulator.base_url
    document = "/v1/.well-known/OpenIdConfiguration"
    async with wire_server(note) as bot, httpx.AsyncClient(base_url=base) as client:
        keys = jwt.PyJWKClient((await client.get(document)).json()["jwks_uri"])
        verdicts = {}
        for way in ("signed", "wrong", "expired", "wrongAudience", "none"):
            program.simulator.settings = program.simulator.settings.set("webhooks.signature", way)
            await program.simulator.dial(bot_url=bot.url)
            async with asyncio.timeout(10):
                seen = await received.get()
            call = json.loads(seen.body)["value"][0]["resourceData"]
            app = call["targets"][0]["identity"]["application"]["id"]
            if "authorization" not in seen.headers:
                verdicts[way] = "no token"
                continue
            token = seen.headers["authorization"].removeprefix("Bearer ")
            key = await asyncio.to_thread(keys.get_signing_key_from_jwt, token)
            try:
                claims = jwt.decode(
                    token,
                    key,
                    algorithms=["RS256"],
                    audience=app,
                    issuer="https://api.botframework.com",
                    leeway=300,
                    options={"require": ["exp", "iss", "aud", "tid"]},
                )
            except jwt.InvalidTokenError as error:
                verdicts[way] = type(error).__name__
            else:
                assert claims["tid"] == call["tenantId"]
                assert claims["exp"] - claims["iat"] == 3600
                verdicts[way] = "verified"
            assert token not in repr(program.journal.since(0))
    await program.close()
    assert verdicts == {
        "signed": "verified",
        "wrong": "InvalidSignatureError",
        "expired": "ExpiredSignatureError",
        "wrongAudience": "InvalidAudienceError",
        "none": "no token",
    }


async def test_its_own_bots_work_where_only_issued_tokens_are_taken() -> None:
    settings = Settings(detector="energy", bearer="issued")
    program = Program(settings, audio=NoAudio(), default_caller=CallerSpec("silence"))
    watch = Watch(program.journal)
    await program.start("127.0.0.1", 0)
    await program.simulator.dial()
    await watch.kind("recordingStarted")
    assert program.client is not None
    assert (await program.client.request("GET", "/v1.0/communications/calls", ""))[0] == 200
    await program.close()


async def test_a_busy_port_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        program = Program(Settings(), audio=NoAudio())
        with pytest.raises(StartError, match=str(taken.getsockname()[1])):
            await program.start("127.0.0.1", taken.getsockname()[1])
        await program.close()


async def test_a_call_is_kept_with_its_settings() -> None:
    settings = Settings().set("call.targetSeconds", 7)
    quiet = CallerSpec("silence")
    program = Program(settings, audio=NoAudio(), default_caller=quiet, write_history=True)
    await program.start("127.0.0.1", 0)
    call = await program.simulator.dial(bot_url="http://127.0.0.1:9/x?code=planted")
    program.simulator.hang_up(call.id)
    await program.close()
    kept = program.history.find(call.id)
    assert kept is not None and kept.info.run == program.run
    assert kept.settings["call.targetSeconds"] == 7 and kept.info.ended is not None
    assert set(kept.versions) == {"callsim", "python", "detector"}
    assert "planted" not in repr(kept)


async def test_a_history_that_cannot_be_written_is_a_warning() -> None:
    history_path().parent.mkdir(parents=True)
    history_path().write_text("no database, and long enough to be none" * 50)
    quiet = CallerSpec("silence")
    program = Program(Settings(), audio=NoAudio(), default_caller=quiet, write_history=True)
    await program.start("127.0.0.1", 0)
    warned = asyncio.Event()

    def hear(record: Record) -> None:
        if record.kind == "warning" and "no history" in record.data["message"]:
            warned.set()

    program.journal.listen(hear)
    await program.simulator.dial(bot_url="http://127.0.0.1:9/x")
    await asyncio.wait_for(warned.wait(), 10)
    await program.close()
    assert history_path().read_text().startswith("no database")
