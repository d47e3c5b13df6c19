"""Recordings as the bot fetches them, over real HTTP."""

from __future__ import annotations

import io
import wave
from collections.abc import AsyncIterator
from typing import Any

import httpx
import numpy as np
import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import SETTINGS, Line, client, local_graph, record_until_pound
from tests.helpers.raw_http import exchange


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
        await line.until_event("recordingDiscarded")
        token = {"Authorization": f"Bearer {operation['recordingAccessToken']}"}
        response = await line.bot.get(operation["recordingLocation"], headers=token)
        assert response.status_code == 404


# -- while it grows -----------------------------------------------------------------------------


async def streaming(line: Line) -> tuple[str, dict[str, Any]]:
    """Record in the way of 2018; return the call's id and the running operation as it is told."""
    call_id = (await line.established()).rpartition("/")[2]
    body = {
        "streamWhileRecording": True,
        "maxRecordDurationInSeconds": 60,
        "initialSilenceTimeoutInSeconds": 60,
        "stopTones": ["#"],
    }
    response = await line.bot.post(f"/beta/app/calls/{call_id}/record", json=body)
    assert response.status_code == 202, response.text
    told = await line.notifications.until("updated", status="running")
    assert list(told.body) == ["value"] and "/app/calls/" in told.body["value"][0]["resource"]
    shown: dict[str, Any] = told.data
    got = (await line.bot.get(response.headers["location"])).json()
    assert got == shown
    return call_id, shown


def bearer_of(operation: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {operation['recordResourceAccessToken']}"}


async def test_a_recording_streams_while_it_grows_and_is_exact_afterwards(line: Line) -> None:
    call_id, operation = await streaming(line)
    url, token = operation["recordResourceLocation"], bearer_of(operation)
    line.simulator.say(call_id, np.full(32_000, 3_000, np.int16))
    async with line.bot.stream("GET", url, headers=token) as live:
        assert live.status_code == 200
        assert live.headers["content-type"] == "application/octet-stream"
        assert live.headers["transfer-encoding"] == "chunked"
        pieces = live.aiter_raw()
        received = await anext(pieces)
        while len(received) < 44 + 16_000:
            received += await anext(pieces)
        line.simulator.press(call_id, "#")
        received += b"".join([piece async for piece in pieces])
    done = await line.notifications.until("deleted", status="completed")
    assert done.data["recordResourceLocation"] == url
    assert done.data["recordResourceAccessToken"] == operation["recordResourceAccessToken"]
    finished = await line.bot.get(url, headers=token)
    assert received[4:8] == received[40:44] == b"\xff" * 4
    assert received[44:] == finished.content[44:]
    with wave.open(io.BytesIO(finished.content)) as file:
        assert file.getnframes() * 2 == len(finished.content) - 44 > 16_000
    (exchange,) = [
        r.exchange
        for r in line.journal.since(0)
        if r.exchange is not None and "while it grew" in r.exchange.response_body
    ]
    assert f"{len(received):,} bytes" in exchange.response_body and exchange.error is None


@pytest.mark.parametrize("end", ["cancel", "hangUp", "delete"])
async def test_a_stream_breaks_off_with_its_recording(line: Line, end: str) -> None:
    call_id, operation = await streaming(line)
    url, token = operation["recordResourceLocation"], bearer_of(operation)
    path = f"/beta/app/calls/{call_id}"
    async with line.bot.stream("GET", url, headers=token) as live:
        pieces = live.aiter_raw()
        await anext(pieces)
        match end:
            case "cancel":
                await line.bot.post(f"{path}/cancelMediaProcessing")
            case "hangUp":
                line.simulator.hang_up(call_id)
            case "delete":
                await line.bot.delete(path)
        with pytest.raises(httpx.RemoteProtocolError):
            await _read_out(pieces)
    assert (await line.bot.get(url, headers=token)).status_code == 404
    if (await line.bot.get(path)).status_code == 200:
        failed = await line.notifications.until("deleted", status="failed")
        assert failed.data["recordResourceLocation"] == ""


async def _read_out(pieces: AsyncIterator[bytes]) -> None:
    async for _ in pieces:
        pass


async def test_a_growing_recording_needs_its_token_and_has_a_head(line: Line) -> None:
    _, operation = await streaming(line)
    url = operation["recordResourceLocation"]
    assert (await line.bot.get(url)).status_code == 401
    head = await line.bot.head(url, headers=bearer_of(operation))
    assert (head.status_code, head.content) == (200, b"")


async def test_readers_that_do_not_read_delay_nobody(line: Line) -> None:
    call_id, operation = await streaming(line)
    url, token = operation["recordResourceLocation"], bearer_of(operation)
    line.simulator.say(call_id, np.full(16_000, 3_000, np.int16))
    async with (
        line.bot.stream("GET", url, headers=token),
        line.bot.stream("GET", url, headers=token),
    ):
        line.simulator.press(call_id, "#")
        done = await line.notifications.until("deleted", status="completed")
        assert done.data["resultInfo"]["subcode"] == 8514
        assert (await line.bot.get(url, headers=token)).status_code == 200


async def test_other_formats_are_refused(line: Line) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    response = await line.bot.post(
        f"/beta/app/calls/{call_id}/record", json={"recordingFormat": "mp3"}
    )
    assert "'recordingFormat'" in assert_graph_error(response, 400, "8523")
