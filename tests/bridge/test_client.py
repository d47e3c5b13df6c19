from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from app.bridge.answered import Answered, BadTrust, Unanswered
from app.bridge.client import MOST_BYTES, RealClient
from tests.helpers.echoing_graph import echoing_graph
from tests.helpers.wire_server import Seen, WireServer, answer, free_port, wire_server

CERTIFICATE = Path(__file__).parent.parent / "data" / "tls" / "bot.example.pem"


@asynccontextmanager
async def client(ca_file: str | None = None) -> AsyncIterator[RealClient]:
    made = RealClient(ca_file)
    try:
        yield made
    finally:
        await made.close()


async def send(url: str, body: bytes = b"{}", seconds: float = 10.0) -> Answered:
    async with client() as made:
        return await made.send("POST", url, (("X-Own", "1"),), body, seconds=seconds)


async def failure(url: str, seconds: float = 10.0) -> Unanswered:
    with pytest.raises(Unanswered) as caught:
        await send(url, seconds=seconds)
    return caught.value


async def test_what_is_sent_and_what_comes_back() -> None:
    async with wire_server(lambda seen: answer(429, b"wait", Retry_After="7")) as server:
        answered = await send(f"{server.url}/v1.0/x?y=%2F")
    seen = server.seen[0]
    assert (seen.method, seen.path, seen.body) == ("POST", "/v1.0/x?y=%2F", b"{}")
    assert seen.headers["x-own"] == "1" and seen.headers["content-length"] == "2"
    assert (answered.status, answered.body) == (429, b"wait")
    assert answered.header("retry-after") == "7"


async def test_redirects_are_handed_on() -> None:
    redirect = answer(302, Location="https://elsewhere.example/")
    async with wire_server(lambda seen: redirect) as server:
        assert (await send(server.url)).status == 302
    assert len(server.seen) == 1


async def test_nobody_listens() -> None:
    error = await failure(f"http://127.0.0.1:{await free_port()}/")
    assert (error.trouble, error.sent) == ("network", False)


async def test_a_host_that_is_not_known() -> None:
    error = await failure("https://nowhere.invalid/")
    assert (error.trouble, error.sent) == ("dns", False)


async def test_no_answer_in_time() -> None:
    async def silent(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(silent) as server:
        error = await failure(server.url, 0.2)
        assert len(server.seen) == 1, "it is not sent a second time"
    assert (error.trouble, error.sent) == ("timeout", True)


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"220 mail.example ESMTP\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nplanted",
        b"HTTP/1.1 200 OK\r\nX-Large: " + b"planted" * 20_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 5_000 + b"\r\n",
    ],
)
async def test_an_answer_that_breaks_off(reply: bytes) -> None:
    async with wire_server(lambda seen: reply) as server:
        error = await failure(server.url)
        assert len(server.seen) == 1, "it is not sent a second time"
    assert (error.trouble, error.sent) == ("broken", True)
    assert "planted" not in str(error), "nothing of it is quoted"


async def test_an_answer_that_is_too_large() -> None:
    async with wire_server(lambda seen: answer(200, b"x" * (MOST_BYTES + 1))) as server:
        error = await failure(server.url)
    assert error.trouble == "tooLarge"


