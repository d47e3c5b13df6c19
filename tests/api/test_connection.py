"""What is no proper HTTP is answered in Graph's shape too, and limits hold before any handler."""

from __future__ import annotations

import asyncio

import pytest

from app.api import connection
from app.api.connection import HEADER_BYTES, HEADER_COUNT
from app.runtime.records import Record
from tests.helpers.local_graph import Line
from tests.helpers.raw_http import RawAnswer, exchange, read_answer

TLS_HELLO = bytes.fromhex("16030100c8010000c40303") + bytes(range(200))


def assert_bad_request(answer: RawAnswer) -> str:
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/json"
    error = answer.json()["error"]
    assert error["code"] == "BadRequest"
    assert error["innerError"]["request-id"] == answer.headers["request-id"]
    message = error["message"]
    assert isinstance(message, str)
    return message


def get(line: Line, *headers: str, path: str = "/v1.0/communications/calls") -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{line.graph.port}", *headers]
    return ("\r\n".join([*lines, "Authorization: Bearer x", "", ""])).encode("latin-1")


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\nnonsense\r\n\r\n",
        b"GET\r\n\r\n",
        b"BREW /coffee HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nA: b\x00c\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        TLS_HELLO,
    ],
)
async def test_what_is_not_http_is_400(line: Line, request_bytes: bytes) -> None:
    message = assert_bad_request(await exchange(line.graph.port, request_bytes))
    assert "cannot be read as HTTP" in message


async def test_bot_with_an_https_address_is_told(line: Line) -> None:
    await exchange(line.graph.port, TLS_HELLO)
    (record,) = [record for record in line.journal.since(0) if record.kind == "warning"]
    assert f"plain http: {line.graph.base_url}" in record.data["message"]


async def test_long_and_many_headers_are_refused(line: Line) -> None:
    port = line.graph.port
    token = f"X: {'x' * (HEADER_BYTES - 200)}"
    assert (await exchange(port, get(line, token))).status == 200
    assert_bad_request(await exchange(port, get(line, f"X: {'x' * (HEADER_BYTES + 10)}")))
    assert_bad_request(await exchange(port, get(line, path="/" + "x" * (HEADER_BYTES + 10))))
    many = [f"X-{number}: x" for number in range(HEADER_COUNT + 10)]
    assert_bad_request(await exchange(port, get(line, *many)))


async def test_two_hosts_are_refused(line: Line) -> None:
    answer = await exchange(line.graph.port, get(line, "Host: attacker.example"))
    assert answer.status in (400, 403)


async def test_connection_is_used_again(line: Line) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    for _ in range(2):
        writer.write(get(line))
        assert (await read_answer(reader)).status == 200
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("sent", [b"", b"GET /v1.0/comm", b"GET / HTTP/1.1\r\nHost: x\r\nSlow"])
async def test_client_that_never_gets_to_the_point_is_dropped(
    monkeypatch: pytest.MonkeyPatch, line: Line, sent: bytes
) -> None:
    monkeypatch.setattr(connection, "IDLE_SECONDS", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    writer.write(sent)
    async with asyncio.timeout(10):
        assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()


async def test_client_that_leaves_in_the_middle_is_recorded(line: Line) -> None:
    request = get(line, "Content-Length: 10", "Expect: 100-continue").replace(b"GET", b"POST")
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    writer.write(request)
    # The server is waiting for the body.
    assert await reader.readline() == b"HTTP/1.1 100 Continue\r\n"
    recorded: asyncio.Future[Record] = asyncio.get_running_loop().create_future()
    stop = line.journal.listen(recorded.set_result)
    writer.close()
    async with asyncio.timeout(10):
        exchange = (await recorded).exchange
    stop()
    assert exchange is not None
    assert (exchange.method, exchange.status, exchange.response_headers) == ("POST", None, ())
    assert "left before it was answered" in (exchange.error or "")


async def test_connection_ends_after_nonsense(line: Line) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    writer.write(b"nonsense\r\n\r\n")
    assert (await read_answer(reader)).status == 400
    async with asyncio.timeout(10):
        assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
