"""The way to the hosts that the proxy does not answer for: straight, or by the user's own proxy."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

CONNECT_SECONDS: Final = 30.0


class Unreachable(Exception):
    """A host cannot be connected to; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Both directions of a connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Upstream:
    """Belongs to one event loop. ``proxies`` are those of the user, by scheme, as urllib finds
    them; raises ValueError for one that is not spoken to over plain http."""

    def __init__(self, proxies: Mapping[str, str] | None = None) -> None:
        found = (getproxies() if proxies is None else proxies).get("https", "")
        self._proxy: SplitResult | None = None
        if found:
            self._proxy = urlsplit(found if "://" in found else f"http://{found}")
            if self._proxy.scheme != "http" or not self._proxy.hostname:
                raise ValueError(
                    f"The proxy of this machine ({self._proxy.scheme}://…, in HTTPS_PROXY) cannot "
                    "be passed through: only http:// ones can. Unset it to connect directly."
                )

    async def tunnel(self, host: str, port: int) -> Stream:
        """Connect to ``host``, by the user's proxy where there is one. Raises Unreachable."""
        proxy = self._proxy
        if proxy is None or await asyncio.to_thread(proxy_bypass, f"{host}:{port}"):
            return await self.connect(host, port)
        assert proxy.hostname is not None
        stream = await self.connect(proxy.hostname, proxy.port or 80)
        where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        lines = [f"CONNECT {where} HTTP/1.1", f"Host: {where}"]
        if proxy.username is not None:
            secret = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
            lines.append(f"Proxy-Authorization: Basic {base64.b64encode(secret.encode()).decode()}")
        stream.writer.write("\r\n".join((*lines, "", "")).encode())
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                answer = await stream.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, TimeoutError):
            answer = b"(nothing)"
        first = answer.partition(b"\r\n")[0].decode("latin-1")
        if first.split(" ")[1:2] != ["200"]:
            stream.writer.close()
            raise Unreachable(f"The proxy of this machine answered for {where}: {first[:200]}")
        return stream

    async def connect(self, host: str, port: int, *, secure: bool = False) -> Stream:
        """Connect to ``host`` itself, with TLS where ``secure``. Raises Unreachable."""
        try:
            context = await asyncio.to_thread(ssl.create_default_context) if secure else None
            async with asyncio.timeout(CONNECT_SECONDS):
                return Stream(*await asyncio.open_connection(host, port, ssl=context))
        except TimeoutError:
            raise Unreachable(f"{host}:{port} cannot be reached: no answer in time.") from None
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"{host}:{port} cannot be reached: {error}.") from None
