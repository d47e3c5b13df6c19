"""The virtual phone for scripts: dialling, keys, sounds, muting, hanging up."""

from __future__ import annotations

import io
import wave
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from app.api.answers import UPLOAD_BODY
from app.runtime.recordings import encode_wav
from tests.helpers.local_graph import ACTIVE, ANSWER, BOT, KEY, SETTINGS, Line, local_graph
from tests.helpers.raw_http import exchange


def assert_refused(response: httpx.Response, status: int, code: str) -> str:
    assert response.status_code == status, response.text
    error = response.json()["error"]
    assert set(error) == {"code", "message"}
    assert error["code"] == code
    message = error["message"]
    assert isinstance(message, str) and message
    return message


async def established(line: Line) -> str:
    return (await line.established()).rpartition("/")[2]


# -- dialling -----------------------------------------------------------------------------------


async def test_dial_returns_the_snapshot(line: Line) -> None:
    response = await line.control.post("/calls", json={"caller": "silence", "number": "12"})
    assert response.status_code == 201
    call = response.json()
    assert response.headers["location"] == f"{line.graph.control_url}/calls/{call['id']}"
    assert set(call) >= {"id", "state", "direction", "caller", "muted", "operations"}
    assert call["state"] == "incoming"
    assert call["direction"] == "incoming"
    assert (call["caller"], call["number"]) == ("silence", "12")
    assert (call["muted"], call["operations"]) == (False, [])
    sent = await line.notifications.until("created", id=call["id"])
    assert sent.url == BOT
    assert (await line.control.get(f"/calls/{call['id']}")).json()["id"] == call["id"]
    listed = (await line.control.get("/calls")).json()["calls"]
    assert [each["id"] for each in listed] == [call["id"]]


async def test_dial_without_a_body_takes_the_microphone(line: Line) -> None:
    response = await line.control.post("/calls")
    assert response.json()["caller"] == "live"
    warnings = [r.data["message"] for r in line.journal.since(0) if r.kind == "warning"]
    assert "There is no microphone here." in warnings


async def test_dial_of_a_named_bot_asks_the_policy(line: Line) -> None:
    body = {"botUrl": "http://127.0.0.1:7/here", "caller": "silence"}
    response = await line.control.post("/calls", json=body)
    assert response.json()["botUrl"] == body["botUrl"]
    assert line.targets.asked == [body["botUrl"]]
    assert (await line.notifications.until("created")).url == body["botUrl"]


async def test_dial_of_a_refused_bot_says_why(line: Line) -> None:
    body = {"botUrl": "https://far.example/bot", "caller": "silence"}
    message = assert_refused(await line.control.post("/calls", json=body), 403, "targetRefused")
    assert "--allow-target" in message
    assert line.simulator.snapshots() == []


async def test_bot_of_the_settings_is_checked_too() -> None:
    async with local_graph(SETTINGS.set("bot.url", "https://far.example/bot")) as line:
        response = await line.control.post("/calls", json={"caller": "silence"})
        assert_refused(response, 403, "targetRefused")


async def test_dial_where_there_is_no_bot(line: Line) -> None:
    async def none() -> str:
        raise ValueError("No practice bot: name a botUrl.")

    line.simulator.practice_bot = none
    response = await line.control.post("/calls", json={"caller": "silence"})
    assert "botUrl" in assert_refused(response, 400, "badRequest")


