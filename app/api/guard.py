"""Who may talk to the local server: names it answers to, origins of web pages, the control key.

A page in a browser can reach loopback. It is stopped by the ``Host`` allow-list (a name that an
attacker rebinds to 127.0.0.1 is not on it), by refusing foreign ``Origin`` and ``Sec-Fetch-Site``,
and by sending no CORS header at all. IP literals cannot be rebound, so a server that was opened to
the local network accepts them.
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
from collections.abc import Collection, Mapping
from typing import Final, Literal

from app.graph.errors import GraphError

KEY_HEADER: Final = "X-Callsim-Key"

LOOPBACK_NAMES: Final = ("127.0.0.1", "localhost", "[::1]")

CONTAINER_HOSTS: Final = ("host.docker.internal", "host.containers.internal")
"""What Docker and Podman call the machine inside a container."""

UNSPECIFIED: Final = ("0.0.0.0", "::")


class Guard:
    """Checks requests to the server on ``port``; ``lan_host`` is the address it was opened to.

    ``names`` are those that it answers to besides, with brackets where they are IPv6 addresses.
    """

    def __init__(
        self,
        port: int,
        lan_host: str | None = None,
        *,
        scheme: Literal["http", "https"] = "http",
        names: Collection[str] = LOOPBACK_NAMES,
    ) -> None:
        names = list(names)
        self._scheme = f"{scheme}://"
        self._any_address = lan_host in UNSPECIFIED
        self._port = port
        if self._any_address:
            own = socket.gethostname().lower()
            names += [own, f"{own}.local", *CONTAINER_HOSTS]
        elif lan_host is not None:
            names.append(bracketed(lan_host.lower()))
        self._hosts = frozenset(f"{name}:{port}" for name in names)
        if port == {"http": 80, "https": 443}[scheme]:
            self._hosts |= frozenset(names)
        self._origins = frozenset(f"{self._scheme}{host}" for host in self._hosts)

    def check(self, headers: Mapping[str, str]) -> None:
        """Raise GraphError (403) for what is not meant for us or comes from a web page."""
        host = headers.get("Host", "").lower()
        if not self._is_ours(host):
            raise GraphError(
                403,
                "Forbidden",
                f"Host '{host[:100]}' is not served here. Use one of: "
                f"{', '.join(sorted(self._hosts))}.",
            )
        origin = headers.get("Origin")
        if origin is not None and not self._is_our_origin(origin.lower()):
            raise GraphError(
                403, "Forbidden", f"Requests from the web page '{origin[:100]}' are refused."
            )
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise GraphError(403, "Forbidden", "Requests from other web pages are refused.")

    def _is_our_origin(self, origin: str) -> bool:
        if origin in self._origins:
            return True
        given = origin.removeprefix(self._scheme)
        return given != origin and self._is_ours(given)

    def _is_ours(self, host: str) -> bool:
        if host in self._hosts:
            return True
        if not self._any_address:
            return False
        name, _, port = host.rpartition(":")
        return port == str(self._port) and is_address(name.removeprefix("[").removesuffix("]"))


def is_address(host: str) -> bool:
    """Whether ``host`` is an IP address, without brackets."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def bracketed(host: str) -> str:
    """Return ``host`` as it stands in a URL: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def key_matches(given: str | None, key: str) -> bool:
    """Compare in constant time; ``given`` comes from the wire and may hold anything."""
    if given is None:
        return False
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), key.encode())
