from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from app.api.upstream import Unreachable, Upstream
from tests.helpers.wire_server import Seen, free_port, wire_server


async def test_straight_to_the_host() -> None:
    async with wire_server() as other:
        stream = await Upstream({}).tunnel("127.0.0.1", other.port)
        stream.writer.write(b"GET /x HTTP/1.1\r\n\r\n")
        [seen] = await other.until(1)
        stream.writer.close()
    assert seen.path == "/x"


async def test_by_the_proxy_of_the_user() -> None:
    def script(seen: Seen) -> bytes:
        if seen.method == "CONNECT":
            return b"HTTP/1.1 200 OK\r\nVia: x\r\n\r\n"
        return b"HTTP/1.1 204 Through\r\n\r\n"

    async with wire_server(script) as proxy:
        upstream = Upstream({"https": f"http://me:a%40b@127.0.0.1:{proxy.port}"})
        stream = await upstream.tunnel("far.example", 443)
        stream.writer.write(b"GET /y HTTP/1.1\r\n\r\n")
        assert (await stream.reader.readline()).startswith(b"HTTP/1.1 204")
        stream.writer.close()
    assert [seen.method for seen in proxy.seen] == ["CONNECT", "GET"]
    assert proxy.seen[0].path == "far.example:443"
    assert proxy.seen[0].headers["proxy-authorization"] == "Basic bWU6YUBi"  # me:a@b


@pytest.mark.parametrize("reply", [b"HTTP/1.1 407 Who are you\r\n\r\n", b""])
async def test_a_proxy_that_refuses(reply: bytes) -> None:
    async with wire_server(lambda seen: reply) as proxy:
        upstream = Upstream({"https": f"127.0.0.1:{proxy.port}"})
        with pytest.raises(Unreachable, match=r"far\.example:443"):
            await upstream.tunnel("far.example", 443)


async def test_hosts_that_the_user_excepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    async with wire_server() as other:
        upstream = Upstream({"https": f"http://127.0.0.1:{await free_port()}"})
        stream = await upstream.tunnel("127.0.0.1", other.port)
        stream.writer.close()
        with suppress(OSError):
            await stream.writer.wait_closed()


async def test_a_host_that_cannot_be_reached() -> None:
    port = await free_port()
    with pytest.raises(Unreachable, match=str(port)):
        await Upstream({}).connect("127.0.0.1", port)
    with pytest.raises(Unreachable, match="cannot be reached"):
        await Upstream({}).connect("x" * 70 + ".example", 443)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://"])
def test_a_proxy_of_another_kind_is_said(proxy: str) -> None:
    with pytest.raises(ValueError, match="HTTPS_PROXY"):
        Upstream({"https": proxy})


async def test_that_the_machine_is_asked_when_nothing_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with wire_server(lambda seen: b"HTTP/1.1 403 No\r\n\r\n") as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(Unreachable, match="403"):
            await Upstream().tunnel("far.example", 443)
        await asyncio.sleep(0)
    assert proxy.seen[0].method == "CONNECT"