async def test_dial_with_a_sound_file(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "caller.wav"
    path.write_bytes(encode_wav(np.ones(16, np.int16)))
    response = await line.control.post("/calls", json={"caller": str(path)})
    assert (response.status_code, response.json()["caller"]) == (201, str(path))


async def test_dial_with_one_channel_of_a_sound_file(line: Line, tmp_path: Path) -> None:
    file = tmp_path / "caller.wav"
    file.write_bytes(encode_wav(np.ones(1600, np.int16)))
    body = {"caller": str(file), "callerChannel": 1}
    assert (await line.control.post("/calls", json=body)).status_code == 201
    answer = await line.control.post("/calls", json=body | {"callerChannel": 2})
    message = assert_refused(answer, 400, "badRequest")
    assert "has 1 channel(s), so there is no channel 2" in message
    answer = await line.control.post("/calls", json={"caller": "live", "callerChannel": 1})
    assert "'caller' has to name a sound file" in assert_refused(answer, 400, "badRequest")


async def test_timed_keys_are_pressed_in_the_first_recording(line: Line) -> None:
    body = {"caller": "silence", "presses": [{"tone": "#", "seconds": 0.1}]}
    call = (await line.control.post("/calls", json=body)).json()
    path = f"/v1.0/communications/calls/{call['id']}"
    await line.bot.post(f"{path}/answer", json=ANSWER)
    await line.notifications.until("updated", mediaState=ACTIVE)
    started = await line.bot.post(f"{path}/recordResponse", json={"stopTones": ["#"]})
    ended = await line.notifications.until("deleted", id=started.json()["id"])
    assert ended.data["resultInfo"]["subcode"] == 8514
    (operation,) = (await line.control.get(f"/calls/{call['id']}")).json()["operations"]
    assert set(operation) >= {"id", "clientContext", "status", "phase", "reason", "seconds"}
    assert (operation["status"], operation["phase"]) == ("completed", "ended")
    assert (operation["reason"], operation["seconds"]) == ("stopToneDetected", 0.1)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"botUrl": 5}, "botUrl"),
        ({"caller": ["live"]}, "caller"),
        ({"caller": "/no/such/file.wav"}, "/no/such/file.wav"),
        ({"number": 12}, "number"),
        ({"presses": "#"}, "presses"),
        ({"presses": ["#"]}, "presses"),
        ({"presses": [{"seconds": 1}]}, "presses[0].tone"),
        ({"presses": [{"tone": "12", "seconds": 1}]}, "presses[0].tone"),
        ({"presses": [{"tone": "1"}]}, "presses[0].seconds"),
        ({"presses": [{"tone": "1", "seconds": -1}]}, "presses[0].seconds"),
        ({"presses": [{"tone": "1", "seconds": True}]}, "presses[0].seconds"),
        ({"presses": [{"tone": "1", "seconds": 1e9}]}, "presses[0].seconds"),
        ({"presses": [{"tone": "1", "seconds": 1}] * 1001}, "1000"),
    ],
)
async def test_dial_names_what_it_cannot_use(line: Line, body: Any, names: str) -> None:
    message = assert_refused(await line.control.post("/calls", json=body), 400, "badRequest")
    assert names in message
    assert line.simulator.snapshots() == []


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b'{"presses": [{"seconds": 1e999}]}'])
async def test_dial_with_a_bad_body(line: Line, body: bytes) -> None:
    assert_refused(await line.control.post("/calls", content=body), 400, "badRequest")


# -- keys ---------------------------------------------------------------------------------------


async def test_tones_are_accepted_at_once(line: Line) -> None:
    call_id = await established(line)
    body = {"tones": "12#", "durationMs": 100}
    response = await line.control.post(f"/calls/{call_id}/tones", json=body)
    assert response.status_code == 202
    assert response.json() == body | {"seconds": pytest.approx(0.5)}
    tones = [r.data["tone"] for r in line.journal.since(0) if r.kind == "toneReceived"]
    assert tones == ["1"]


async def test_tones_sound_as_long_as_the_setting_says() -> None:
    async with local_graph(SETTINGS.set("phone.keyMilliseconds", 250)) as line:
        call_id = await established(line)
        response = await line.control.post(f"/calls/{call_id}/tones", json={"tones": "5"})
        assert response.json()["durationMs"] == 250


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"tones": ""},
        {"tones": 12},
        {"tones": "12x"},
        {"tones": "1", "durationMs": 39},
        {"tones": "1", "durationMs": 6001},
        {"tones": "1", "durationMs": "100"},
        {"tones": "1" * 1000},
    ],
)
async def test_bad_tones_press_nothing(line: Line, body: dict[str, Any]) -> None:
    call_id = await established(line)
    response = await line.control.post(f"/calls/{call_id}/tones", json=body)
    assert_refused(response, 400, "badRequest")
    assert not [r for r in line.journal.since(0) if r.kind == "toneReceived"]


# -- sounds -------------------------------------------------------------------------------------


async def test_recording_holds_what_was_uploaded(line: Line) -> None:
    path = await line.established()
    call_id = path.rpartition("/")[2]
    sound = np.arange(1, 1601, dtype=np.int16)
    body = {"playBeep": False, "maxRecordDurationInSeconds": 1, "initialSilenceTimeoutInSeconds": 9}
    # Clicks for the energy detector of the tests, so that the recording completes.
    loud = np.resize(np.int16([20_000, -20_000]), 16_000)
    started = await line.bot.post(f"{path}/recordResponse", json=body)
    for clip in (sound, loud):
        response = await line.control.post(f"/calls/{call_id}/audio", content=encode_wav(clip))
        assert response.status_code == 202
    ended = (await line.notifications.until("deleted", id=started.json()["id"])).data
    assert ended["status"] == "completed", ended
    token = {"Authorization": f"Bearer {ended['recordingAccessToken']}"}
    wav = (await line.bot.get(ended["recordingLocation"], headers=token)).content
    with wave.open(io.BytesIO(wav)) as file:
        recorded = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    begin = int(np.flatnonzero(recorded)[0])
    assert recorded[begin : begin + 1600].tolist() == sound.tolist()


