from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from app.practice_bot import graph_client
from app.practice_bot.graph_client import GraphClient
from tests.helpers.wire_server import answer, free_port, wire_server

CALL = "57dab8b1-894c-409a-b240-bd8beae78896"


@asynccontextmanager
async def client(base_url: str) -> AsyncIterator[GraphClient]:
    made = GraphClient(base_url)
    await made.open()
    try:
        yield made
    finally:
        await made.aclose()


async def test_actions_are_posted_below_the_call_with_a_bearer() -> None:
    async with wire_server() as graph, client(f"{graph.url}/") as bot:
        assert await bot.post(CALL, "playPrompt", {"a": 1})
        assert await bot.delete(CALL)
    posted, deleted = graph.seen
    assert (posted.method, posted.path) == ("POST", f"/v1.0/communications/calls/{CALL}/playPrompt")
    assert json.loads(posted.body) == {"a": 1}
    assert posted.headers["content-type"] == "application/json"
    assert posted.headers["authorization"] == "Bearer callsim-practice-bot"
    assert (deleted.method, deleted.path) == ("DELETE", f"/v1.0/communications/calls/{CALL}")
    assert deleted.body == b""


async def test_a_refusal_is_logged_with_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    refusal = answer(404, b'{"error": {"code": "8522"}}')
    async with wire_server(lambda seen: refusal) as graph, client(graph.url) as bot:
        with caplog.at_level(logging.WARNING):
            assert not await bot.delete(CALL)
    assert '404 {"error": {"code": "8522"}}' in caplog.text


async def test_a_graph_that_is_gone_is_a_refusal(caplog: pytest.LogCaptureFixture) -> None:
    async with client(f"http://127.0.0.1:{await free_port()}") as bot:
        assert not await bot.post(CALL, "answer", {})
    assert f"calls/{CALL}/answer" in caplog.text


async def test_a_recording_is_downloaded_with_its_own_token() -> None:
    async with wire_server(lambda seen: answer(200, b"RIFF")) as graph, client(graph.url) as bot:
        assert await bot.download(f"{graph.url}/recordings/1", "the-token") == b"RIFF"
    assert graph.seen[0].headers["authorization"] == "Bearer the-token"


@pytest.mark.parametrize("status", [401, 404, 302, 500])
async def test_a_recording_that_is_refused(status: int) -> None:
    async with wire_server(lambda seen: answer(status)) as graph, client(graph.url) as bot:
        assert await bot.download(f"{graph.url}/recordings/1", "t") is None


async def test_a_recording_that_breaks_off() -> None:
    async with wire_server(lambda seen: b"") as graph, client(graph.url) as bot:
        assert await bot.download(f"{graph.url}/recordings/1", "t") is None


async def test_a_recording_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_client, "LARGEST_RECORDING", 1000)
    large = answer(200, b"x" * 1001)
    async with wire_server(lambda seen: large) as graph, client(graph.url) as bot:
        assert await bot.download(f"{graph.url}/recordings/1", "t") is None


async def test_only_the_local_graph_is_asked_for_recordings() -> None:
    async with wire_server() as other, wire_server() as graph, client(graph.url) as bot:
        for location in (f"{other.url}/recordings/1", f"{graph.url}.evil.example/", "file:///x"):
            assert await bot.download(location, "t") is None
        assert other.seen == graph.seen == []
