"""The Graph plane over real HTTP: paths, actions, refusals, recordings."""

from __future__ import annotations

import io
import json
import re
import wave
from typing import Any

import httpx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.local_graph import ANSWER, BOT, SETTINGS, Line, client, local_graph
from tests.helpers.raw_http import exchange

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UNKNOWN = "/v1.0/communications/calls/00000000-0000-4000-8000-000000000000"

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


def assert_graph_error(response: httpx.Response, status: int, code: str) -> str:
    """Check Graph's whole error shape; return the message."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    error = response.json()["error"]
    assert error["code"] == code
    inner = error["innerError"]
    assert inner["request-id"] == response.headers["request-id"]
    assert inner["client-request-id"] == response.headers["client-request-id"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", inner["date"])
    message = error["message"]
    assert isinstance(message, str) and message
    return message


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


# -- other actions ------------------------------------------------------------------------------


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
    body = {"prompts": DOCUMENTED["prompts"], "clientContext": "ctx"}
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
    assert len(line.notifications.sent) == told


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
        ("POST", "/v1.0/communications/calls//recordResponse", "8522"),
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


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", UNKNOWN, "GET, DELETE"),
        ("HEAD", UNKNOWN, "GET, DELETE"),
        ("OPTIONS", UNKNOWN, "GET, DELETE"),
        ("GET", f"{UNKNOWN}/recordResponse", "POST"),
        ("DELETE", f"{UNKNOWN}/operations/x", "GET"),
        ("PUT", "/v1.0/communications/calls", "GET, POST"),
        ("POST", "/recordings/x", "GET, HEAD"),
        ("PATCH", f"{UNKNOWN}/answer", "POST"),
    ],
)
async def test_other_methods_are_405(line: Line, method: str, path: str, allow: str) -> None:
    response = await line.bot.request(method, path)
    assert response.status_code == 405
    assert response.headers["allow"] == allow
    if method != "HEAD":
        assert_graph_error(response, 405, "MethodNotAllowed")
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Basic dXNlcjpwYXNz", "token-alone"])
async def test_no_bearer_token_is_401(line: Line, authorization: str | None) -> None:
    path = await line.established()
    headers = {} if authorization is None else {"Authorization": authorization}
    async with client(line.graph.base_url) as nobody:
        for method, url in (
            ("GET", path),
            ("DELETE", path),
            ("POST", f"{path}/recordResponse"),
            ("GET", f"{path}/operations/x"),
            ("GET", "/v1.0/communications/calls"),
        ):
            response = await nobody.request(method, url, headers=headers)
            assert_graph_error(response, 401, "InvalidAuthenticationToken")
            assert response.headers["www-authenticate"].startswith("Bearer")
    assert (await line.bot.get(path)).json()["state"] == "established"


async def test_any_spelling_of_bearer_is_taken(line: Line) -> None:
    path = await line.call()
    response = await line.bot.get(path, headers={"Authorization": "bEARER  x"})
    assert response.status_code == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ";"])
async def test_other_content_types_are_415(line: Line, content_type: str) -> None:
    path = await line.established()
    response = await line.bot.post(
        f"{path}/recordResponse", content=b"{}", headers={"Content-Type": content_type}
    )
    message = assert_graph_error(response, 415, "UnsupportedMediaType")
    assert "application/json" in message


# -- recordings ---------------------------------------------------------------------------------


async def press_pound(line: Line, path: str, operation_id: str) -> dict[str, Any]:
    """Press # once the operation records; return it as the bot is told."""
    async with line.control.stream("GET", "/events", headers={"Last-Event-ID": "0"}) as events:
        async for text in events.aiter_lines():
            if text == "event: recordingStarted":
                break
    line.simulator.press(path.rpartition("/")[2], "#")
    return (await line.notifications.until("deleted", id=operation_id)).data


async def record_until_pound(line: Line, path: str) -> dict[str, Any]:
    await line.notifications.until(
        "updated", mediaState={"@odata.type": "#microsoft.graph.callMediaState", "audio": "active"}
    )
    started = await line.bot.post(f"{path}/recordResponse", json={"stopTones": ["#"]})
    assert started.status_code == 200, started.text
    return await press_pound(line, path, started.json()["id"])


async def test_recording_is_fetched_with_its_own_token(line: Line) -> None:
    path = await line.established()
    operation = await record_until_pound(line, path)
    token = {"Authorization": f"Bearer {operation['recordingAccessToken']}"}
    response = await line.bot.get(operation["recordingLocation"], headers=token)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in response.headers
    take = line.simulator.recordings.of_operation(operation["id"])
    assert take is not None and response.content == take.wav
    with wave.open(io.BytesIO(response.content)) as file:
        assert file.getparams()[:3] == (1, 2, 16_000)
    head = await line.bot.head(operation["recordingLocation"], headers=token)
    assert (head.status_code, head.content) == (200, b"")


async def test_long_recording_arrives_whole(line: Line) -> None:
    audio = np.random.default_rng(3).integers(-32768, 32767, 120 * 16_000, np.int16)
    take = line.simulator.recordings.add("call", "operation", audio)
    response = await line.bot.get(
        f"/recordings/{take.id}", headers={"Authorization": f"Bearer {take.token}"}
    )
    assert response.content == take.wav


async def test_http_1_0_client_gets_the_recording_with_its_length(line: Line) -> None:
    take = line.simulator.recordings.add("call", "operation", np.ones(1600, np.int16))
    answer = await exchange(
        line.graph.port,
        f"GET /recordings/{take.id} HTTP/1.0\r\nHost: 127.0.0.1:{line.graph.port}\r\n"
        f"Authorization: Bearer {take.token}\r\n\r\n".encode(),
    )
    assert answer.body == take.wav


@pytest.mark.parametrize("authorization", [None, "Bearer wrong", "Bearer", "Bearer caf\xe9"])
async def test_recording_needs_its_token(line: Line, authorization: str | None) -> None:
    operation = await record_until_pound(line, await line.established())
    async with client(line.graph.base_url) as nobody:
        headers = {} if authorization is None else {"Authorization": authorization.encode("latin1")}
        response = await nobody.get(operation["recordingLocation"], headers=headers)  # type: ignore[arg-type]
    message = assert_graph_error(response, 401, "InvalidAuthenticationToken")
    assert "recordingAccessToken" in message


async def test_discarded_and_unknown_recordings_are_404(line: Line) -> None:
    operation = await record_until_pound(line, await line.established())
    line.simulator.recordings.clear()
    token = {"Authorization": f"Bearer {operation['recordingAccessToken']}"}
    for url in (
        operation["recordingLocation"],
        "/recordings/..%2f..%2fetc%2fpasswd",
        "/recordings/00000000-0000-4000-8000-000000000000",
    ):
        response = await line.bot.get(url, headers=token)
        message = assert_graph_error(response, 404, "ResourceNotFound")
        assert "recording.discardAfterSeconds" in message


async def test_recording_goes_with_its_call() -> None:
    async with local_graph(SETTINGS.set("recording.discardAfterSeconds", 0)) as line:
        path = await line.established()
        operation = await record_until_pound(line, path)
        await line.bot.delete(path)
        await line.notifications.until("deleted", state="terminated")
        async with line.control.stream("GET", "/events", headers={"Last-Event-ID": "0"}) as events:
            async for text in events.aiter_lines():
                if text == "event: recordingDiscarded":
                    break
        token = {"Authorization": f"Bearer {operation['recordingAccessToken']}"}
        response = await line.bot.get(operation["recordingLocation"], headers=token)
        assert response.status_code == 404
