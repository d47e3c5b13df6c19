"""What the bridge leads to in the bench (``python -m tests.bench.target [CERTIFICATE]``).

Answers any request as Graph would answer an action, at once; what names ``/hang`` in place of a
version, or anything after ``HANG`` was asked for, never. Prints its port. Plain asyncio, so that it
costs a small part of what the bridge does.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
import uuid
from typing import Final

HANG: Final = b"HANG "
"""A method: from now on nobody is answered."""


class Target(asyncio.Protocol):
    """One connection."""

    hangs = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        while True:
            head, found, rest = self._received.partition(b"\r\n\r\n")
            if not found:
                return
            lower = head.lower()
            length = int(lower.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
            if len(rest) < length:
                return
            self._received = rest[length:]
            if head.startswith(HANG):
                Target.hangs = True
            elif Target.hangs:
                continue
            self._transport.write(_answer(head.partition(b"\r\n")[0]))


def _answer(request: bytes) -> bytes:
    created = request.startswith(b"POST") and b"/calls " in request
    body = json.dumps(
        {
            "@odata.type": "#microsoft.graph.muteParticipantOperation",
            "id": str(uuid.uuid4()),
            "status": "completed",
            "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c",
        }
    )
    return (
        f"HTTP/1.1 {201 if created else 200} OK\r\nContent-Type: application/json\r\n"
        f"request-id: {uuid.uuid4()}\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


async def main(certificate: str | None) -> None:
    """Serve until killed; with a ``certificate`` (PEM, with its key) over https."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Target, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else None))
