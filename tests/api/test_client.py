"""The composer's client: a bot like any other."""

from __future__ import annotations

import json
import socket
from contextlib import closing

import pytest

from app.api.client import BotClient, RequestFailed
from tests.helpers.local_graph import Line


async def test_request_reaches_the_local_graph_over_http(line: Line) -> None:
    path = await line.established()
    bot = BotClient(line.graph.base_url)
    status, text = await bot.request("POST", f"{path}/recordResponse", '{"clientContext": "é"}')
    assert (status, json.loads(text)["clientContext"]) == (200, "é")
    assert (await bot.request("GET", path, ""))[0] == 200
    assert await bot.request("DELETE", path, "") == (204, "")
    await bot.close()
    exchanges = [record.exchange for record in line.journal.since(0) if record.exchange]
    sent = dict(exchanges[1].request_headers)
    assert sent["Authorization"] == "Bearer callsim-composer"
    assert sent["User-Agent"] == "callsim-composer"
    assert sent["Content-Type"] == "application/json"
    assert "Content-Type" not in dict(exchanges[2].request_headers)


async def test_a_recording_wants_its_own_token(line: Line) -> None:
    bot = BotClient(line.graph.base_url)
    await bot.request("GET", "/recordings/x", "", "the-token")
    await bot.close()
    (record,) = line.journal.since(0)
    assert record.exchange is not None
    sent = dict(record.exchange.request_headers)
    assert sent["Authorization"] == "Bearer the-token"
    assert sent["User-Agent"] == "callsim-composer", "it is still ours"


async def test_refusals_are_answers(line: Line) -> None:
    bot = BotClient(line.graph.base_url)
    status, text = await bot.request("POST", "/v1.0/communications/calls/x/answer", "{")
    await bot.close()
    assert (status, json.loads(text)["error"]["code"]) == (400, "BadRequest")


@pytest.mark.parametrize(
    ("method", "path", "names"),
    [
        ("BREW", "/x", "POST"),
        ("GET", "v1.0", "/v1.0/communications/calls/"),
        ("GET", "http://far.example/", "no path"),
        ("GET", "//far.example/", "no path"),
        ("GET", "@far.example/", "no path"),
        ("GET", "/x\x00", "did not answer"),
    ],
)
async def test_what_cannot_be_sent(line: Line, method: str, path: str, names: str) -> None:
    bot = BotClient(line.graph.base_url)
    with pytest.raises(RequestFailed, match=names):
        await bot.request(method, path, "")
    await bot.close()
    assert line.journal.last == 0


async def test_body_that_is_no_text(line: Line) -> None:
    bot = BotClient(line.graph.base_url)
    with pytest.raises(RequestFailed):
        await bot.request("POST", "/x", "\ud800")
    await bot.close()


async def test_server_that_is_gone() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    bot = BotClient(url)
    with pytest.raises(RequestFailed, match=f"{url} did not answer"):
        await bot.request("GET", "/x", "")
    await bot.close()
