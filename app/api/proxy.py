"""A forward proxy on loopback that answers for Microsoft's hosts: bots that hard-code them need no
change, only the proxy variables that most HTTP clients know.

Exactly three names are answered, from the local Graph, with a certificate of this run. Everything
else is passed on untouched: what is in a tunnel is not looked at. No user and password are asked
for: many clients cannot send them, others only after a refusal, and what another user of this
machine could do with the proxy is what they can do without it. A page in a browser can reach the
port too, but can make it neither a tunnel nor an absolute request.

The simulator's side of an answered connection is one end of a socket pair, so that nothing listens
under those names.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from contextlib import suppress
from typing import Final

from app.api.connection import HEADER_BYTES, IDLE_SECONDS, ConnectionServer
from app.api.proxy_request import BadRequest, read_request
from app.api.server import LocalGraph
from app.api.upstream import Stream, Unreachable, Upstream
from app.runtime.journal import Journal
from app.runtime.tasks import TaskOwner

SERVICE_HOSTS: Final = ("login.microsoftonline.com", "graph.microsoft.com", "api.aps.skype.com")

TLS_HANDSHAKE: Final = b"\x16"
"""The first byte of a TLS connection (RFC 8446, section 5.1)."""

CHUNK: Final = 65_536

ESTABLISHED: Final = b"HTTP/1.1 200 Connection established\r\n\r\n"


class ForwardProxy:
    """Belongs to the core thread. ``graph`` has been started; its stop ends what it answers.

    ``upstream`` leads to all other hosts; raises ValueError where the user's proxy cannot be used.
    """

    hosts = SERVICE_HOSTS
    """What it answers for."""

    def __init__(
        self, graph: LocalGraph, journal: Journal, upstream: Upstream | None = None
    ) -> None:
        self._graph = graph
        self._journal = journal
        self._upstream = upstream or Upstream()
        self._tasks = TaskOwner()
        self._server: asyncio.Server | None = None
        self._context: ssl.SSLContext | None = None
        self._connections: ConnectionServer | None = None
        self.port = 0
        """The port that is listened on; 0 before the start."""

    @property
    def url(self) -> str:
        """What clients are given as their proxy."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen on a free port of 127.0.0.1. Raises OSError."""
        make = self._graph.authority.server_context
        self._context = await asyncio.to_thread(make, *SERVICE_HOSTS)
        self._connections = await self._graph.stand_in(SERVICE_HOSTS, "https")
        self._server = await asyncio.start_server(
            self._accept, "127.0.0.1", 0, limit=HEADER_BYTES * 4
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening and close all connections."""
        if self._server is not None:
            self._server.close()
        await self._tasks.stop()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.start(self._serve(Stream(reader, writer)), "a connection to the proxy")

    async def _serve(self, client: Stream) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                first = await client.reader.readexactly(1)
                if first != TLS_HANDSHAKE:
                    first += await client.reader.readuntil(b"\r\n\r\n")
            if first == TLS_HANDSHAKE:
                await self._tunnel(client, await self._answer("the local Graph", tls=True), first)
            else:
                await self._relay(client, first)
        except BadRequest as error:
            await _refuse(client, 400, "Bad Request", str(error))
        except Unreachable as error:
            await _refuse(client, 502, "Bad Gateway", str(error))
        except asyncio.LimitOverrunError:
            await _refuse(client, 431, "Request Header Fields Too Large", "The header is too long.")
        except (asyncio.IncompleteReadError, OSError, TimeoutError):
            pass  # The client went away, or never said what it wants: there is nobody to tell.
        finally:
            client.writer.close()

    async def _relay(self, client: Stream, head: bytes) -> None:
        target = read_request(head)
        if target.host in SERVICE_HOSTS:
            if (target.scheme, target.port) != ("https", 443):
                raise BadRequest(
                    f"{target.host} is answered for https on port 443 only, and the real one is "
                    "not contacted."
                )
            other = await self._answer(target.host, tls=target.tunnel)
        elif target.tunnel:
            other = await self._upstream.tunnel(target.host, target.port)
        else:
            other = await self._upstream.connect(
                target.host, target.port, secure=target.scheme == "https"
            )
        if target.tunnel:
            client.writer.write(ESTABLISHED)
        await self._tunnel(client, other, target.head)

    async def _answer(self, host: str, *, tls: bool) -> Stream:
        """Return a connection at whose other end the local Graph answers."""
        ours, theirs = socket.socketpair()
        self._tasks.start(self._take(theirs, host, tls=tls), f"the answer for {host}")
        return Stream(*await asyncio.open_connection(sock=ours))

    async def _take(self, end: socket.socket, host: str, *, tls: bool) -> None:
        assert self._connections is not None and self._context is not None, "start() comes first"
        loop = asyncio.get_running_loop()
        try:
            await loop.connect_accepted_socket(
                self._connections, end, ssl=self._context if tls else None
            )
        except (OSError, TimeoutError) as error:
            message = (
                f"The bot broke off the TLS handshake with {host}: it does not seem to trust the "
                f"certificate of this run ({getattr(error, 'reason', None) or error})."
            )
            self._journal.append("warning", data={"message": message})

    async def _tunnel(self, client: Stream, other: Stream, first: bytes) -> None:
        """Carry bytes both ways until both sides have ended; ``first`` goes to the other."""
        other.writer.write(first)
        try:
            async with asyncio.TaskGroup() as ways:
                ways.create_task(_copy(client.reader, other.writer))
                ways.create_task(_copy(other.reader, client.writer))
        except* OSError:
            pass  # One side broke off: that is the end of both.
        finally:
            other.writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(CHUNK):
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()
    else:
        writer.close()


async def _refuse(client: Stream, status: int, reason: str, message: str) -> None:
    body = f"callsim: {message}\n".encode()
    with suppress(OSError):
        client.writer.write(
            f"HTTP/1.1 {status} {reason}\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
            + body
        )
        await client.writer.drain()
