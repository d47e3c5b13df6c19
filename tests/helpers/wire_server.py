"""A loopback server that sees requests as they are on the wire, and answers byte by byte."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

OK = b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"


def answer(status: int, body: bytes = b"", **headers: str) -> bytes:
    """Return a whole answer; ``_`` in header names stands for ``-``."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass(frozen=True, slots=True)
class Seen:
    """One request; ``header_names`` as they were spelt, ``connection`` numbers the TCP one."""

    method: str
    path: str
    headers: dict[str, str]
    header_names: list[str]
    body: bytes
    connection: int


Script = Callable[[Seen], bytes | Awaitable[bytes]]
"""Makes the answer; empty bytes close the connection without one."""


@dataclass
class WireServer:
    """``script`` may be replaced at any time; :meth:`until` waits for requests."""

    script: Script = lambda seen: OK
    seen: list[Seen] = field(default_factory=list)
    port: int = 0
    connections: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _clients: set[asyncio.StreamWriter] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def until(self, count: int) -> list[Seen]:
        """Wait until ``count`` requests have arrived; return all of them."""
        async with asyncio.timeout(10):
            while len(self.seen) < count:
                self._news.clear()
                await self._news.wait()
        return self.seen

    def hang_up(self) -> None:
        """Close all connections."""
        for client in self._clients:
            client.close()

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take a connection (the callback of asyncio.start_server)."""
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self, server: asyncio.Server) -> None:
        """Close ``server`` and all connections, and end what they wait for."""
        server.close()
        for client in self._clients:
            client.transport.abort()  # TLS would wait for the other side's farewell
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        self._clients.add(writer)
        try:
            while True:
                seen = await _read(reader, number)
                self.seen.append(seen)
                self._news.set()
                made = self.script(seen)
                reply = made if isinstance(made, bytes) else await made
                if not reply:
                    return
                writer.write(reply)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._clients.discard(writer)
            writer.close()


async def _read(reader: asyncio.StreamReader, connection: int) -> Seen:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
    method, path, _ = first.split(" ")
    pairs = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    headers = {name.lower(): value for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Seen(method, path, headers, [name for name, _ in pairs], body, connection)


@asynccontextmanager
async def wire_server(
    script: Script = lambda seen: OK, port: int = 0, certificate: Path | None = None
) -> AsyncIterator[WireServer]:
    """Listen on a loopback port (a free one, unless given) while the block runs.

    With a ``certificate`` (PEM, with its key) it speaks https.
    """
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    made = WireServer(script)
    server = await asyncio.start_server(made.accept, "127.0.0.1", port, ssl=context)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        await made.stop(server)


async def free_port() -> int:
    """Return a loopback port on which nobody listens."""
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port
