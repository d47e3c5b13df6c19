"""What the journal keeps of an exchange, and that nothing sent over HTTP makes the server fail."""

from __future__ import annotations

import asyncio
import hashlib
import json
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.api.exchanges import RequestIds
from app.graph.profiles import V1
from app.runtime.bodies import was_cut
from app.runtime.records import HttpExchange
from tests.helpers.local_graph import KEY, Line
from tests.helpers.raw_http import exchange


def last(line: Line) -> HttpExchange:
    """The newest exchange."""
    found = [record.exchange for record in line.journal.since(0) if record.exchange]
    return found[-1]


async def test_exchange_is_recorded_as_it_went_over_the_wire(line: Line) -> None:
    path = await line.established()
    body = '{"clientContext": "é"}'
    response = await line.bot.post(f"{path}/recordResponse?a=b%20c", content=body.encode())
    (record,) = [r for r in line.journal.since(0) if r.exchange and "?a=b" in r.exchange.url]
    assert record.kind == "exchange"
    assert record.call_id == path.rpartition("/")[2]
    assert record.operation_id == response.json()["id"]
    kept = record.exchange
    assert kept is not None
    assert (kept.kind, kept.direction, kept.method, kept.attempt) == ("api", "in", "POST", 1)
    assert kept.url == f"{line.graph.base_url}{path}/recordResponse?a=b%20c"
    assert kept.request_body == body
    assert ("Authorization", "Bearer any-token") in kept.request_headers
    assert kept.status == 200
    assert kept.response_body == response.text
    sent = [(name.decode(), value.decode()) for name, value in response.headers.raw]
    assert kept.response_headers == tuple(sent)
    assert 0 < kept.seconds < 10
    assert kept.started.tzinfo is not None
    assert kept.error is None


