"""The Graph plane over real HTTP: paths, actions, refusals, recordings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import ANSWER, BOT, UNKNOWN, Line, press_pound, record_until_pound

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

DOCUMENTED: dict[str, Any] = {
    "bargeInAllowed": True,
    "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c",
    "prompts": [
        {
            "@odata.type": "#microsoft.graph.mediaPrompt",
            "mediaInfo": {"uri": "https://cdn.example/prompt.wav", "resourceId": "1D6DE2D4"},
        }
    ],
    "maxRecordDurationInSeconds": 10,
    "initialSilenceTimeoutInSeconds": 5,
    "maxSilenceTimeoutInSeconds": 2,
    "playBeep": True,
    "stopTones": ["#", "1", "*"],
}
"""The example of the documentation (contract section 1.1)."""


# -- recordResponse -----------------------------------------------------------------------------


async def test_record_response_answers_as_documented(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/recordResponse", json=DOCUMENTED)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    body = response.json()
    assert body == {
        "@odata.type": "#microsoft.graph.recordOperation",
        "id": body["id"],
        "status": "running",
        "resultInfo": None,
        "recordingLocation": None,
        "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c",
    }
    assert GUID.fullmatch(body["id"])
    assert response.headers["location"] == f"{line.graph.base_url}{path}/operations/{body['id']}"
    assert [prompt.uri for prompt in line.prompts.asked] == ["https://cdn.example/prompt.wav"]


async def test_location_follows_the_name_by_which_the_bot_came(line: Line) -> None:
    path = await line.established()
    url = f"http://localhost:{line.graph.port}{path}/recordResponse"
    response = await line.bot.post(url, json={})
    assert response.headers["location"].startswith(f"http://localhost:{line.graph.port}/v1.0/")


async def test_recording_location_follows_the_name_by_which_the_bot_answered(line: Line) -> None:
    path = await line.call()
    url = f"http://localhost:{line.graph.port}{path}"
    assert (await line.bot.post(f"{url}/answer", json=ANSWER)).status_code == 202
    operation = await record_until_pound(line, path)
    assert operation["recordingLocation"].startswith(
        f"http://localhost:{line.graph.port}/recordings/"
    )


@pytest.mark.parametrize(
    "spelling",
    [
        "/v1.0/communications/calls/{id}/microsoft.graph.recordResponse",
        "/V1.0/Communications/CALLS/{id}/RECORDRESPONSE",
        "/v1.0/communications/calls/{id}/recordresponse/",
        "/v1.0/communications/calls/{id}/Microsoft.Graph.RecordResponse?$select=id",
        "/v1.0/communications/calls/{ID}/recordResponse",
        "/v1.0/communications/calls/{plain}/recordResponse",
        "/v1.0/communications/calls/{PLAIN}/recordResponse",
        "/v1.0/communications/%63alls/{id}/record%52esponse",
    ],
)
async def test_any_spelling_of_a_path_finds_the_action(line: Line, spelling: str) -> None:
    path = await line.established()
    call_id = path.rpartition("/")[2]
    plain = call_id.replace("-", "")
    url = spelling.format(id=call_id, ID=call_id.upper(), plain=plain, PLAIN=plain.upper())
    response = await line.bot.post(url, json={})
    assert response.status_code == 200, response.text
    assert response.headers["location"].startswith(f"{line.graph.base_url}{path}/operations/")


@pytest.mark.parametrize(
    "content_type",
    [None, "application/json; charset=utf-8", "Application/JSON;odata.metadata=minimal"],
)
async def test_json_is_taken_under_these_content_types(
    line: Line, content_type: str | None
) -> None:
    path = await line.established()
    headers = {} if content_type is None else {"Content-Type": content_type}
    response = await line.bot.post(f"{path}/recordResponse", content=b"{}", headers=headers)
    assert response.status_code == 200, response.text


async def test_explicit_nulls_and_unknown_members_are_tolerated(line: Line) -> None:
    path = await line.established()
    body = dict.fromkeys(DOCUMENTED) | {"play_beep": None, "streamWhileRecording": False}
    assert (await line.bot.post(f"{path}/recordResponse", json=body)).status_code == 200


async def test_client_context_comes_back_as_it_was(line: Line) -> None:
    path = await line.established()
    context = 'é " \\ / 😀'
    response = await line.bot.post(
        f"{path}/recordResponse",
        content=b'{"clientContext": "\\u00e9 \\" \\\\ / \xf0\x9f\x98\x80"}',
    )
    assert response.json()["clientContext"] == context


@pytest.mark.parametrize(
    ("body", "code", "names"),
    [
        (b"{", "BadRequest", "line 1"),
        (b"\xff\xfe{}", "BadRequest", "UTF-8"),
        (b'{"clientContext": "\\ud800"}', "BadRequest", "surrogate"),
        (b"[]", "BadRequest", "an array"),
        (b'"text"', "BadRequest", "a string"),
        (b"null", "BadRequest", "null"),
        (b'{"a": NaN}', "BadRequest", "NaN"),
        (b'{"playBeep": true, "PLAYBEEP": false}', "BadRequest", "twice"),
        (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "BadRequest", "deep"),
        (b'{"playBeep": "yes"}', "8523", "playBeep"),
        (b'{"bargeInAllowed": 1}', "8523", "bargeInAllowed"),
        (b'{"maxRecordDurationInSeconds": 7200}', "8523", "1..120"),
        (b'{"maxSilenceTimeoutInSeconds": 0}', "8523", "maxSilenceTimeoutInSeconds"),
        (b'{"initialSilenceTimeoutInSeconds": "5"}', "8523", "initialSilenceTimeoutInSeconds"),
        (b'{"initialSilenceTimeoutInSeconds": 1.5}', "8523", "initialSilenceTimeoutInSeconds"),
        (b'{"initialSilenceTimeoutInSeconds": true}', "8523", "initialSilenceTimeoutInSeconds"),
        (b'{"stopTones": ["11"]}', "8523", "stopTones"),
        (b'{"stopTones": "#"}', "8523", "stopTones"),
        (b'{"stopTones": [null]}', "8523", "stopTones"),
        (b'{"clientContext": 5}', "8523", "clientContext"),
        (b'{"clientContext": "' + b"x" * 257 + b'"}', "8523", "256"),
        (b'{"prompts": [{}, {}]}', "8523", "prompts"),
        (b'{"prompts": [5]}', "8523", "prompts[0]"),
        (b'{"prompts": [{"mediaInfo": {}}]}', "8523", "prompts[0].mediaInfo.uri"),
        (b'{"prompts": [{"mediaInfo": {"uri": "file:///etc/passwd"}}]}', "8523", "uri"),
        (b'{"maxRecordDurationInSeconds": ' + b"9" * 5000 + b"}", "BadRequest", "digits"),
    ],
)
async def test_bad_bodies_are_named(line: Line, body: bytes, code: str, names: str) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/recordResponse", content=body)
    assert names in assert_graph_error(response, 400, code)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from([*DOCUMENTED, "PLAYBEEP", "mediaInfo", "@odata.type"]) | st.text()
MEDIA = st.fixed_dictionaries({}, optional={"uri": JSON, "@odata.type": JSON, "resourceId": JSON})
PROMPTS = st.lists(st.fixed_dictionaries({}, optional={"mediaInfo": MEDIA | JSON}), max_size=2)
OBJECTS = st.dictionaries(NAMES, JSON | PROMPTS, max_size=6)


def _written(value: Any) -> bytes:
    """JSON as a careless client writes it: NaN, lone surrogates."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


