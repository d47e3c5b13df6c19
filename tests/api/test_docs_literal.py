"""The settings that leave the real wire for the documentation's word, over real HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.helpers.local_graph import ANSWER, SETTINGS, Line, local_graph

LITERAL = SETTINGS.set("notifications.ids", "docs").set("notifications.shape", "docs")


async def established(line: Line) -> str:
    """Answer a call and wait for the second ``established``, which has no mediaState here."""
    path = await line.call()
    assert (await line.bot.post(f"{path}/answer", json=ANSWER)).status_code == 202
    async with line.control.stream("GET", "/events", headers={"Last-Event-ID": "0"}) as events:
        async for text in events.aiter_lines():
            if text == "event: mediaActivated":
                break
    return path.rpartition("/")[2]


async def test_a_call_is_told_without_id_and_media_state() -> None:
    async with local_graph(LITERAL) as line:
        call_id = await established(line)
        plain = call_id.replace("-", "").upper()
        for sent in line.notifications.sent:
            (only,) = sent.body["value"]
            assert "resource" not in only and only["resourceUrl"].endswith(f"/calls/{plain}")
            assert "id" not in sent.data and "mediaState" not in sent.data
            assert sent.data["@odata.id"] == only["resourceUrl"]


async def test_the_plain_established_can_be_left_out() -> None:
    async with local_graph(SETTINGS.set("notifications.secondEstablished", False)) as line:
        await line.established()
        told = [s.data for s in line.notifications.sent if s.data["state"] == "established"]
        assert ["mediaState" in data for data in told] == [True]


async def test_refusals_can_be_wrapped() -> None:
    async with local_graph(SETTINGS.set("errors.shape", "wrapped")) as line:
        gone = "/v1.0/communications/calls/00000000-0000-4000-8000-000000000000"
        response = await line.bot.get(gone)
        error = response.json()["error"]
        assert (response.status_code, error["code"]) == (404, "UnknownError")
        assert json.loads(error["message"])["errorCode"] == "8522"
        plain = (await line.bot.get("/v1.0/users")).json()["error"]
        assert plain["code"] == "ResourceNotFound"


@pytest.mark.parametrize(
    ("setting", "value", "action", "body"),
    [
        ("prompts.empty", "reject", "recordResponse", {"prompts": []}),
        ("call.callbackScheme", "https", "answer", ANSWER),
    ],
)
async def test_what_graph_may_refuse_can_be_refused(
    setting: str, value: str, action: str, body: dict[str, Any]
) -> None:
    async with local_graph(SETTINGS.set(setting, value)) as line:
        response = await line.bot.post(f"{await line.call()}/{action}", json=body)
        assert (response.status_code, response.json()["error"]["code"]) == (400, "8523")