async def test_a_connection_that_fails_at_first_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing can have arrived, so nothing is sent twice."""
    attempts: list[str] = []
    key = ConnectionKey("127.0.0.1", 9, False, True, None, None, None)
    refused = aiohttp.ClientConnectorError(key, OSError("the network came back a moment later"))
    once = RealClient._once

    async def flaky(self: RealClient, method: str, *rest: object) -> Answered:
        attempts.append(method)
        if len(attempts) == 1:
            raise refused
        again: Callable[..., Awaitable[Answered]] = once
        return await again(self, method, *rest)

    monkeypatch.setattr(RealClient, "_once", flaky)
    async with wire_server() as server:
        assert (await send(server.url)).status == 202
    assert len(attempts) == 2 and len(server.seen) == 1


@asynccontextmanager
async def https_server() -> AsyncIterator[WireServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    made = WireServer()
    server = await asyncio.start_server(made.accept, "127.0.0.1", 0, ssl=context)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        await made.stop(server)


async def test_a_certificate_that_nobody_vouches_for() -> None:
    async with https_server() as server:
        error = await failure(f"https://127.0.0.1:{server.port}/")
    assert (error.trouble, error.sent, server.seen) == ("tls", False, [])
    assert "certificate is not trusted" in str(error)


async def test_no_tls_at_the_other_end() -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with server:
        error = await failure(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert (error.trouble, error.sent) == ("tls", False)


async def test_tls_that_does_not_begin_in_time() -> None:
    async with wire_server() as server:
        error = await failure(f"https://127.0.0.1:{server.port}/", 0.2)
    assert (error.trouble, error.sent) == ("timeout", False)


async def test_authorities_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadTrust, match="cannot be read"):
        RealClient(str(tmp_path / "none.pem"))
    (tmp_path / "bad.pem").write_text("no certificate")
    with pytest.raises(BadTrust, match="cannot be read"):
        RealClient(str(tmp_path / "bad.pem"))


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_nothing_is_sent_again_where_a_kept_connection_breaks(method: str) -> None:
    def once(seen: Seen) -> bytes:
        return answer(200, b"{}") if len(server.seen) == 1 else b""

    async with wire_server(once) as server, client() as made:
        await made.send("GET", server.url, (), b"", seconds=10)
        with pytest.raises(Unanswered) as caught:
            await made.send(method, server.url, (), b"", seconds=10)
        assert [seen.connection for seen in server.seen] == [1, 1]
    assert (caught.value.trouble, caught.value.sent) == ("broken", True)


async def test_a_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with wire_server() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert (await send("http://graph.example/v1.0/x")).status == 202
        seen = proxy.seen[0]
        assert (seen.method, seen.path) == ("POST", "http://graph.example/v1.0/x")
        assert seen.headers["host"] == "graph.example"

        monkeypatch.setenv("https_proxy", proxy.url.removeprefix("http://"))
        proxy.script = lambda seen: answer(403, b"")
        error = await failure("https://graph.example/v1.0/x")
        asked = proxy.seen[1]
        assert (asked.method, asked.path) == ("CONNECT", "graph.example:443")
        assert (error.trouble, error.sent) == ("network", False)
        assert "the proxy refused to connect to it (403" in str(error)

        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with wire_server() as server:
            assert (await send(server.url)).status == 202
        assert len(proxy.seen) == 2 and len(server.seen) == 1


async def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    port = await free_port()
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
    error = await failure("https://graph.example/v1.0/x")
    assert (error.trouble, error.sent) == ("network", False)
    assert f"no connection to the proxy 127.0.0.1:{port}" in str(error)


async def test_closed_while_and_before_it_sends() -> None:
    async def silent(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(silent) as server, client() as made:
        asking = asyncio.ensure_future(made.send("GET", server.url, (), b"", seconds=10))
        await server.until(1)
        await made.close()
        with pytest.raises(Unanswered, match="switched meanwhile") as caught:
            await asking
        assert caught.value.sent
        with pytest.raises(Unanswered, match="switched meanwhile") as caught:
            await made.send("GET", server.url, (), b"", seconds=10)
        assert not caught.value.sent and len(server.seen) == 1


@asynccontextmanager
async def tunnelling_proxy() -> AsyncIterator[tuple[str, list[str]]]:
    """A proxy that leads wherever it is told to; yields its address and what it was told."""
    told: list[str] = []
    under_way: list[asyncio.Task[None]] = []

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        under_way.append(asyncio.ensure_future(lead(reader, writer)))

    async def lead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        told.append(head)
        host, _, port = head.split()[1].partition(":")
        there, back = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")

        async def copy(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
            with contextlib.suppress(ConnectionError):
                while part := await source.read(65_536):
                    sink.write(part)
            sink.close()

        await asyncio.gather(copy(reader, back), copy(there, writer))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    try:
        yield f"http://user:word@127.0.0.1:{server.sockets[0].getsockname()[1]}", told
    finally:
        server.close()
        async with asyncio.timeout(10):
            await asyncio.gather(*under_way)


async def test_tls_is_verified_through_a_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    async with echoing_graph(tmp_path) as graph, tunnelling_proxy() as (proxy, told):
        monkeypatch.setenv("https_proxy", proxy)
        async with client(str(graph.ca_file)) as made:
            headers = (("Authorization", "Bearer of-graph"),)
            came = await made.send("GET", f"{graph.url}/v1.0/x", headers, b"", seconds=10)
        assert came.status == 200 and len(graph.server.seen) == 1
        assert graph.server.seen[0].headers["authorization"] == "Bearer of-graph"
        assert "proxy-authorization" not in graph.server.seen[0].headers
        assert told[0].startswith(f"CONNECT 127.0.0.1:{graph.server.port} ")
        assert "Proxy-Authorization: Basic" in told[0] and "of-graph" not in told[0]
        error = await failure(f"{graph.url}/v1.0/x")
    assert (error.trouble, len(graph.server.seen)) == ("tls", 1)
