"""The HTTP client for webhooks and prompts: it connects to checked addresses only.

httpx has no hook for name resolution, so this transport puts httpcore's pools, on which httpx is
built, on a network backend of its own. That backend resolves and judges the host, and connects to
the addresses that passed. Host header, SNI and certificate check keep the name, and connections are
pooled by name: none of this holds where a URL is rewritten to the address instead.

A proxy would resolve names itself, out of reach of the check; the machine's proxy settings are
therefore not used.

Importing this module loads httpx (0.2 s): do it in a worker.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import contextmanager
from typing import Any, Final

import httpcore
import httpx

Addresses = Callable[[str], Awaitable[list[str]]]
"""Returns the IP addresses that may be connected to for a host; raises TargetRefused, OSError."""

KEEP_SECONDS: Final = 4.0
"""How long an idle connection is kept: Node's http server and uvicorn close theirs after 5 s, and a
request that crosses the close is lost."""


class _Backend(httpcore.AsyncNetworkBackend):
    """Opens TCP connections to the addresses that ``addresses`` returns."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        end = None if timeout is None else time.monotonic() + timeout
        try:
            async with asyncio.timeout(timeout):
                left = await self._addresses(host)
        except TimeoutError:
            raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from None
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        while True:
            address, left = left[0], left[1:]
            # Each address gets its share of the time, so that a dead one does not use it all up.
            share = None if end is None else max(0.0, end - time.monotonic()) / (len(left) + 1)
            try:
                return await self._plain.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not left:
                    raise

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class CheckedTransport(httpx.AsyncBaseTransport):
    """One pool for http, and one for https that is made (with its certificates) when needed."""

    def __init__(self, addresses: Addresses) -> None:
        self._backend = _Backend(addresses)
        self._pools: dict[str, httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request``. Raises TargetRefused, or httpx's errors."""
        assert isinstance(request.stream, httpx.AsyncByteStream)
        pool = await self._pool(request.url.scheme)
        with _errors_of_httpx(request):
            answer = await pool.handle_async_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer, request),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Close all connections."""
        while self._pools:
            _, pool = self._pools.popitem()
            await pool.aclose()

    async def _pool(self, scheme: str) -> httpcore.AsyncConnectionPool:
        if scheme not in self._pools:
            # It trusts what the system trusts (a developer's own authority, SSL_CERT_FILE) and what
            # browsers do. Reading all that takes 0.1 s, which is a worker's business.
            make = httpcore.default_ssl_context
            context = await asyncio.to_thread(make) if scheme == "https" else None
            self._pools.setdefault(
                scheme,
                httpcore.AsyncConnectionPool(
                    ssl_context=context,
                    max_connections=None,
                    max_keepalive_connections=None,
                    keepalive_expiry=KEEP_SECONDS,
                    network_backend=self._backend,
                ),
            )
        return self._pools[scheme]


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response, request: httpx.Request) -> None:
        self._answer = answer
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _errors_of_httpx(self._request):
            async for part in self._answer.aiter_stream():
                yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


def open_client(addresses: Addresses) -> httpx.AsyncClient:
    """Return a client that follows no redirect and has no time limits of its own. Any thread."""
    return httpx.AsyncClient(
        transport=CheckedTransport(addresses), timeout=None, follow_redirects=False
    )


@contextmanager
def _errors_of_httpx(request: httpx.Request) -> Any:
    """Raise httpx's error for httpcore's; the two have the same names."""
    try:
        yield
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.TimeoutException,
        httpcore.UnsupportedProtocol,
    ) as error:
        kind = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise kind(str(error), request=request) from error
