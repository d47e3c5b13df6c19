"""The composition root: a program that starts, refuses, and ends."""

from __future__ import annotations

import socket

import httpx
import pytest

from app.main import Desktop, Program, StartError
from app.runtime.callers import CallerSpec
from app.settings import Settings
from tests.helpers.fakes import NoAudio


async def no(host: str, purpose: str) -> bool:
    return False


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


async def test_a_busy_port_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        program = Program(Settings(), audio=NoAudio())
        with pytest.raises(StartError, match=str(taken.getsockname()[1])):
            await program.start("127.0.0.1", taken.getsockname()[1])
        await program.close()


def test_the_desktop_takes_another_port_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("app.main.DEFAULT_PORT", port)
        desktop = Desktop(Settings(), consent=no)
        with pytest.raises(ValueError, match="not running yet"):
            _ = desktop.client
        notice = desktop.thread.submit(desktop.start()).result(20)
        assert notice is not None and str(port) in notice
        assert desktop.simulator.base_url in notice
        assert desktop.client is not None
        desktop.thread.submit(desktop.close()).result(20)
        desktop.thread.stop()
