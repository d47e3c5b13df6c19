"""The path at which notifications of the real service arrive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from app.api.bridge_inbox import is_inbox
from app.runtime.bridging import INBOX, Arrived, BridgedAnswer, NoBridge
from tests.helpers.local_graph import Line, local_graph

PUBLIC = "name.example"


class Taking(NoBridge):
    """A bridge with a public address, which takes what arrives."""

    callback_host: str | None = PUBLIC  # type: ignore[assignment]

    def __init__(self) -> None:
        self.arrived: list[Arrived] = []

    async def receive(self, arrived: Arrived) -> BridgedAnswer:
        self.arrived.append(arrived)
        return BridgedAnswer(202, (), b"")


@asynccontextmanager
async def taking() -> AsyncIterator[tuple[Line, Taking]]:
    bridge = Taking()
    async with local_graph(bridge=bridge) as line:
        yield line, bridge


@pytest.mark.parametrize("host", [None, PUBLIC, f"{PUBLIC.upper()}"])
async def test_a_notification_is_handed_to_the_bridge(host: str | None) -> None:
    async with taking() as (line, bridge):
        headers = {"Host": host} if host else {}
        response = await line.bot.post(f"{INBOX}?x=1", json={"value": []}, headers=headers)
        assert response.status_code == 202, response.text
        (arrived,) = bridge.arrived
        assert arrived.url.endswith(f"{INBOX}?x=1") and arrived.body == b'{"value":[]}'
        assert arrived.header("content-type") == "application/json"
    assert is_inbox(INBOX) and not is_inbox(f"{INBOX}/x")


async def test_the_public_name_opens_this_path_alone() -> None:
    async with taking() as (line, _):
        headers = {"Host": PUBLIC}
        refused = await line.bot.get("/v1.0/communications/calls", headers=headers)
        assert refused.status_code == 403
        other = await line.bot.post(INBOX, json={}, headers={"Host": "other.example"})
        assert other.status_code == 403
        page = await line.bot.post(INBOX, json={}, headers=headers | {"Origin": "https://x"})
        assert page.status_code == 403


async def test_what_is_no_notification_is_refused_in_graphs_shape() -> None:
    async with taking() as (line, bridge):
        read = await line.bot.get(INBOX)
        large = await line.bot.post(INBOX, content=b"x" * (256 * 1024 + 1))
        assert (read.status_code, large.status_code) == (405, 413)
        assert read.json()["error"]["innerError"]["request-id"] == read.headers["request-id"]
        assert bridge.arrived == []


async def test_without_a_public_address_there_is_no_inbox() -> None:
    async with local_graph() as line:
        response = await line.bot.post(INBOX, json={"value": []})
        assert (response.status_code, response.json()["error"]["code"]) == (404, "NotFound")
