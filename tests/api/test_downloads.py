"""Recordings as the bot fetches them, over real HTTP."""

from __future__ import annotations

import io
import wave

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
