"""Faults: armed by the control plane, met by the bot once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import ANSWER, Line


async def arm(line: Line, fault: str, **more: Any) -> dict[str, Any]:
    response = await line.control.post("/faults", json={"fault": fault, **more})
    assert response.status_code == 201, response.text
    armed: dict[str, Any] = response.json()
    return armed


async def armed(line: Line) -> list[str]:
    return [fault["fault"] for fault in (await line.control.get("/faults")).json()["faults"]]


async def test_faults_are_listed_and_taken_back(line: Line) -> None:
    first, other = await arm(line, "operation.8511"), await arm(line, "request.429", seconds=7)
    assert other == {"id": first["id"] + 1, "fault": "request.429", "callId": None, "seconds": 7}
    assert await armed(line) == ["operation.8511", "request.429"]
    assert (await line.control.delete(f"/faults/{first['id']}")).status_code == 204
    assert (await line.control.delete(f"/faults/{first['id']}")).status_code == 404
    assert (await line.control.delete("/faults/x")).status_code == 404
    assert await armed(line) == ["request.429"]
    assert (await line.control.delete("/faults")).status_code == 204
    assert await armed(line) == []
    known = (await line.control.get("/faults")).json()["known"]
    assert "notification.swap" in known


@pytest.mark.parametrize(
    ("body", "status", "names"),
    [
        ({}, 400, "'fault' is required"),
        ({"fault": "operation.1"}, 400, "Known are"),
        ({"fault": "request.429", "seconds": 1000}, 400, "0 to 179"),
        ({"fault": "request.429", "seconds": "1"}, 400, "number"),
        ({"fault": "request.429", "callId": "none"}, 404, "no call"),
    ],
)
async def test_what_cannot_be_armed_is_said(
    line: Line, body: dict[str, Any], status: int, names: str
) -> None:
    response = await line.control.post("/faults", json=body)
    assert response.status_code == status
    assert names in response.json()["error"]["message"]


@pytest.mark.parametrize("subcode", [8511, 8512, 8513, 9999])
async def test_the_next_operation_fails_and_the_one_after_does_not(
    line: Line, subcode: int
) -> None:
    path = await line.established()
    await arm(line, f"operation.{subcode}")
    response = await line.bot.post(f"{path}/recordResponse", json={"clientContext": "c"})
    assert (response.status_code, response.json()["status"]) == (200, "running")
    failed = await line.notifications.until("deleted", id=response.json()["id"])
    assert (failed.data["status"], failed.data["clientContext"]) == ("failed", "c")
    assert failed.data["resultInfo"]["subcode"] == subcode
    assert (failed.data["recordingLocation"], failed.data["recordingAccessToken"]) == ("", "")
    assert any(f"operation.{subcode} fires" in words for words in line.warnings())
    body = {"maxRecordDurationInSeconds": 1, "initialSilenceTimeoutInSeconds": 2}
    after = (await line.bot.post(f"{path}/recordResponse", json=body)).json()
    told = await line.notifications.until("deleted", id=after["id"])
    assert told.data["status"] == "completed"


async def test_a_refused_request_does_not_use_up_a_fault(line: Line) -> None:
    path = await line.call()
    await arm(line, "operation.9999")
    assert_graph_error(await line.bot.post(f"{path}/recordResponse", json={}), 400, "8501")
    assert await armed(line) == ["operation.9999"]


@pytest.mark.parametrize(
    ("fault", "status", "code", "retry"),
    [
        ("request.403", 403, "7504", None),
        ("request.404", 404, "8522", None),
        ("request.429", 429, "TooManyRequests", "3"),
        ("request.500", 500, "9999", None),
        ("request.503", 503, "ServiceUnavailable", "3"),
    ],
)
async def test_the_next_request_is_refused_before_anything_is_created(
    line: Line, fault: str, status: int, code: str, retry: str | None
) -> None:
    path = await line.established()
    await arm(line, fault, seconds=3)
    response = await line.bot.post(f"{path}/recordResponse", json={})
    assert_graph_error(response, status, code)
    assert response.headers.get("retry-after") == retry
    assert (await line.bot.get(f"{path}/operations")).json()["value"] == []


async def test_a_placed_call_can_be_refused(line: Line) -> None:
    await arm(line, "request.429")
    response = await line.bot.post("/v1.0/communications/calls", json={})
    assert_graph_error(response, 429, "TooManyRequests")
    assert line.simulator.snapshots() == []


async def test_a_fault_is_for_its_call_alone(line: Line) -> None:
    one, other = await line.call(), await line.call()
    await arm(line, "request.500", callId=other.rpartition("/")[2].upper())
    assert (await line.bot.get(one)).status_code == 200
    assert (await line.bot.get(other)).status_code == 500
    assert (await line.bot.get(other)).status_code == 200


async def test_a_transfer_fails_once(line: Line) -> None:
    path = await line.established()
    await line.control.patch("/settings", json={"call.targetSeconds": 0})
    await arm(line, "target.fail")
    body = {"transferTarget": {"identity": {"phone": {"id": "+12345678901"}}}}
    assert (await line.bot.post(f"{path}/transfer", json=body)).status_code == 202
    await line.until_event("callStateChanged", state="established", count=2)
    assert (await line.bot.post(f"{path}/transfer", json=body)).status_code == 202
    await line.notifications.until("deleted", state="terminated")


@pytest.mark.parametrize(
    ("fault", "states"),
    [
        ("notification.drop", ["established", "established"]),
        (
            "notification.duplicate",
            ["establishing", "establishing", "established", "established"],
        ),
        ("notification.swap", ["established", "establishing", "established"]),
        ("notification.delay", ["established", "established", "establishing"]),
    ],
)
async def test_a_notification_goes_astray(line: Line, fault: str, states: list[str]) -> None:
    path = await line.call()
    await arm(line, fault, seconds=0.3)
    assert (await line.bot.post(f"{path}/answer", json=ANSWER)).status_code == 202
    await line.until_event("mediaActivated")
    if fault == "notification.delay":
        await line.notifications.until("updated", state="establishing")
    assert [sent.data["state"] for sent in line.notifications.sent[1:]] == states
