"""The proxy between real clients and the real local Graph, or a server of somebody else."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass

import httpx
import pytest

from app.api.proxy import SERVICE_HOSTS, ForwardProxy
from app.api.upstream import Upstream
from tests.helpers.local_graph import ACTIVE, ANSWER, Line, local_graph
from tests.helpers.raw_http import exchange
from tests.helpers.tls_server import tls_server
from tests.helpers.watch import Watch
from tests.helpers.wire_server import answer, free_port, wire_server

CALLS = "/v1.0/communications/calls"
BEARER = {"Authorization": "Bearer x"}


@dataclass
class Proxied:
    line: Line
    proxy: ForwardProxy
    watch: Watch

    def client(self, *authorities: bytes) -> httpx.AsyncClient:
        """A client of the proxy that trusts the run's authority, or those given."""
        pems = authorities or (self.line.graph.authority.pem,)
        trust = ssl.create_default_context(cadata="\n".join(pem.decode() for pem in pems))
        return httpx.AsyncClient(
            proxy=self.proxy.url, verify=trust, trust_env=False, headers=BEARER
        )


@asynccontextmanager
async def started() -> AsyncIterator[Proxied]:
    async with local_graph() as line:
        proxy = ForwardProxy(line.graph, line.journal, Upstream({}))
        await proxy.start()
        try:
            yield Proxied(line, proxy, Watch(line.journal))
        finally:
            await proxy.stop()


@pytest.fixture
async def proxied() -> AsyncIterator[Proxied]:
    async with started() as made:
        yield made


async def test_the_three_hosts_are_answered(proxied: Proxied) -> None:
    async with proxied.client() as bot:
        calls = await bot.get(f"https://graph.microsoft.com{CALLS}")
        login = await bot.get(
            "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"
        )
        skype = await bot.get("https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration")
    assert calls.json()["@odata.context"].startswith("https://graph.microsoft.com/v1.0/")
    assert login.json()["token_endpoint"] == (
        "https://login.microsoftonline.com/common/oauth2/v2.0/token"
    )
    assert skype.json()["jwks_uri"] == "https://api.aps.skype.com/v1/.well-known/keys"
    urls = [exchange.url for exchange in proxied.watch.exchanges]
    assert urls[0] == f"https://graph.microsoft.com{CALLS}"


async def test_a_recording_is_fetched_from_graph_itself(proxied: Proxied) -> None:
    line = proxied.line
    path = await line.call()
    async with proxied.client() as bot:
        url = f"https://graph.microsoft.com{path}"
        assert (await bot.post(f"{url}/answer", json=ANSWER)).status_code == 202
        await line.notifications.until("updated", mediaState=ACTIVE)
        body = {"playBeep": False, "stopTones": ["1"]}
        running = await bot.post(f"{url}/recordResponse", json=body)
        assert running.headers["location"].startswith(f"{url}/operations/")
        line.simulator.press(path.rpartition("/")[2], "1")
        done = await line.notifications.until("deleted", status="completed")
        location = done.data["recordingLocation"]
        assert location.startswith("https://graph.microsoft.com/recordings/")
        token = {"Authorization": f"Bearer {done.data['recordingAccessToken']}"}
        assert (await bot.get(location, headers=token)).content.startswith(b"RIFF")


async def test_another_host_passes_through_untouched(proxied: Proxied) -> None:
    with tls_server() as other:
        async with proxied.client(other.authority) as bot:
            reply = await bot.get(f"https://localhost:{other.port}/x?y")
        assert reply.text == "somebody else: /x?y"
        async with proxied.client() as bot:
            with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                await bot.get(f"https://localhost:{other.port}/")
    assert proxied.watch.exchanges == []


async def test_plain_http_passes_through(proxied: Proxied) -> None:
    async with wire_server(lambda seen: answer(200, seen.body)) as other:
        async with proxied.client() as bot:
            reply = await bot.post(f"http://127.0.0.1:{other.port}/x?y", content=b"z" * 100_000)
        assert reply.content == b"z" * 100_000
        assert other.seen[0].path == "/x?y"
        assert other.seen[0].headers["connection"] == "close"


