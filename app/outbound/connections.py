"""The HTTP client for webhooks and prompts: it connects to checked addresses only.

Names are resolved and judged for each new connection, by the resolver that aiohttp is given, and
the connection goes to the very addresses that passed. Host header, SNI and certificate check keep
the name, and connections are pooled by name: none of this holds where a URL is rewritten to the
address instead. aiohttp asks no resolver for an address in a URL, so those are judged for each
request.

A proxy would resolve names itself, out of reach of the check; the machine's proxy settings are
therefore not used.

Importing this module loads aiohttp (0.25 s): do it in a worker.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Any, Final

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

Addresses = Callable[[str], Awaitable[list[str]]]
"""Returns the IP addresses that may be connected to for a host; raises TargetRefused, OSError."""

KEEP_SECONDS: Final = 4.0
"""How long an idle connection is kept: Node's http server and uvicorn close theirs after 5 s, and a
request that crosses the close is lost."""

NOT_OURS: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""Headers that aiohttp would add of itself."""


class CheckedResolver(AbstractResolver):
    """Resolves by ``addresses``."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return what may be connected to. Raises TargetRefused, OSError."""
        return [_resolved(host, port, address) for address in await self._addresses(host)]

    async def close(self) -> None:
        """Nothing to be closed."""


class CheckedClient:
    """Belongs to the event loop in which it was made. Follows no redirect, has no time limits."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._trust: ssl.SSLContext | None = None
        connector = aiohttp.TCPConnector(
            resolver=CheckedResolver(addresses),
            use_dns_cache=False,
            limit=0,
            keepalive_timeout=KEEP_SECONDS,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=NOT_OURS,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
        )

    async def request(
        self, method: str, url: URL, headers: dict[str, str], content: bytes | None = None
    ) -> aiohttp.ClientResponse:
        """Send a request; the caller releases or closes the response.

        Raises TargetRefused, or aiohttp's errors.
        """
        if _is_numeric(url.host or ""):
            await self._addresses(url.host or "")
        options: dict[str, Any] = {}
        if url.scheme == "https":
            options["ssl"] = await self._trusted()
        return await self._session.request(
            method, url, headers=headers, data=content, allow_redirects=False, **options
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    @property
    def closed(self) -> bool:
        """Whether it can no longer be used."""
        return self._session.closed

    async def _trusted(self) -> ssl.SSLContext:
        """Trust what the system trusts (a developer's own authority, SSL_CERT_FILE) and what
        browsers do. Reading all that takes 0.1 s, which is a worker's business."""
        if self._trust is None:
            self._trust = await asyncio.to_thread(_trust)
        return self._trust


def read_url(text: str) -> URL:
    """Return ``text`` as it is to be sent: a bot's own escapes stay. Raises ValueError."""
    return URL(text, encoded=text.isascii() and text.isprintable() and " " not in text)


def _is_numeric(host: str) -> bool:
    """Whether aiohttp takes ``host`` for an address (127.1 too) and asks no resolver."""
    return ":" in host or host.replace(".", "").isdigit()


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _resolved(host: str, port: int, address: str) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=socket.AF_INET6 if ":" in address else socket.AF_INET,
        proto=socket.IPPROTO_TCP,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )
