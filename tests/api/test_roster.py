"""Participants, invitations, removals and transfers over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import ACTIVE, SETTINGS, UNKNOWN, Line, local_graph

PROMPT = SETTINGS.set("call.targetSeconds", 0)
PERSON: dict[str, Any] = {
    "@odata.type": "#microsoft.graph.invitationParticipantInfo",
    "identity": {"user": {"id": "278405a3-f568-4b3e-b684-009193463064", "displayName": "Heidi"}},
}


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with local_graph(PROMPT) as started:
        yield started


def rosters(line: Line) -> list[list[dict[str, Any]]]:
    return [sent.data for sent in line.notifications.sent if isinstance(sent.data, list)]


async def states_until_terminated(line: Line) -> list[str]:
    await line.notifications.until("deleted", state="terminated")
    told = [sent.data for sent in line.notifications.sent if isinstance(sent.data, dict)]
    return [data["state"] for data in told if "state" in data]


async def test_the_list_is_empty_until_the_bot_was_told_of_the_roster(line: Line) -> None:
    path = await line.established()
    assert (await line.bot.get(f"{path}/participants")).json()["value"] == []
    assert (await line.bot.post(f"{path}/mute")).status_code == 200
    (told,) = rosters(line)
    assert [who["isMuted"] for who in told] == [False, True]
    answer = (await line.bot.get(f"{path}/participants")).json()
    assert answer["value"] == told
    assert answer["@odata.context"].endswith("/participants")
    assert (await line.bot.post(f"{path}/unmute")).status_code == 200
    assert [who["isMuted"] for who in rosters(line)[-1]] == [False, False]
    last = line.notifications.sent[-1].body["value"][0]
    assert last["changeType"] == "updated"
    assert last["resourceUrl"] == f"{path.removeprefix('/v1.0')}/participants"


async def test_a_participant_can_be_looked_at_and_muted(line: Line) -> None:
    path = await line.established()
    source = (await line.bot.get(path)).json()["source"]["id"]
    who = (await line.bot.get(f"{path}/participants/{source.upper()}")).json()
    assert (who["id"], who["isMuted"]) == (source, False)
    assert who["info"]["identity"]["user"]["displayName"] == "Virtual phone"
    answer = await line.bot.post(
        f"{path}/participants/{source}/microsoft.graph.mute", json={"clientContext": "c"}
    )
    body = answer.json()
    assert (body["status"], body["clientContext"]) == ("completed", "c")
    assert body["@odata.type"] == "#microsoft.graph.muteParticipantOperation"
    assert (await line.bot.get(answer.headers["location"])).json()["id"] == body["id"]
    assert line.simulator.snapshot(path.rpartition("/")[2]).engine.muted
    assert [who["isMuted"] for who in rosters(line)[-1]] == [True, False]
    mine = (await line.bot.get(path)).json()["myParticipantId"]
    assert (await line.bot.post(f"{path}/participants/{mine}/mute")).status_code == 200


@pytest.mark.parametrize(
    ("method", "rest"),
    [("GET", "nobody"), ("DELETE", "nobody"), ("POST", "nobody/mute")],
)
async def test_nobody_is_404(line: Line, method: str, rest: str) -> None:
    path = await line.established()
    response = await line.bot.request(method, f"{path}/participants/{rest}")
    assert "Participant" in assert_graph_error(response, 404, "8522")
    gone = await line.bot.request(method, f"{UNKNOWN}/participants/{rest}")
    assert "Call not found" in assert_graph_error(gone, 404, "8522")


@pytest.mark.parametrize(
    ("method", "rest"),
    [("POST", ""), ("PUT", "/x"), ("GET", "/x/mute"), ("POST", "/x")],
)
async def test_other_methods_are_405(line: Line, method: str, rest: str) -> None:
    response = await line.bot.request(method, f"{UNKNOWN}/participants{rest}")
    assert_graph_error(response, 405, "MethodNotAllowed")


async def test_an_invitation_runs_and_then_the_roster_grows(line: Line) -> None:
    path = await line.established()
    answer = await line.bot.post(
        f"{path}/participants/invite", json={"participants": [PERSON], "clientContext": "c"}
    )
    assert answer.status_code == 200, answer.text
    running = answer.json()
    assert running["@odata.type"] == "#microsoft.graph.inviteParticipantsOperation"
    assert (running["status"], running["clientContext"]) == ("running", "c")
    done = await line.notifications.until("deleted", id=running["id"])
    assert (done.data["status"], done.data["resultInfo"]["code"]) == ("completed", 200)
    (told,) = rosters(line)
    heidi = told[-1]
    assert heidi["info"]["identity"]["user"]["displayName"] == "Heidi"
    assert (await line.bot.get(answer.headers["location"])).json() == done.data
    listed = (await line.bot.get(f"{path}/operations")).json()["value"]
    assert listed == [done.data]
    gone = await line.bot.delete(f"{path}/participants/{heidi['id']}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert len(rosters(line)[-1]) == 2


async def test_an_invitation_can_fail() -> None:
    async with local_graph(PROMPT.set("call.target", "fail")) as line:
        path = await line.established()
        body = {"participants": [PERSON]}
        running = (await line.bot.post(f"{path}/participants/invite", json=body)).json()
        failed = await line.notifications.until("deleted", id=running["id"])
        assert failed.data["status"] == "failed"
        assert failed.data["resultInfo"]["message"].endswith("DiagCode: 410#301004.@")
        assert rosters(line) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "'participants'"),
        ({"participants": [PERSON] * 6}, "'participants'"),
        ({"participants": [1]}, "'participants[0]'"),
        ({"participants": [{}]}, "'participants[0].identity'"),
        ({"participants": [{"identity": {}}]}, "'participants[0].identity.user'"),
        ({"participants": [{"identity": {"user": {}}}]}, "'participants[0].identity.user.id'"),
        ({"participants": [{"@odata.type": "#microsoft.graph.call"}]}, "@odata.type"),
    ],
)
async def test_a_bad_invitation_is_refused_by_name(
    line: Line, body: dict[str, Any], name: str
) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/participants/invite", json=body)
    assert name in assert_graph_error(response, 400, "8523")


@pytest.mark.parametrize(("who", "subcode"), [("source", 7000), ("mine", 7000)])
async def test_without_the_phone_or_the_bot_the_call_is_over(
    line: Line, who: str, subcode: int
) -> None:
    path = await line.established()
    call = (await line.bot.get(path)).json()
    participant = call["source"]["id"] if who == "source" else call["myParticipantId"]
    assert (await line.bot.delete(f"{path}/participants/{participant}")).status_code == 204
    ended = await line.notifications.until("deleted", state="terminated")
    assert ended.data["resultInfo"]["subcode"] == subcode


async def test_actions_of_group_calls_can_be_refused() -> None:
    async with local_graph(PROMPT.set("call.groupActions", "refuse")) as line:
        path = await line.established()
        for action in ("mute", "unmute", "participants/invite"):
            body = {"participants": [PERSON]}
            response = await line.bot.post(f"{path}/{action}", json=body)
            assert "group call" in assert_graph_error(response, 400, "8548")
        assert rosters(line) == []


async def test_all_of_the_roster_can_be_told() -> None:
    async with local_graph(PROMPT.set("notifications.roster", "all")) as line:
        path = await line.established()
        assert len(rosters(line)) == 1
        line.simulator.set_muted(path.rpartition("/")[2], muted=True)
        assert [who["isMuted"] for who in rosters(line)[-1]] == [True, False]


# -- transfer -----------------------------------------------------------------------------------


async def test_a_transferred_call_leaves_this_phone(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/transfer", json={"transferTarget": PERSON})
    assert (response.status_code, response.content) == (202, b"")
    states = await states_until_terminated(line)
    assert states[-4:] == ["transferring", "transferAccepted", "transferAccepted", "terminated"]
    told = [sent.data for sent in line.notifications.sent]
    assert told[-2]["mediaState"]["audio"] == "inactive"
    assert told[-1]["terminationReason"] == "AppTransferred"
    result = told[-1]["resultInfo"]
    assert (result["code"], result["subcode"]) == (0, 7015)
    assert result["message"] == "GracefulTransferCompleted"
    assert_graph_error(await line.bot.get(path), 404, "8522")


async def test_a_transfer_can_fail_and_the_call_goes_on() -> None:
    async with local_graph(PROMPT.set("call.target", "fail")) as line:
        path = await line.established()
        body = {"transferTarget": PERSON | {"replacesCallId": "x"}}
        assert (await line.bot.post(f"{path}/transfer", json=body)).status_code == 202
        await line.until_event("callStateChanged", state="transferring")
        await line.until_event("callStateChanged", state="established", count=2)
        last = line.notifications.sent[-1].data
        assert (last["state"], last["resultInfo"]["code"]) == ("established", 500)
        assert last["resultInfo"]["subcode"] == 7000 and "mediaState" not in last
        assert (await line.bot.post(f"{path}/recordResponse", json={})).status_code == 200
        assert "resultInfo" not in (await line.bot.get(path)).json()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "'transferTarget'"),
        ({"transferTarget": 1}, "'transferTarget'"),
        ({"transferTarget": {"identity": {"robot": {}}}}, "'transferTarget.identity.user'"),
    ],
)
async def test_a_bad_transfer_is_refused_by_name(
    line: Line, body: dict[str, Any], name: str
) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/transfer", json=body)
    assert name in assert_graph_error(response, 400, "8523")
    assert (await line.bot.get(path)).json()["mediaState"] == ACTIVE


async def test_only_an_established_call_is_transferred(line: Line) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/transfer", json={"transferTarget": PERSON})
    assert_graph_error(response, 400, "8501")
