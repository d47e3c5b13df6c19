"""Loads an HTTP server from a process of its own: ``python -m tests.bench.load PORT SECONDS``.

Reads JSON lines ``[path, body]`` from standard input, sends them in turn over a few connections
that are kept, each with one request under way, and prints ``{"seconds", "latencies", "statuses"}``.
Plain sockets and ready-made bytes: the client costs a small part of what the server does.
"""

from __future__ import annotations

import itertools
import json
import selectors
import socket
import sys
import time
from typing import Final

CONNECTIONS: Final = 10

WARM_UP: Final = 0.5
"""Seconds before anything counts."""


class Connection:
    """One connection with one request under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.began = 0.0
        self._received = b""

    def send(self, request: bytes) -> None:
        self.began = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> int | None:
        """Return the status once the answer is complete."""
        self._received += self.socket.recv(65_536)
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found:
            return None
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(body) < length:
            return None
        self._received = b""
        return int(head[9:12])


def main(port: int, seconds: float) -> None:
    """Load the server on ``port`` for ``seconds`` and print what came of it."""
    requests = itertools.cycle([_request(*json.loads(line)) for line in sys.stdin])
    poll = selectors.DefaultSelector()
    connections = [Connection(port) for _ in range(CONNECTIONS)]
    for connection in connections:
        poll.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(next(requests))
    latencies: list[float] = []
    statuses: dict[int, int] = {}
    counts_from = time.perf_counter() + WARM_UP
    until = counts_from + seconds
    while (now := time.perf_counter()) < until:
        for key, _ in poll.select(1.0):
            connection = key.data
            status = connection.receive()
            if status is None:
                continue
            if now >= counts_from:
                latencies.append(time.perf_counter() - connection.began)
                statuses[status] = statuses.get(status, 0) + 1
            connection.send(next(requests))
    print(json.dumps({"seconds": seconds, "latencies": latencies, "statuses": statuses}))


def _request(path: str, body: str) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{sys.argv[1]}\r\nAuthorization: Bearer bench\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
