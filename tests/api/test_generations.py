"""The three generations over real HTTP: the printed examples, old paths, what differs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.runtime.callers import CallerSpec
from tests.helpers.golden import GENERATIONS, differing, golden
from tests.helpers.local_graph import ANSWER, BOT, Line, local_graph


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with local_graph() as made:
        yield made


async def established(line: Line) -> str:
    return (await line.established()).rpartition("/")[2]


def warnings(line: Line) -> list[str]:
    return [r.data["message"] for r in line.journal.since(0) if r.kind == "warning"]


@pytest.mark.parametrize("generation", GENERATIONS)
async def test_the_printed_example_runs(line: Line, generation: str) -> None:
    printed, call_id = golden(generation), await established(line)
    path = printed["path"].replace("{id}", call_id)
    response = await line.bot.post(path, json=printed["request"])
    assert response.status_code == printed["status"], response.text
    location = response.headers["location"].removeprefix(line.graph.base_url)
    operation_id = location.rpartition("/")[2]
    assert location.split("/")[:-3] == printed["location"].split("/")[:-3]
    if printed["response"] is None:
        assert response.content == b"" and "content-type" not in response.headers
    else:
        assert differing(response.json(), printed["response"]) == {"id"}
    await line.until_event("recordingStarted")
    line.simulator.press(call_id, "*")
    told = await line.notifications.until("deleted", status="completed")
    names = {path.rpartition(".")[2] for path in differing(told.body, printed["notification"])}
    allowed = {path.rpartition(".")[2] for path in printed["differences"]}
    assert names - allowed <= {
        "id",
        "recordingLocation",
        "recordingAccessToken",
        "recordResourceLocation",
        "recordResourceAccessToken",
        "message",
        "subcode",
    }
    got = (await line.bot.get(location)).json()
    assert got == told.data and got["id"] == operation_id
    assert "recordResourceLocation" in got or generation != "2018"


@pytest.mark.parametrize(
    "root",
    [
        "/beta/app/calls",
        "/beta/applications/6f5d/calls",
        "/beta/Applications/6F5D/calls",
    ],
)
async def test_the_old_roots_serve_record_and_are_flagged_once(line: Line, root: str) -> None:
    call_id = await established(line)
    for _ in range(2):
        response = await line.bot.post(f"{root}/{call_id}/record", json={})
        assert response.status_code == 202
    assert response.headers["location"].lower().startswith(f"{line.graph.base_url}{root}/".lower())
    flagged = [message for message in warnings(line) if "deprecated" in message]
    assert len(flagged) == 1 and "use /beta/communications/calls" in flagged[0]
    assert len([message for message in warnings(line) if "2018" in message]) == 1


async def test_the_deprecated_path_of_record_response_works_and_is_flagged(line: Line) -> None:
    call = await line.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    answered = await line.bot.post(f"/beta/app/calls/{call.id}/answer", json=ANSWER)
    assert answered.status_code == 202
    assert ["deprecated" in message for message in warnings(line)] == [True]


async def test_a_call_that_is_over_is_flagged_too(line: Line) -> None:
    call = await line.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    assert (await line.bot.post(f"/beta/app/calls/{call.id}/reject", json={})).status_code == 202
    assert ["deprecated" in message for message in warnings(line)] == [True]


async def test_beta_communications_is_not_flagged(line: Line) -> None:
    call_id = await established(line)
    path = f"/beta/communications/calls/{call_id}/recordResponse"
    body = {"streamWhileRecording": True, "maxRecordDurationInSeconds": 9}
    response = await line.bot.post(path, json=body)
    assert response.status_code == 200 and response.json()["completionReason"] is None
    assert ["streamWhileRecording" in words for words in warnings(line)] == [True]
    cancelled = await line.bot.post(f"/beta/communications/calls/{call_id}/cancelMediaProcessing")
    assert cancelled.status_code == 200
    told = await line.notifications.until("deleted", status="failed")
    assert told.data["completionReason"] == "operationCanceled"
    assert told.data["resultInfo"]["subcode"] == 8508


async def test_a_cancelled_operation_of_v1_has_its_reason_too(line: Line) -> None:
    call_id = await established(line)
    path = f"/v1.0/communications/calls/{call_id}"
    assert (await line.bot.post(f"{path}/recordResponse", json={})).status_code == 200
    assert (await line.bot.post(f"{path}/cancelMediaProcessing")).status_code == 200
    told = await line.notifications.until("deleted", status="failed")
    assert told.data["completionReason"] == "operationCanceled"


@pytest.mark.parametrize(
    "path",
    [
        "/v1.0/communications/calls/{id}/record",
        "/beta/communications/calls/{id}/record",
        "/v1.0/app/calls/{id}/recordResponse",
        "/v1.0/applications/x/calls/{id}/record",
        "/beta/applications//calls/{id}/record",
    ],
)
async def test_a_generation_has_no_paths_of_another(line: Line, path: str) -> None:
    call_id = await established(line)
    response = await line.bot.post(path.format(id=call_id), json={})
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "ResourceNotFound"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"maxRecordDurationInSeconds": 1800}, 202),
        ({"maxRecordDurationInSeconds": 0}, 400),
        ({"maxRecordDurationInSeconds": 2**31}, 400),
        ({"stopTones": ["1", "12#"], "recordingFormat": "wav"}, 202),
        ({"stopTones": ["1x"]}, 400),
        ({"stopTones": [""]}, 400),
        ({"prompts": [{"mediaInfo": {"uri": BOT}, "loop": -1}]}, 400),
        ({"prompts": [{"mediaInfo": {"uri": BOT}, "loop": 0}] * 2}, 202),
    ],
)
async def test_the_limits_of_2018(line: Line, body: dict[str, Any], status: int) -> None:
    call_id = await established(line)
    response = await line.bot.post(f"/beta/app/calls/{call_id}/record", json=body)
    assert response.status_code == status, response.text
    if status == 400:
        name = next(iter(body))
        assert response.json()["error"]["code"] == "8523"
        assert name in response.json()["error"]["message"]


async def test_two_keys_in_a_row_stop_a_recording_of_2018(line: Line) -> None:
    call_id = await established(line)
    path = f"/beta/app/calls/{call_id}/record"
    body = {"stopTones": ["11"], "maxRecordDurationInSeconds": 60, "playBeep": False}
    assert (await line.bot.post(path, json=body)).status_code == 202
    for key in "1211":
        line.simulator.press(call_id, key)
    told = await line.notifications.until("deleted", completionReason="stopToneDetected")
    assert "resourceUrl" not in told.body["value"][0] and "@odata.type" not in told.body
    assert told.data["recordResourceAccessToken"]
