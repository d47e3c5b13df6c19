from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.outbound.connections import CheckedClient
from app.outbound.exchange import ask
from app.outbound.reply import Reply
from app.outbound.targets import Targets
from app.runtime.ports import TargetRefused
from tests.helpers.wire_server import Seen, answer, free_port, wire_server


async def send(url: str, content: bytes | None = None, **more: Any) -> Reply:
    options: dict[str, Any] = {"limit": 1000, "seconds": 10.0, "listener": "bot"} | more
    client = CheckedClient(Targets((), None).addresses)
    try:
        return await ask(client, "POST", url, {"Accept": "a/b"}, content, **options)
    finally:
        await client.close()


async def test_what_is_sent_is_what_was_asked_for() -> None:
    async with wire_server() as server:
        reply = await send(f"{server.url}/x?y=1", b"hello")
    seen = server.seen[0]
    assert (seen.method, seen.path, seen.body) == ("POST", "/x?y=1", b"hello")
    assert seen.headers == {
        "host": f"127.0.0.1:{server.port}",
        "accept": "a/b",
        "content-length": "5",
    }
    assert [name for name, _ in reply.request_headers] == seen.header_names
    assert (reply.status, reply.error, reply.body) == (202, None, b"")


async def test_a_post_without_content_has_length_zero() -> None:
    async with wire_server() as server:
        await send(server.url)
    assert server.seen[0].headers["content-length"] == "0"


async def test_the_answer_is_kept_as_it_was() -> None:
    body = b"\x1f\x8bnot really gzip"
    async with wire_server(
        lambda seen: answer(418, body, Content_Encoding="gzip", X_Odd="\xe9")
    ) as server:
        reply = await send(server.url)
    assert (reply.status, reply.body, reply.truncated) == (418, body, False)
    assert reply.header("content-encoding") == "gzip"


@pytest.mark.parametrize(("size", "truncated"), [(1000, False), (1001, True), (500_000, True)])
async def test_the_body_is_read_up_to_a_limit(size: int, truncated: bool) -> None:
    async with wire_server(lambda seen: answer(200, b"x" * size)) as server:
        reply = await send(server.url)
    assert reply.truncated is truncated
    assert reply.body == b"x" * min(size, 1000)
    assert reply.error is None


async def test_an_endless_body_does_no_harm() -> None:
    chunk = b"8\r\nabcdefgh\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with wire_server(lambda seen: head + chunk * 1000) as server:
        reply = await send(server.url)
    assert (reply.status, len(reply.body), reply.truncated) == (200, 1000, True)


async def test_nobody_listens() -> None:
    port = await free_port()
    reply = await send(f"http://127.0.0.1:{port}/x")
    assert reply.status is None
    assert reply.error == f"connection refused: no bot listens at http://127.0.0.1:{port}"


async def test_no_answer_in_time() -> None:
    async def silent(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(silent) as server:
        reply = await send(server.url, seconds=0.05)
    assert reply.status is None
    assert reply.error == f"timed out after 0.1 s: no answer from the bot at {server.url}"


async def test_a_body_that_does_not_end_in_time() -> None:
    half = b"HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\nhalf"
    async with wire_server(lambda seen: half) as server:
        reply = await send(server.url, seconds=0.2)
    assert (reply.status, reply.body) == (202, b"half")
    assert reply.error is not None
    assert reply.error.startswith("timed out after 0.2 s")


async def test_a_server_that_closes_without_an_answer() -> None:
    async with wire_server(lambda seen: b"") as server:
        reply = await send(server.url)
    assert reply.status is None
    assert reply.error == f"the bot at {server.url} closed the connection without an answer"


async def test_something_that_does_not_speak_http() -> None:
    async with wire_server(lambda seen: b"220 mail.example ESMTP\r\n\r\n") as server:
        reply = await send(server.url)
    assert reply.status is None
    assert "did not answer in HTTP" in str(reply.error)


@pytest.mark.parametrize("url", ["http://127.0.0.1:x/", "http://["])
async def test_an_address_that_is_none(url: str) -> None:
    reply = await send(url)
    assert reply.status is None
    assert reply.error


async def test_a_refused_target_is_for_the_caller() -> None:
    with pytest.raises(TargetRefused):
        await send("http://10.0.0.1/")


@pytest.mark.expects_error_log("POST .* failed")
async def test_a_fault_of_our_own_is_logged_and_told() -> None:
    async def broken(host: str) -> list[str]:
        raise LookupError("a fault")

    client = CheckedClient(broken)
    reply = await ask(client, "POST", "http://x/", {}, limit=1, seconds=5.0, listener="bot")
    await client.close()
    assert reply.status is None
    assert reply.error == "internal error of the simulator: LookupError (see its log)"