async def test_refusals_are_recorded_with_what_was_sent(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(
        f"{path}/recordResponse", content=b"text", headers={"Content-Type": "text/plain"}
    )
    kept = last(line)
    assert (kept.status, kept.request_body) == (415, "text")
    assert kept.response_body == response.text


async def test_control_plane_is_no_part_of_it(line: Line) -> None:
    before = line.journal.last
    assert (await line.control.get("/calls")).status_code == 200
    assert (await line.control.get("/nothing")).status_code == 404
    assert line.journal.last == before


async def test_control_key_that_went_astray_is_not_kept(line: Line) -> None:
    await line.bot.get("/nowhere", headers={"x-callsim-key": KEY})
    kept = last(line)
    assert dict(kept.request_headers)["x-callsim-key"] == "[redacted]"
    assert KEY not in str(kept)
    assert ("Authorization", "Bearer any-token") in kept.request_headers


async def test_recording_is_noted_and_not_kept(line: Line) -> None:
    take = line.simulator.recordings.add("the-call", "the-operation", np.ones(1600, np.int16))
    await line.bot.get(f"/recordings/{take.id}", headers={"Authorization": f"Bearer {take.token}"})
    (record,) = [record for record in line.journal.since(0) if record.exchange]
    assert (record.call_id, record.operation_id) == ("the-call", "the-operation")
    kept = last(line)
    assert kept.kind == "download"
    digest = hashlib.sha256(take.wav).hexdigest()
    assert kept.response_body == (
        f"[recording: 3,244 bytes, application/octet-stream, SHA-256 {digest}]"
    )


async def test_a_long_body_is_kept_whole_outside_of_memory(line: Line) -> None:
    body = json.dumps({"clientContext": "é" * 500_000, "end": True}, ensure_ascii=False)
    await line.bot.post("/v1.0/communications/calls", content=body.encode())
    kept = last(line)
    assert len(kept.request_body) < 70_000 and was_cut(kept.request_body)
    assert kept.whole().request_body == body


async def test_what_says_that_it_is_audio_is_noted_and_not_kept(line: Line) -> None:
    await line.bot.post("/nowhere", content=b"RIFF" * 9, headers={"Content-Type": "audio/wav"})
    assert last(line).request_body.startswith("[audio: 36 bytes, audio/wav, SHA-256 ")


async def test_bytes_that_are_no_text_can_be_shown(line: Line) -> None:
    await line.bot.post("/nowhere", content=b"\xff", headers={"X": b"caf\xe9"})  # type: ignore[dict-item]
    kept = last(line)
    assert kept.request_body == "\ufffd"
    str(kept.request_headers).encode()


async def test_answer_that_nobody_takes_is_recorded(line: Line) -> None:
    """The bot leaves in the middle of a long recording."""
    take = line.simulator.recordings.add("c", "o", np.zeros(10_000_000, np.int16))
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    writer.write(
        f"GET /recordings/{take.id} HTTP/1.1\r\nHost: 127.0.0.1:{line.graph.port}\r\n"
        f"Authorization: Bearer {take.token}\r\n\r\n".encode()
    )
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    recorded = asyncio.Event()
    stop = line.journal.listen(lambda _: recorded.set())
    writer.transport.abort()
    async with asyncio.timeout(10):
        await recorded.wait()
    stop()
    assert "could not be delivered" in (last(line).error or "")


@pytest.mark.expects_error_log("failed", "a fault of ours")
async def test_fault_of_ours_is_500_in_graphs_shape(line: Line) -> None:
    path = await line.established()
    with patch.object(
        line.simulator.bot, "record_response", side_effect=RuntimeError("a fault of ours")
    ):
        response = await line.bot.post(f"{path}/recordResponse", json={})
    assert response.status_code == 500
    error = response.json()["error"]
    assert (error["code"], "a fault" in error["message"]) == ("9999", False)
    assert last(line).status == 500
    assert (await line.bot.get(path)).status_code == 200


PARTS = (
    "v1.0 communications calls {id} recordResponse operations recordings _sim %00 %2f %ff % .. . "
    "é ? # a:b *"
)
TARGETS = st.binary(max_size=60).map(
    lambda raw: b"/" + bytes(b for b in raw if b > 32 and b != 127)
) | st.lists(st.sampled_from(["", *PARTS.split()]), max_size=7).map(
    lambda parts: ("/" + "/".join(parts)).encode()
)
VALUES = st.binary(max_size=30).map(lambda raw: bytes(b for b in raw if b >= 32 and b != 127))
NAMES = st.sampled_from(
    b"Authorization Content-Type client-request-id Origin Accept Expect Content-Encoding "
    b"X-Callsim-Key Last-Event-ID Sec-Fetch-Site Range".split()
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    method=st.sampled_from([b"GET", b"POST", b"DELETE", b"PUT", b"OPTIONS", b"PATCH"]),
    target=TARGETS,
    headers=st.dictionaries(NAMES, VALUES, max_size=4),
    body=st.binary(max_size=40),
)
@example(method=b"OPTIONS", target=b"*", headers={}, body=b"")
@example(method=b"GET", target=b"http://other.example/v1.0", headers={}, body=b"")
@example(method=b"GET", target=b"//other.example:99999/", headers={}, body=b"")
async def test_no_request_makes_the_server_fail(
    line: Line, method: bytes, target: bytes, headers: dict[bytes, bytes], body: bytes
) -> None:
    """Only 2xx and 4xx with a JSON error, for any path, header and body."""
    lines = [b"Host: 127.0.0.1:%d" % line.graph.port, b"Content-Length: %d" % len(body)]
    lines += [b"%s: %s" % header for header in headers.items()]
    request = b"\r\n".join([b"%s %s HTTP/1.1" % (method, target), *lines, b"", body])
    answer = await exchange(line.graph.port, request)
    if answer.status >= 300:
        assert 400 <= answer.status < 500
        assert answer.headers["content-type"] == "application/json"
        error = answer.json()["error"]
        assert error["code"] and error["message"]
    for record in line.journal.since(0):
        str(record).encode()


def test_request_ids_count_up_and_stay_guids() -> None:
    ids = RequestIds("57dab8b1-894c-409a-b240-ffffffffffff")
    assert ids.next() == "57dab8b1-894c-409a-b240-000000000000"
    assert ids.next() == "57dab8b1-894c-409a-b240-000000000001"


def test_only_one_generation_is_served_yet() -> None:
    assert V1.call_roots == ("/communications/calls",)
