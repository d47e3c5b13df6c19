"""The control plane as such: its key, its records, its settings, its errors."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from app.api.control import PAGE, is_control
from app.settings import Settings
from tests.api.test_phone import assert_refused
from tests.helpers.local_graph import KEY, Line, client, local_graph

PATHS = [
    ("GET", "/calls"),
    ("POST", "/calls"),
    ("GET", "/calls/x"),
    ("POST", "/calls/x/hangUp"),
    ("GET", "/records"),
    ("GET", "/events"),
    ("GET", "/settings"),
    ("PATCH", "/settings"),
    ("GET", "/nothing"),
    ("GET", ""),
]


@pytest.mark.parametrize("key", [None, "", "wrong", KEY.upper(), f"{KEY} x", "k\xe9y"])
async def test_nothing_works_without_the_key(line: Line, key: str | None) -> None:
    headers = {} if key is None else {"X-Callsim-Key": key.encode("latin-1")}
    headers["Authorization"] = f"Bearer {KEY}".encode()
    async with client(line.graph.control_url or "") as nobody:
        for method, path in PATHS:
            response = await nobody.request(method, path, headers=headers)  # type: ignore[arg-type]
            message = assert_refused(response, 401, "unauthorized")
            assert "X-Callsim-Key" in message and KEY not in message
    assert line.simulator.snapshots() == []


async def test_control_key_is_no_bearer_of_graphs_plane(line: Line) -> None:
    path = await line.call()
    response = await line.control.get(f"{line.graph.base_url}{path}")
    assert response.status_code == 401
    assert "innerError" in response.json()["error"]


async def test_control_plane_can_be_switched_off() -> None:
    async with local_graph(control_key=None) as line:
        assert line.graph.control_url is None
        for method, path in PATHS:
            response = await line.control.request(method, path)
            assert "--no-control" in assert_refused(response, 404, "notFound")
        assert (await line.bot.get("/v1.0/communications/calls")).status_code == 200


async def test_unknown_resources_and_methods(line: Line) -> None:
    for path in ("", "/", "/nothing", "/calls/x/nothing", "/calls/x/tones/y", "/settings/x"):
        message = assert_refused(await line.control.get(path), 404, "notFound")
        assert "/_sim/records" in message
    for method, path, allow in (
        ("DELETE", "/calls", "GET, POST"),
        ("PUT", "/settings", "GET, PATCH"),
        ("GET", "/calls/x/tones", "POST"),
    ):
        response = await line.control.request(method, path)
        assert_refused(response, 405, "methodNotAllowed")
        assert response.headers["allow"] == allow


# -- records ------------------------------------------------------------------------------------


async def test_records_since(line: Line) -> None:
    for number in range(3):
        line.journal.append(f"k{number}", call_id="c", seconds=1.5, data={"n": number})
    everything = (await line.control.get("/records")).json()
    assert [record["seq"] for record in everything["records"]] == [1, 2, 3]
    assert everything["next"] == 3
    some = (await line.control.get("/records?since=2")).json()
    (record,) = some["records"]
    assert {name: record[name] for name in ("seq", "kind", "callId", "seconds", "data")} == {
        "seq": 3,
        "kind": "k2",
        "callId": "c",
        "seconds": 1.5,
        "data": {"n": 2},
    }
    assert (await line.control.get("/records?since=3")).json() == {"records": [], "next": 3}
    assert (await line.control.get("/records?since=99")).json() == {"records": [], "next": 3}


async def test_records_come_in_pages(line: Line) -> None:
    for number in range(PAGE + 1):
        line.journal.append(f"k{number}")
    first = (await line.control.get("/records?since=0")).json()
    assert (len(first["records"]), first["next"]) == (PAGE, PAGE)
    second = (await line.control.get(f"/records?since={first['next']}")).json()
    assert [record["seq"] for record in second["records"]] == [PAGE + 1]


async def test_credentials_are_hidden_in_records(line: Line) -> None:
    await line.bot.get("/nowhere")
    text = (await line.control.get("/records")).text
    assert "any-token" not in text and "[redacted]" in text


@pytest.mark.parametrize("since", ["x", "-1", "1.5", "", "%D9%A3"])
async def test_since_has_to_be_a_number(line: Line, since: str) -> None:
    response = await line.control.get(f"/records?since={since}")
    assert "since" in assert_refused(response, 400, "badRequest")


# -- settings -----------------------------------------------------------------------------------


async def test_settings_by_their_names(line: Line) -> None:
    before = (await line.control.get("/settings")).json()
    assert before == line.simulator.settings.as_dict()
    assert before["recording.discardAfterSeconds"] == 60


async def test_settings_change_at_once_and_are_told() -> None:
    told: list[Settings] = []
    async with local_graph(settings_changed=told.append) as line:
        change = {"recording.discardAfterSeconds": 5, "call.hangUpWhileRecording": "failed"}
        response = await line.control.patch("/settings", json=change)
        assert response.status_code == 200
        assert change.items() <= response.json().items()
        assert line.simulator.settings.discard_after == 5
        assert told == [line.simulator.settings]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"no.such": 1}, "recording.discardAfterSeconds"),
        ({"recording.discardAfterSeconds": -1}, "between 0 and 3600"),
        ({"recording.discardAfterSeconds": "soon"}, "a number"),
        ({"recording.discardAfterSeconds": None}, "a number"),
        ({"recording.discardAfterSeconds": [1]}, "a number"),
        ({"call.hangUpWhileRecording": "maybe"}, "lost, failed"),
        ({"hearing.tonesInAudio": "perhaps"}, "true or false"),
        ({"bot.url": 5}, "text"),
    ],
)
async def test_bad_settings_change_nothing(line: Line, body: dict[str, object], names: str) -> None:
    before = line.simulator.settings
    response = await line.control.patch("/settings", json={"window.theme": "dark"} | body)
    assert names in assert_refused(response, 400, "badSetting")
    assert line.simulator.settings is before


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 400])
async def test_numbers_beyond_all_bounds(line: Line, number: str) -> None:
    for name in ("journal.maxRecords", "hearing.sensitivity"):
        body = f'{{"{name}": {number}}}'.encode()
        assert_refused(await line.control.patch("/settings", content=body), 400, "badSetting")


# -- errors -------------------------------------------------------------------------------------


@pytest.mark.expects_error_log("GET /_sim/calls failed", "a fault of ours")
async def test_fault_of_ours_is_500(line: Line) -> None:
    with patch.object(line.simulator, "snapshots", side_effect=RuntimeError("a fault of ours")):
        message = assert_refused(await line.control.get("/calls"), 500, "internalError")
    assert "fault" not in message
    assert (await line.control.get("/calls")).status_code == 200


def test_prefix_is_a_whole_segment() -> None:
    assert is_control("/_sim") and is_control("/_sim/calls")
    assert not is_control("/_simulated") and not is_control("/v1.0/_sim")
