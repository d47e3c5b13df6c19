"""What can be posted to a call, over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import ANSWER, BOT, Line


async def test_answer_establishes_the_call(line: Line) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/answer", json=ANSWER)
    assert (response.status_code, response.content) == (202, b"")
    assert response.headers["content-length"] == "0"
    assert "content-type" not in response.headers
    await line.notifications.until("updated", state="established")
    assert (await line.bot.get(path)).json()["state"] == "established"


async def test_second_answer_is_refused(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/answer", json=ANSWER)
    assert "established" in assert_graph_error(response, 400, "8585")


async def test_recording_before_the_answer_is_refused(line: Line) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/recordResponse", json={})
    assert "answer it first" in assert_graph_error(response, 400, "8501")


async def test_play_prompt_runs(line: Line) -> None:
    path = await line.established()
    prompts = [{"mediaInfo": {"uri": "https://cdn.example/prompt.wav", "resourceId": "1D6DE2D4"}}]
    body = {"prompts": prompts, "clientContext": "ctx"}
    response = await line.bot.post(f"{path}/microsoft.graph.playPrompt", json=body)
    assert response.status_code == 200
    operation = response.json()
    assert operation["@odata.type"] == "#microsoft.graph.playPromptOperation"
    assert response.headers["location"].endswith(f"{path}/operations/{operation['id']}")
    ended = await line.notifications.until("deleted", id=operation["id"])
    assert ended.data["status"] == "completed"


async def test_cancel_media_ends_what_runs(line: Line) -> None:
    path = await line.established()
    running = (await line.bot.post(f"{path}/recordResponse", json={})).json()["id"]
    response = await line.bot.post(f"{path}/cancelMediaProcessing", json={"clientContext": "c"})
    assert response.status_code == 200
    body = response.json()
    assert body["@odata.type"] == "#microsoft.graph.cancelMediaProcessingOperation"
    assert (body["status"], body["clientContext"]) == ("completed", "c")
    assert response.headers["location"].endswith(f"/operations/{body['id']}")
    cancelled = await line.notifications.until("deleted", id=running)
    assert cancelled.data["resultInfo"]["subcode"] == 8508


@pytest.mark.parametrize(
    ("action", "resource", "body"),
    [
        ("cancelMediaProcessing", "cancelMediaProcessingOperation", {}),
        ("mute", "muteParticipantOperation", {}),
        ("unmute", "unmuteParticipantOperation", {}),
        ("subscribeToTone", "subscribeToToneOperation", {}),
        ("updateRecordingStatus", "updateRecordingStatusOperation", {"status": "recording"}),
    ],
)
async def test_what_is_done_at_once_says_so_and_can_be_looked_at(
    line: Line, action: str, resource: str, body: dict[str, str]
) -> None:
    path = await line.established()
    told = len(line.notifications.sent)
    response = await line.bot.post(f"{path}/{action}", json={"clientContext": "c"} | body)
    assert response.status_code == 200
    operation = response.json()
    context = operation.pop("@odata.context", None)
    assert (context is None) == ("mute" not in action)
    assert operation == {
        "@odata.type": f"#microsoft.graph.{resource}",
        "id": operation["id"],
        "status": "completed",
        "resultInfo": None,
        "clientContext": "c",
    }
    location = response.headers["location"]
    assert location == f"{line.graph.base_url}{path}/operations/{operation['id']}"
    assert (await line.bot.get(location)).json() == operation
    rosters = [sent for sent in line.notifications.sent[told:] if isinstance(sent.data, list)]
    assert len(line.notifications.sent) == told + len(rosters)
    assert len(rosters) == (action in ("mute", "unmute"))


@pytest.mark.parametrize("status", [None, "unknown", "Recording", 1])
async def test_a_recording_status_that_does_not_exist_is_refused(line: Line, status: Any) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/updateRecordingStatus", json={"status": status})
    assert "'status'" in assert_graph_error(response, 400, "8523")


@pytest.mark.parametrize("action", ["mute", "unmute", "subscribeToTone", "cancelMediaProcessing"])
async def test_what_is_done_at_once_needs_an_established_call(line: Line, action: str) -> None:
    assert_graph_error(await line.bot.post(f"{await line.call()}/{action}"), 400, "8501")


async def test_keep_alive_is_answered_while_the_call_lives(line: Line) -> None:
    path = await line.established()
    alive = await line.bot.post(f"{path}/keepAlive")
    assert (alive.status_code, alive.content) == (200, b"")
    assert (await line.bot.delete(path)).status_code == 204
    assert_graph_error(await line.bot.post(f"{path}/keepAlive"), 404, "8522")


@pytest.mark.parametrize(
    ("action", "body", "code", "subcode"),
    [
        ("reject", {}, 480, 8538),
        ("reject", {"reason": "none"}, 480, 8538),
        ("reject", {"reason": "busy"}, 486, 8539),
        ("microsoft.graph.reject", {"reason": "forbidden", "callbackUri": BOT}, 403, 8538),
        ("redirect", {"targets": [{"identity": {"user": {"id": "x"}}}], "timeout": 15}, 200, 0),
    ],
)
async def test_a_call_is_turned_away(
    line: Line, action: str, body: dict[str, Any], code: int, subcode: int
) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/{action}", json=body)
    assert (response.status_code, response.content) == (202, b"")
    told = await line.notifications.until("deleted", state="terminated")
    result = told.data["resultInfo"]
    assert (told.url, result["code"], result["subcode"]) == (BOT, code, subcode)
    assert_graph_error(await line.bot.post(f"{path}/{action}", json=body), 404, "8522")


TARGET: dict[str, Any] = {"identity": {}}


@pytest.mark.parametrize(
    ("action", "body", "name"),
    [
        ("reject", {"reason": "bored"}, "'reason'"),
        ("reject", {"callbackUri": "nowhere"}, "'callbackUri'"),
        ("redirect", {}, "'targets'"),
        ("redirect", {"targets": [1]}, "'targets'"),
        ("redirect", {"targets": [{}]}, "'targets[0].identity'"),
        ("redirect", {"targets": [TARGET] * 26}, "'targets'"),
        ("redirect", {"targets": [TARGET], "timeout": 14}, "'timeout'"),
        ("redirect", {"targets": [TARGET], "timeout": 91}, "'timeout'"),
    ],
)
async def test_a_bad_turning_away_is_refused_by_name(
    line: Line, action: str, body: dict[str, Any], name: str
) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/{action}", json=body)
    assert name in assert_graph_error(response, 400, "8523")
    assert (await line.bot.get(path)).json()["state"] == "incoming"


async def test_an_answered_call_cannot_be_turned_away(line: Line) -> None:
    path = await line.established()
    body = {"reason": "busy", "callbackUri": "http://127.0.0.1:9/other"}
    response = await line.bot.post(f"{path}/reject", json=body)
    assert "'reject'" in assert_graph_error(response, 400, "8585")
    assert (await line.bot.get(path)).json()["callbackUri"] == BOT