async def test_a_client_that_sends_whole_urls_to_the_proxy(proxied: Proxied) -> None:
    """As axios did for years."""
    request = (
        f"GET https://graph.microsoft.com{CALLS} HTTP/1.1\r\nHost: graph.microsoft.com\r\n"
        "Authorization: Bearer x\r\n\r\n"
    )
    reply = await exchange(proxied.proxy.port, request.encode())
    assert reply.status == 200
    assert reply.json()["@odata.context"].startswith("https://graph.microsoft.com/v1.0/")


async def test_a_bare_handshake_is_taken_too(proxied: Proxied) -> None:
    """What versions of Node do that know no proxy."""
    trust = ssl.create_default_context(cadata=proxied.line.graph.authority.pem.decode())
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", proxied.proxy.port, ssl=trust, server_hostname="graph.microsoft.com"
    )
    with closing(writer):
        writer.write(b"GET /v1.0/x HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n")
        assert b" 404 " in await reader.readline()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "evil.example", "graph.microsoft.com:8443", "graph.microsoft.com.evil"]
)
async def test_the_three_names_and_no_other(proxied: Proxied, host: str) -> None:
    async with proxied.client() as bot:
        reply = await bot.get(f"https://graph.microsoft.com{CALLS}", headers={"Host": host})
    assert reply.status_code == 403


async def test_there_is_no_control_plane(proxied: Proxied) -> None:
    async with proxied.client() as bot:
        key = {"X-Callsim-Key": "the-control-key"}
        reply = await bot.get("https://graph.microsoft.com/_sim/calls", headers=key)
    assert reply.status_code == 404
    assert "the-control-key" not in repr(proxied.line.journal.since(0))


@pytest.mark.parametrize("name", SERVICE_HOSTS)
async def test_the_real_hosts_are_never_contacted(proxied: Proxied, name: str) -> None:
    for line in (f"CONNECT {name}:80", f"CONNECT {name}:8443", f"GET http://{name}/"):
        reply = await exchange(proxied.proxy.port, f"{line} HTTP/1.1\r\n\r\n".encode())
        assert reply.status == 400 and b"443 only" in reply.body


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
        (b"GET /_sim/calls HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n", 400),
        (b"CONNECT x HTTP/1.1\r\n\r\n", 400),
        (b"GET http://h/ HTTP/1.1\r\nX: " + b"x" * 100_000 + b"\r\n\r\n", 431),
    ],
)
async def test_what_is_not_for_a_proxy(proxied: Proxied, request_: bytes, status: int) -> None:
    assert (await exchange(proxied.proxy.port, request_)).status == status


async def test_a_host_that_is_not_there(proxied: Proxied) -> None:
    port = await free_port()
    reply = await exchange(
        proxied.proxy.port, f"CONNECT 127.0.0.1:{port} HTTP/1.1\r\n\r\n".encode()
    )
    assert reply.status == 502 and str(port).encode() in reply.body


async def test_a_bot_that_does_not_trust_the_certificate_is_told_of(proxied: Proxied) -> None:
    with tls_server() as other:
        async with proxied.client(other.authority) as bot:
            with pytest.raises(httpx.ConnectError):
                await bot.get(f"https://graph.microsoft.com{CALLS}")
        await proxied.watch.kind("warning")
    assert "graph.microsoft.com" in proxied.watch.warnings[0]
    assert "trust" in proxied.watch.warnings[0]


async def test_clients_that_come_and_go(proxied: Proxied) -> None:
    """Nothing is logged as an error (conftest looks), and the proxy goes on."""
    for said in (b"", b"\x16", b"\x16\x03\x01", b"CONN", b"CONNECT graph.microsoft.com:443 HTTP"):
        _, writer = await asyncio.open_connection("127.0.0.1", proxied.proxy.port)
        writer.write(said)
        writer.close()
        await writer.wait_closed()
    async with proxied.client() as bot:
        assert (await bot.get(f"https://graph.microsoft.com{CALLS}")).status_code == 200


async def test_stop_ends_what_is_open() -> None:
    async with started() as made:
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection("127.0.0.1", made.proxy.port)
            writer.write(b"CONNECT graph.microsoft.com:443 HTTP/1.1\r\n\r\n")
            assert b" 200 " in await reader.readline()
            await made.proxy.stop()
            await reader.read()
        writer.close()
