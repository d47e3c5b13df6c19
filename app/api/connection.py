"""One client connection: limits before a handler sees anything, and errors in Graph's shape."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

HEADER_BYTES: Final = 16_384
"""Longest request line and header; IIS, which fronts Graph, has the same limit."""

HEADER_COUNT: Final = 100
"""Most headers of a request; bots send about ten."""

IDLE_SECONDS: Final = 75.0
"""How long a connection may be silent, or take for its headers (nginx's keepalive_timeout; longer
than the 60 s for which .NET's HttpClient keeps a pooled connection)."""

LINGER_SECONDS: Final = 5.0
"""How long a body that was refused is still read, so that its sender gets to see the refusal."""

Unreadable = Callable[[str], web.Response]
"""Makes the answer to bytes that are no HTTP request, from what is wrong with them."""


class Connection(RequestHandler):
    """aiohttp's connection, which otherwise answers what it cannot parse with plain text."""

    __slots__ = ("_unreadable",)

    def __init__(
        self, manager: web.Server, *, loop: asyncio.AbstractEventLoop, unreadable: Unreadable
    ) -> None:
        limits: dict[str, Any] = {
            "access_log": None,
            "keepalive_timeout": IDLE_SECONDS,
            "lingering_time": LINGER_SECONDS,
            "max_field_size": HEADER_BYTES,
            "max_headers": HEADER_COUNT,
            "max_line_size": HEADER_BYTES,
        }
        super().__init__(manager, loop=loop, **limits)
        self._unreadable = unreadable

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what could not be parsed; handlers of this program answer their own failures."""
        if request.writer.output_size > 0:
            raise ConnectionError("An answer has been begun already.")
        response = self._unreadable(message or f"{type(exc).__name__}: {exc}")
        response.force_close()
        return response


class ConnectionServer(web.Server):
    """Makes a :class:`Connection` for each client."""

    def __init__(
        self,
        handler: Callable[[web.BaseRequest], Any],
        *,
        loop: asyncio.AbstractEventLoop,
        unreadable: Unreadable,
    ) -> None:
        super().__init__(handler, loop=loop)
        self._unreadable = unreadable

    def __call__(self) -> RequestHandler:
        return Connection(self, loop=self._loop, unreadable=self._unreadable)