BODIES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    JSON.map(_written),
    OBJECTS.map(_written),
    st.tuples(OBJECTS.map(_written), st.integers(0, 400)).map(lambda cut: cut[0][: cut[1]]),
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(body=BODIES)
async def test_no_body_makes_the_server_fail(line: Line, body: bytes) -> None:
    """200 or a refusal in Graph's shape, whatever is sent; an error log would fail the test too."""
    calls = line.simulator.snapshots()
    path = f"/v1.0/communications/calls/{calls[0].id}" if calls else await line.established()
    response = await line.bot.post(f"{path}/recordResponse", content=body)
    if response.status_code != 200:
        assert 400 <= response.status_code < 500
        assert_graph_error(response, response.status_code, response.json()["error"]["code"])


# -- calls and what is below them ---------------------------------------------------------------


async def test_get_of_a_call(line: Line) -> None:
    path = await line.call()
    response = await line.bot.get(path)
    assert response.status_code == 200
    body = response.json()
    base = f"{line.graph.base_url}/v1.0"
    assert body["@odata.context"] == f"{base}/$metadata#communications/calls/$entity"
    assert (body["id"], body["state"]) == (path.rpartition("/")[2], "incoming")
    assert body["callbackUri"] == BOT


async def test_list_of_calls_has_those_that_are_up(line: Line) -> None:
    ended, up = await line.call(), await line.call()
    assert (await line.bot.delete(ended)).status_code == 204
    response = await line.bot.get("/v1.0/communications/calls")
    assert [call["id"] for call in response.json()["value"]] == [up.rpartition("/")[2]]


