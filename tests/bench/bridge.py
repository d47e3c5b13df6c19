"""What the bridge adds to the answer that a bot gets, on loopback.

Pass-through: the same request straight to the target, and through the simulator to it. Mirror: the
same request to a simulator whose bridge is off, and to one that mirrors. One after the other in
turns, over kept connections, so that whatever else the machine does meets both; a pair's difference
is what was added. Target and simulators are processes of their own.
"""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import trustme

from tests.bench.figures import Row, percentile, wait_until
from tests.bench.throughput import BODY, process

TURNS: Final = 1000
"""Pairs of requests."""

WARM_UP: Final = 50
"""Pairs that do not count."""

PACE: Final = 0.005
"""Seconds between two requests of a bot that is not in a hurry."""

CALLS: Final = "/v1.0/communications/calls"
Pairs = list[tuple[float, float]]
"""How long each request took without the bridge, and with it; seconds."""

SOMEBODY: Final = "112f7296-5fa4-42ca-bae8-6a692b15d4b8"


class Line:
    """One connection that is kept, with one request under way."""

    def __init__(self, port: int, context: ssl.SSLContext | None = None) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if context is not None:
            self._socket = context.wrap_socket(self._socket, server_hostname="localhost")
        self._host = f"127.0.0.1:{port}"

    def ask(self, path: str, body: str, method: str = "POST") -> tuple[float, int, bytes]:
        """Return how long the answer took (seconds), its status and its body."""
        request = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nAuthorization: Bearer bench\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        ).encode()
        began = time.perf_counter()
        self._socket.sendall(request)
        received = b""
        while True:
            received += self._socket.recv(65_536)
            head, found, content = received.partition(b"\r\n\r\n")
            length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
            if found and len(content) >= int(length or 0):
                return time.perf_counter() - began, int(head[9:12]), content


def measure() -> list[Row]:
    """Return the rows of the table; takes half a minute."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for scheme in ("http", "https"):
            pairs = _passed_through(Path(folder), scheme)
            name = f"bridge, pass-through to {scheme}: added, p50 / p95"
            rows.append((name, _added(pairs), "p95 <= 5 ms"))
        for name, hangs, pace in (
            ("bridge, mirror", False, PACE),
            ("bridge, mirror, the target hangs", True, PACE),
            ("bridge, mirror, requests back to back", False, 0.0),
        ):
            pairs = _mirrored(Path(folder), hangs=hangs, pace=pace)
            rows.append((f"{name}: p95 off / on, added", _beside(pairs), "<= 1 ms"))
    return rows


def _added(pairs: Pairs) -> str:
    """Return p50 and p95 of what each request took longer than its pair."""
    p50, p95 = (percentile([b - a for a, b in pairs], share) * 1e3 for share in (0.5, 0.95))
    return f"{p50:.2f} / {p95:.2f} ms"


def _beside(pairs: Pairs) -> str:
    """Return the p95 of both sides, and their difference."""
    off, on = (percentile(side, 0.95) * 1e3 for side in zip(*pairs, strict=True))
    return f"{off:.2f} / {on:.2f}, {on - off:+.2f} ms"


def _passed_through(folder: Path, scheme: str) -> Pairs:
    authority = trustme.CA()
    certificate, ca_file = folder / "target.pem", folder / "authority.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    leaf = authority.issue_cert("127.0.0.1", "localhost")
    leaf.private_key_and_cert_chain_pem.write_to_path(str(certificate))
    secure = scheme == "https"
    with ExitStack() as stack:
        target = stack.enter_context(process("target", *([str(certificate)] * secure)))
        options = ["--bridge", "pass-through", "--target", f"{scheme}://127.0.0.1:{target}"]
        near = stack.enter_context(_simulator(folder, *options, "--bridge-ca", str(ca_file)))
        context = ssl.create_default_context(cafile=str(ca_file)) if secure else None
        path = f"{CALLS}/{SOMEBODY}/recordResponse"
        return _pairs((Line(target, context), path), (Line(near), path), BODY)


def _mirrored(folder: Path, *, hangs: bool, pace: float) -> Pairs:
    with ExitStack() as stack:
        target, bot = (stack.enter_context(process(name)) for name in ("target", "taker"))
        options = ("--bridge", "mirror", "--target", f"http://127.0.0.1:{target}")
        lines = []
        for more in ((), options):
            line = Line(stack.enter_context(_simulator(folder, *more)))
            lines.append((line, f"{CALLS}/{_call(line, bot)}/mute"))
        if hangs:
            Line(target).ask("/", "", "HANG")
        return _pairs(*lines, json.dumps({"clientContext": SOMEBODY}), pace)


def _pairs(
    without: tuple[Line, str], through: tuple[Line, str], body: str, pace: float = 0.0
) -> Pairs:
    """Return how long the requests of each pair took."""
    pairs = []
    for _ in range(WARM_UP + TURNS):
        seconds = []
        for line, path in (without, through):
            took, status, content = line.ask(path, body)
            assert status == 200, content
            seconds.append(took)
            time.sleep(pace)
        pairs.append((seconds[0], seconds[1]))
    return pairs[WARM_UP:]


def _call(line: Line, bot: int) -> str:
    """Place a call, which the phone takes, and return its id."""
    user = {"@odata.type": "#microsoft.graph.identity", "id": SOMEBODY}
    body = {
        "callbackUri": f"http://127.0.0.1:{bot}/calls",
        "requestedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        "targets": [{"identity": {"user": user}}],
    }
    _, status, content = line.ask(CALLS, json.dumps(body))
    assert status == 201, content
    call: str = json.loads(content)["id"]
    found = f"{CALLS}/{call}"
    wait_until(lambda: b'"established"' in line.ask(found, "", "GET")[2])
    return call


@contextmanager
def _simulator(folder: Path, *options: str) -> Iterator[int]:
    """Run ``serve``; yield its port."""
    ready = folder / "ready.json"
    ready.unlink(missing_ok=True)
    settings = ("phone.answer=auto", "phone.answerAfterSeconds=0")
    command = [sys.executable, "-m", "app", "serve", "--port", "0", "--ready-file", str(ready)]
    command += [part for setting in settings for part in ("--set", setting)]
    process = subprocess.Popen(
        [*command, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder)},
    )
    try:
        wait_until(ready.exists)
        yield int(json.loads(ready.read_text("utf-8"))["baseUrl"].rpartition(":")[2])
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    print(*measure(), sep="\n")
