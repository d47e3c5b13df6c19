"""The sockets of the local server: both loopbacks on one port, and what to say where that fails."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from typing import Final

BACKLOG: Final = 128

ATTEMPTS: Final = 20
"""Free ports tried until one is free on both loopbacks."""

LOOPBACKS: Final = ("127.0.0.1", "::1")


class CannotListen(OSError):
    """The server cannot be reached at that address; the message says why and what to do."""


class PortBusy(CannotListen):
    """Another program listens there."""


def bind(host: str, port: int, *, lan: bool = False, option: str = "--port") -> list[socket.socket]:
    """Return listening sockets on 127.0.0.1, ::1 (where there is IPv6) and, with ``lan``, ``host``.

    All have the same port; 0 picks a free one. ``option`` is what says which, for messages. Raises
    CannotListen; then nothing is bound.
    """
    if not 0 <= port <= 65535:
        raise CannotListen(f"Port {port} does not exist: choose 1 to 65535, or 0 for a free one.")
    addresses = _addresses(_resolve(host), lan=lan)
    for left in reversed(range(ATTEMPTS)):
        try:
            return _bind_all(addresses, port, option)
        except PortBusy:
            if port != 0 or left == 0:
                raise
    raise AssertionError("unreachable")


def is_loopback(host: str) -> bool:
    """Whether ``host``, an IP address, never leaves the machine."""
    return ipaddress.ip_address(host).is_loopback


def _addresses(host: str, *, lan: bool) -> list[str]:
    if is_loopback(host):
        return list(dict.fromkeys((*LOOPBACKS, host)))
    if not lan:
        raise CannotListen(
            f"{host} can be reached from other machines. Add --lan if that is wanted; otherwise "
            "leave --host at 127.0.0.1."
        )
    # A wildcard takes the loopback of its family with it.
    covered = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host)
    return [host, *(loopback for loopback in LOOPBACKS if loopback != covered)]


def _resolve(host: str) -> str:
    """Return the first IP address of ``host``."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CannotListen(f"The host '{host}' is not known: {error}.") from error
    return str(found[0][4][0])


def _bind_all(addresses: list[str], port: int, option: str) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for address in addresses:
            bound = _bind_one(address, port, option)
            if bound is None:
                continue
            sockets.append(bound)
            port = bound.getsockname()[1]
    except OSError:
        for bound in sockets:
            bound.close()
        raise
    return sockets


def _bind_one(address: str, port: int, option: str) -> socket.socket | None:
    """Return a listening socket, ``None`` for an IPv6 loopback on a machine that has none."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        if address == "::1":
            return None
        raise
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let two programs share the port.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError as error:
        made.close()
        if address == "::1" and error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
            return None
        raise _refused(address, port, option, error) from error
    return made


def _refused(address: str, port: int, option: str, error: OSError) -> CannotListen:
    free = f"{option} 0 picks a free one"
    if error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) == 10048:
        return PortBusy(
            f"Port {port} on {address} is in use by another program, perhaps another callsim. "
            f"Stop it or choose another port ({free}).",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return CannotListen(
            f"Port {port} on {address} may not be used by this user: choose another ({free}).",
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return CannotListen(f"{address} is not an address of this machine.")
    return CannotListen(f"Cannot listen on {address} port {port}: {error}.")