async def test_get_of_an_operation_while_it_runs_and_after(line: Line) -> None:
    path = await line.established()
    started = await line.bot.post(f"{path}/recordResponse", json={"stopTones": ["#"]})
    location = started.headers["location"]
    running = (await line.bot.get(location)).json()
    assert running["@odata.type"] == "#microsoft.graph.recordOperation"
    assert running["status"] == "running"
    ended = await press_pound(line, path, running["id"])
    assert (await line.bot.get(location)).json() == ended
    assert (await line.bot.get(f"{location.upper()[:-36]}{running['id'].upper()}")).json() == ended


async def test_delete_ends_the_call(line: Line) -> None:
    path = await line.established()
    response = await line.bot.delete(path)
    assert (response.status_code, response.content) == (204, b"")
    assert "content-length" not in response.headers
    await line.notifications.until("deleted", state="terminated")
    assert_graph_error(await line.bot.delete(path), 404, "8522")
    assert_graph_error(await line.bot.get(path), 404, "8522")


# -- refusals before any action -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("POST", f"{UNKNOWN}/recordResponse", "8522"),
        ("POST", f"{UNKNOWN}/cancelMediaProcessing", "8522"),
        ("GET", UNKNOWN, "8522"),
        ("DELETE", UNKNOWN, "8522"),
        ("GET", f"{UNKNOWN}/operations/none", "8522"),
        ("POST", "/v1.0/communications/calls//recordResponse", "UnknownError"),
        ("POST", "/v1.0/communications/calls/microsoft.graph.playPrompt", "UnknownError"),
        ("POST", f"{UNKNOWN}/subscribeToTone", "8522"),
        ("POST", f"{UNKNOWN}/startHolding", "ResourceNotFound"),
        ("POST", f"{UNKNOWN}/recordResponse/more", "ResourceNotFound"),
        ("GET", "/", "ResourceNotFound"),
        ("GET", "/v1.0", "ResourceNotFound"),
        ("GET", "/v1.0/users", "ResourceNotFound"),
        ("GET", "/v2.0/communications/calls", "ResourceNotFound"),
        ("GET", "/beta/users", "ResourceNotFound"),
        ("GET", "/beta/applications/x", "ResourceNotFound"),
        ("GET", "/v1.0/%2e%2e/communications/calls", "ResourceNotFound"),
        ("GET", "/recordings", "ResourceNotFound"),
        ("GET", "/recordings/a/b", "ResourceNotFound"),
        ("GET", "/_simulated", "ResourceNotFound"),
    ],
)
async def test_what_is_not_there_is_404(line: Line, method: str, path: str, code: str) -> None:
    body = {"json": {}} if method == "POST" else {}
    assert_graph_error(await line.bot.request(method, path, **body), 404, code)


async def test_the_segment_that_leads_nowhere_is_named(line: Line) -> None:
    message = assert_graph_error(await line.bot.get("/v1.0/users/me"), 404, "ResourceNotFound")
    assert "segment 'users'" in message and "/v1.0/communications/calls/{id}" in message
    response = await line.bot.post(f"{UNKNOWN}/startHolding", json={})
    message = assert_graph_error(response, 404, "ResourceNotFound")
    assert "'startholding'" in message and "recordResponse" in message


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ";"])
async def test_other_content_types_are_415(line: Line, content_type: str) -> None:
    path = await line.established()
    response = await line.bot.post(
        f"{path}/recordResponse", content=b"{}", headers={"Content-Type": content_type}
    )
    message = assert_graph_error(response, 415, "UnsupportedMediaType")
    assert "application/json" in message


async def test_an_empty_body_has_no_type(line: Line) -> None:
    path = await line.established()
    for headers in ({}, {"Content-Type": "application/octet-stream"}):
        response = await line.bot.post(f"{path}/keepAlive", headers=headers)
        assert response.status_code == 200, response.text
