"""What a client wants of a forward proxy: a tunnel, or one request passed on (RFC 9110, 9112)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

HOP_BY_HOP: Final = (
    b"connection",
    b"keep-alive",
    b"proxy-authorization",
    b"proxy-connection",
)
"""Headers that are for the proxy alone."""

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class BadRequest(Exception):
    """Not a request that a proxy can serve; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """``host`` is in lower case, without brackets. ``head`` is what goes on to it (empty for a
    tunnel); after the answer to it the connection is closed, so that no second request to another
    host can follow."""

    scheme: str
    host: str
    port: int
    tunnel: bool
    head: bytes


def read_request(head: bytes) -> Target:
    """Read request line and headers. Raises BadRequest."""
    first, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    parts = first.split(b" ")
    if len(parts) != 3 or not parts[2].startswith(b"HTTP/1."):
        raise BadRequest("This is a proxy for HTTP/1.1.")
    method, target, version = parts
    if method == b"CONNECT":
        host, port = _authority(target, None)
        return Target("https", host, port, True, b"")
    scheme, separator, rest = target.partition(b"://")
    name = scheme.decode("latin-1").lower()
    if not separator or name not in DEFAULT_PORTS:
        raise BadRequest(
            "This is a proxy, and no web server: set it as HTTPS_PROXY of a program, or start the "
            "program with 'callsim exec'."
        )
    end = min((at for at in map(rest.find, (b"/", b"?")) if at >= 0), default=len(rest))
    host, port = _authority(rest[:end], DEFAULT_PORTS[name])
    path = rest[end:] if rest[end : end + 1] == b"/" else b"/" + rest[end:]
    kept = [line for line in lines if line.partition(b":")[0].lower() not in HOP_BY_HOP]
    sent = b"\r\n".join((b" ".join((method, path, version)), *kept, b"Connection: close"))
    return Target(name, host, port, False, sent + b"\r\n\r\n")


def _authority(text: bytes, default_port: int | None) -> tuple[str, int]:
    """Return host and port; without a default there has to be a port."""
    try:
        parts = urlsplit(f"//{text.decode('ascii')}")
        host, port = parts.hostname, parts.port or default_port
    except ValueError:
        host = port = None
    if not host or port is None:
        raise BadRequest(f"'{text[:100].decode('latin-1')}' is no address: HOST:PORT is expected.")
    return host, port