@pytest.mark.parametrize("body", [b"", b"no sound", b'{"a": 1}'])
async def test_what_is_no_sound_is_refused(line: Line, body: bytes) -> None:
    call_id = await established(line)
    response = await line.control.post(f"/calls/{call_id}/audio", content=body)
    assert "sound" in assert_refused(response, 400, "badRequest")


async def test_sound_larger_than_a_graph_body_is_taken(line: Line) -> None:
    call_id = await established(line)
    sound = encode_wav(np.zeros(1_000_000, np.int16))
    response = await line.control.post(f"/calls/{call_id}/audio", content=sound)
    assert response.json() == {"seconds": 62.5}


async def test_sound_has_a_limit_too(line: Line) -> None:
    call_id = await established(line)
    answer = await exchange(
        line.graph.port,
        f"POST /_sim/calls/{call_id}/audio HTTP/1.1\r\nHost: 127.0.0.1:{line.graph.port}\r\n"
        f"X-Callsim-Key: {KEY}\r\nContent-Length: {UPLOAD_BODY + 1}\r\n"
        "Expect: 100-continue\r\n\r\n".encode(),
    )
    assert (answer.status, answer.json()["error"]["code"]) == (413, "tooLarge")


# -- the rest -----------------------------------------------------------------------------------


async def test_mute_and_unmute(line: Line) -> None:
    call_id = await established(line)
    for muted in (True, False):
        response = await line.control.post(f"/calls/{call_id}/mute", json={"muted": muted})
        assert (response.status_code, response.json()["muted"]) == (200, muted)


@pytest.mark.parametrize("body", [{}, {"muted": None}, {"muted": "yes"}, {"muted": 1}])
async def test_mute_needs_a_boolean(line: Line, body: dict[str, Any]) -> None:
    call_id = await established(line)
    response = await line.control.post(f"/calls/{call_id}/mute", json=body)
    assert "muted" in assert_refused(response, 400, "badRequest")


async def test_hang_up_ends_the_call_once(line: Line) -> None:
    call_id = await established(line)
    response = await line.control.post(f"/calls/{call_id}/hangUp")
    assert (response.status_code, response.json()["state"]) == (200, "terminated")
    assert response.json()["result"]["subcode"] == 4521
    response = await line.control.post(f"/calls/{call_id}/hangUp")
    assert "ended already" in assert_refused(response, 409, "conflict")


async def test_caller_may_hang_up_before_the_answer(line: Line) -> None:
    call_id = (await line.call()).rpartition("/")[2]
    response = await line.control.post(f"/calls/{call_id}/hangUp")
    assert response.json()["state"] == "terminated"


async def test_ended_call_takes_nothing_more(line: Line) -> None:
    call_id = await established(line)
    await line.control.post(f"/calls/{call_id}/hangUp")
    for action, options in (
        ("tones", {"json": {"tones": "1"}}),
        ("audio", {"content": encode_wav(np.ones(160, np.int16))}),
        ("mute", {"json": {"muted": True}}),
    ):
        response = await line.control.post(f"/calls/{call_id}/{action}", **options)
        assert_refused(response, 409, "conflict")
    assert (await line.control.get(f"/calls/{call_id}")).json()["state"] == "terminated"


@pytest.mark.parametrize(("action", "body"), [("accept", {}), ("decline", {"reason": "busy"})])
async def test_calls_of_the_phone_are_not_accepted(
    line: Line, action: str, body: dict[str, str]
) -> None:
    call_id = await established(line)
    response = await line.control.post(f"/calls/{call_id}/{action}", json=body)
    assert "placed by the phone" in assert_refused(response, 409, "conflict")


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "")]
    + [("POST", f"/{name}") for name in ("tones", "audio", "hangUp", "mute", "accept", "decline")],
)
@pytest.mark.parametrize("call_id", ["none", "00000000-0000-4000-8000-000000000000", "%2e%2e"])
async def test_unknown_calls_are_404(line: Line, method: str, path: str, call_id: str) -> None:
    response = await line.control.request(method, f"/calls/{call_id}{path}", json={"muted": True})
    assert "no call" in assert_refused(response, 404, "notFound")


async def test_any_spelling_of_a_call_id(line: Line) -> None:
    call_id = await established(line)
    plain = call_id.replace("-", "").upper()
    assert (await line.control.get(f"/calls/{plain}")).json()["id"] == call_id


async def test_hold_and_resume(line: Line) -> None:
    call_id = await established(line)
    for held, state in ((True, "hold"), (False, "established")):
        response = await line.control.post(f"/calls/{call_id}/hold", json={"held": held})
        assert (response.status_code, response.json()["state"]) == (200, state)
    response = await line.control.post(f"/calls/{call_id}/hold", json={"held": False})
    assert "hold" in assert_refused(response, 409, "conflict")
    response = await line.control.post(f"/calls/{call_id}/hold", json={})
    assert "held" in assert_refused(response, 400, "badRequest")
