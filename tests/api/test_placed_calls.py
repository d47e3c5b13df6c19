"""Calls that the bot places, over real HTTP: 201, the phone rings, somebody takes it or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.runtime.callers import CallerSpec
from app.settings import Settings
from tests.helpers.local_graph import ACTIVE, BOT, KEY, SETTINGS, Line, client, local_graph

CALLS = "/v1.0/communications/calls"

BODY: dict[str, Any] = {
    "@odata.type": "#microsoft.graph.call",
    "callbackUri": BOT,
    "targets": [
        {
            "@odata.type": "#microsoft.graph.invitationParticipantInfo",
            "identity": {
                "@odata.type": "#microsoft.graph.identitySet",
                "user": {"id": "550fae72-d251-43ec-868c-373732c2704f", "displayName": "John"},
            },
        }
    ],
    "requestedModalities": ["audio"],
    "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
}


def does(answer: str) -> Settings:
    """Return settings under which the phone acts at once."""
    return SETTINGS.set("phone.answer", answer).set("phone.answerAfterSeconds", 0)


async def placed(line: Line) -> str:
    """Let the bot place a call; return the call's id."""
    response = await line.bot.post(CALLS, json=BODY)
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


async def test_the_answer_is_the_call_and_where_it_is() -> None:
    async with local_graph() as line:
        response = await line.bot.post(CALLS, json=BODY)
        assert response.status_code == 201
        call = response.json()
        assert response.headers["location"] == f"{line.graph.base_url}{CALLS}/{call['id']}"
        assert call["@odata.context"].endswith("/v1.0/$metadata#app/calls/$entity")
        assert (call["state"], call["direction"]) == ("establishing", "outgoing")
        assert call["callbackUri"] == BOT and call["toneInfo"] is None
        user = call["targets"][0]["identity"]["user"]
        assert (user["id"], user["displayName"]) == (
            "550fae72-d251-43ec-868c-373732c2704f",
            "John",
        )
        (told,) = line.notifications.sent
        assert (told.change, told.data["state"]) == ("updated", "establishing")
        assert told.body["value"][0]["callbackUri"] == BOT


async def test_a_call_that_is_taken_can_be_recorded() -> None:
    async with local_graph(does("auto")) as line:
        call_id = await placed(line)
        await line.notifications.until("updated", id=call_id, mediaState=ACTIVE)
        states = [s.data["state"] for s in line.notifications.sent]
        assert states == ["establishing", "established", "established"]
        running = await line.bot.post(f"{CALLS}/{call_id}/recordResponse", json={})
        assert running.status_code == 200


@pytest.mark.parametrize(
    ("answer", "code", "subcode"), [("decline", 403, 8538), ("busy", 486, 8539)]
)
async def test_the_phone_can_refuse(answer: str, code: int, subcode: int) -> None:
    async with local_graph(does(answer)) as line:
        call_id = await placed(line)
        told = await line.notifications.until("deleted", id=call_id)
        result = told.data["resultInfo"]
        assert (result["code"], result["subcode"]) == (code, subcode)


async def test_a_call_that_nobody_takes_ends() -> None:
    async with local_graph(does("none").set("phone.ringSeconds", 1)) as line:
        call_id = await placed(line)
        told = await line.notifications.until("deleted", id=call_id)
        assert told.data["resultInfo"]["subcode"] == 8541


@pytest.mark.parametrize(
    ("action", "body", "state"),
    [
        ("accept", {}, "established"),
        ("decline", {}, "terminated"),
        ("decline", {"reason": "busy"}, "terminated"),
    ],
)
async def test_the_control_plane_takes_and_declines(
    action: str, body: dict[str, bool], state: str
) -> None:
    async with local_graph() as line:
        call_id = await placed(line)
        response = await line.control.post(f"/calls/{call_id}/{action}", json=body)
        assert response.status_code == 200, response.text
        told = response.json()
        assert (told["state"], told["direction"]) == (state, "outgoing")
        again = await line.control.post(f"/calls/{call_id}/{action}", json=body)
        assert again.status_code == 409


async def test_the_bot_can_give_up_while_it_rings() -> None:
    async with local_graph() as line:
        call_id = await placed(line)
        assert (await line.bot.delete(f"{CALLS}/{call_id}")).status_code == 204
        await line.notifications.until("deleted", id=call_id)


@pytest.mark.parametrize("action", ["answer", "reject", "recordResponse"])
async def test_a_ringing_call_is_not_the_bots_to_answer(action: str) -> None:
    async with local_graph() as line:
        call_id = await placed(line)
        body = BODY | {"acceptedModalities": ["audio"]}
        response = await line.bot.post(f"{CALLS}/{call_id}/{action}", json=body)
        assert response.status_code == 400, response.text


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"callbackUri": None}, "callbackUri"),
        ({"callbackUri": "x"}, "callbackUri"),
        ({"targets": []}, "targets"),
        ({"targets": [1]}, "targets"),
        ({"targets": [{}]}, "targets[0].identity"),
        ({"mediaConfig": None}, "mediaConfig"),
    ],
)
async def test_a_call_to_nowhere_is_refused_by_name(change: dict[str, Any], name: str) -> None:
    async with local_graph() as line:
        response = await line.bot.post(CALLS, json=BODY | change)
        error = response.json()["error"]
        assert (response.status_code, error["code"]) == (400, "8523")
        assert f"'{name}'" in error["message"]
        assert line.simulator.snapshots() == []


async def test_a_phone_whose_caller_cannot_speak_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    async with local_graph() as line:
        line.simulator.default_caller = CallerSpec("file", broken)
        response = await line.bot.post(CALLS, json=BODY)
        error = response.json()["error"]
        assert (response.status_code, error["code"]) == (500, "9999")
        assert "broken.wav" in error["message"] and line.simulator.snapshots() == []


async def test_placing_a_call_needs_a_token() -> None:
    async with local_graph() as line, client(line.graph.base_url) as nobody:
        response = await nobody.post(CALLS, json=BODY, headers={"X-Callsim-Key": KEY})
        assert response.status_code == 401
