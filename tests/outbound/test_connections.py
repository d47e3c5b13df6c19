from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from app.outbound.connections import Addresses, CheckedClient, read_url
from app.outbound.targets import Targets
from app.runtime.ports import TargetRefused
from tests.helpers.wire_server import answer, free_port, wire_server

CERTIFICATE = Path(__file__).parent.parent / "data" / "tls" / "bot.example.pem"


class Names:
    """A name server whose entries a test changes."""

    def __init__(self, **known: list[str]) -> None:
        self.known = known
        self.asked = 0

    async def __call__(self, name: str) -> list[str]:
        self.asked += 1
        try:
            return self.known[name.removesuffix(".example")]
        except KeyError:
            raise OSError(-2, "Name or service not known") from None


@asynccontextmanager
async def open_client(addresses: Addresses) -> AsyncIterator[CheckedClient]:
    made = CheckedClient(addresses)
    try:
        yield made
    finally:
        await made.close()


@asynccontextmanager
async def client(names: Names, *allowed: str) -> AsyncIterator[CheckedClient]:
    async with open_client(Targets(allowed, None, names).addresses) as made:
        yield made


async def get(http: CheckedClient, url: str) -> int:
    """Return the status of the answer, whose body is read."""
    response = await http.request("GET", read_url(url), {})
    async with response:
        await response.read()
    return response.status


async def test_a_name_is_resolved_by_the_policy_and_kept_in_the_host_header() -> None:
    names = Names(bot=["127.0.0.1"])
    async with wire_server() as server, client(names) as http:
        status = await get(http, f"http://bot.example:{server.port}/x")
    assert status == 202
    assert server.seen[0].headers["host"] == f"bot.example:{server.port}"
    assert names.asked == 1


async def test_a_name_rebound_after_its_check_is_not_connected_to() -> None:
    """The attack: at the check the name is this computer, at the use it is somewhere else."""
    names = Names(bot=["127.0.0.1"])
    policy = Targets((), None, names)
    async with wire_server() as server, open_client(policy.addresses) as http:
        url = f"http://bot.example:{server.port}/"
        await policy.check(url, "webhook")
        names.known["bot"] = ["10.0.0.7"]
        with pytest.raises(TargetRefused, match=r"10\.0\.0\.7"):
            await get(http, url)
        names.known["bot"] = ["127.0.0.1", "169.254.169.254"]
        with pytest.raises(TargetRefused, match="link-local"):
            await get(http, url)
        names.known["bot"] = ["127.0.0.1"]
        assert await get(http, url) == 202, "a refusal leaves the client usable"


async def test_the_check_holds_for_addresses_in_urls_too() -> None:
    async with client(Names()) as http:
        for url in ("http://192.168.1.1/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/"):
            with pytest.raises(TargetRefused):
                await get(http, url)


async def test_each_address_is_tried_until_one_answers() -> None:
    async with wire_server() as server, client(Names(bot=["::1", "127.0.0.1"])) as http:
        status = await get(http, f"http://bot.example:{server.port}/")
    assert status == 202


async def test_localhost_reaches_a_server_on_either_loopback() -> None:
    async with wire_server() as server, client(Names()) as http:
        assert await get(http, f"http://localhost:{server.port}/") == 202
        assert await get(http, f"http://localhost:{server.port}/") == 202
    assert server.connections == 1, "the connection is kept"


async def test_nobody_listens() -> None:
    port = await free_port()
    async with client(Names(bot=["127.0.0.1", "::1"])) as http:
        with pytest.raises(aiohttp.ClientConnectorError):
            await get(http, f"http://bot.example:{port}/")


async def test_a_name_that_cannot_be_resolved() -> None:
    async with client(Names(), "gone.example") as http:
        with pytest.raises(aiohttp.ClientConnectorDNSError, match="not known"):
            await get(http, "http://gone.example/")


async def test_a_name_that_is_not_resolved_in_time() -> None:
    async def never(name: str) -> list[str]:
        await asyncio.Event().wait()
        return []

    async with open_client(Targets((), None, never).addresses) as http:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await get(http, "http://slow.example/")


async def test_redirects_are_not_followed() -> None:
    redirect = answer(302, Location="/there")
    async with wire_server(lambda seen: redirect) as server, client(Names()) as http:
        status = await get(http, server.url)
    assert status == 302
    assert len(server.seen) == 1


async def test_a_connection_that_breaks_off_is_an_error_of_aiohttp() -> None:
    async with wire_server(lambda seen: b"") as server, client(Names()) as http:
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await get(http, server.url)
    part = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"
    async with wire_server(lambda seen: part) as server, client(Names()) as http:
        response = await http.request("GET", read_url(server.url), {})
        server.hang_up()
        with pytest.raises(aiohttp.ClientPayloadError):
            await response.read()


@pytest.mark.parametrize("host", ["2852039166", "127.1", "169.254.43518", "0251.0376.0251.0376"])
async def test_a_number_that_only_the_system_takes_for_an_address(host: str) -> None:
    """The attack: 2852039166 is 169.254.169.254 to the system, and no address to a check."""
    async with client(Names()) as http:
        with pytest.raises((OSError, aiohttp.InvalidURL)):
            await get(http, f"http://{host}/")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("http://h/a%2Fb%20c?sig=a%2Bb%3D&x=~", "/a%2Fb%20c?sig=a%2Bb%3D&x=~"),
        ("http://h/a b?q=\u00e9", "/a%20b?q=%C3%A9"),
    ],
)
def test_escapes_stay_as_the_bot_wrote_them(given: str, sent: str) -> None:
    assert read_url(given).raw_path_qs == sent


async def test_proxies_of_the_machine_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    port = await free_port()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    async with wire_server() as server, client(Names(bot=["127.0.0.1"])) as http:
        assert await get(http, f"http://bot.example:{server.port}/") == 202


async def test_https_checks_the_certificate_for_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    names = Names(bot=["127.0.0.1"], other=["127.0.0.1"])
    async with wire_server(certificate=CERTIFICATE) as server, client(names) as http:
        assert await get(http, f"https://bot.example:{server.port}/") == 202
        with pytest.raises(aiohttp.ClientConnectorCertificateError, match="Hostname mismatch"):
            await get(http, f"https://other.example:{server.port}/")
    assert server.seen[0].headers["host"] == f"bot.example:{server.port}"
    assert len(server.seen) == 1, "same address, other name: the first connection is not reused"


async def test_https_refuses_a_certificate_that_nobody_vouches_for() -> None:
    async with (
        wire_server(certificate=CERTIFICATE) as server,
        client(Names(bot=["127.0.0.1"])) as http,
    ):
        with pytest.raises(aiohttp.ClientConnectorCertificateError, match="self-signed"):
            await get(http, f"https://bot.example:{server.port}/")
    assert server.seen == []
