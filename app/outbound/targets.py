"""Which addresses this program may contact: webhooks and prompts go where a bot says.

This computer always; cloud metadata, link-local, multicast and unspecified addresses never;
everything else once a person allowed its host, on the command line or in the window.

A name is judged by all addresses that it stands for. It is resolved again for each connection, and
:mod:`app.outbound.connections` connects to the very addresses that :meth:`Targets.addresses` let
through, so a name that changes its address between check and use (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Collection
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from app.outbound.addresses import METADATA_NAMES, Place, classify
from app.runtime.ports import Consent, TargetRefused

Resolve = Callable[[str], Awaitable[list[str]]]
"""Returns the IP addresses of a name, best first; raises OSError where there are none."""

RESOLVE_SECONDS: Final = 10.0
"""How long a name may take; glibc asks its servers twice for 5 s each."""

LOCALHOST: Final = ["127.0.0.1", "::1"]
"""What localhost stands for, whatever a name server says (RFC 6761, section 6.3)."""


async def resolve(name: str) -> list[str]:
    """Ask the system, in a worker."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVE_SECONDS):
            found = await loop.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except TimeoutError:
        raise OSError(f"no answer within {RESOLVE_SECONDS:g} s") from None
    except UnicodeError:
        raise OSError("this cannot be a host name") from None
    return list(dict.fromkeys(str(address[4][0]) for address in found))


class Targets:
    """Belongs to one event loop. ``allowed`` are hosts (names or addresses, for every port).

    ``consent`` asks the user for a host that is not among them; ``None`` refuses it. Its answer
    holds for the rest of the run.
    """

    def __init__(
        self,
        allowed: Collection[str],
        consent: Consent | None,
        resolve: Resolve = resolve,
    ) -> None:
        self._answers = {_canonical(host): True for host in allowed}
        self._consent = consent
        self._resolve = resolve
        self._asking = asyncio.Lock()

    async def check(self, url: str, purpose: str) -> None:
        """Return if ``url`` may be contacted; ``purpose`` (such as ``webhook``) is told the user.

        Asks where need be, and waits for the answer. Raises TargetRefused.
        """
        host = _host_of(url)
        try:
            away = await self._away(host)
        except OSError as error:
            if self._answers.get(host):
                return  # The connection will fail, and be tried again.
            raise TargetRefused(
                f"Not contacted: the host '{host}' cannot be found ({_reason(error)}). "
                "Check how it is spelt, and the network."
            ) from None
        if not away or await self._allows(host, purpose):
            return
        declined = " and was declined in this run" if host in self._answers else ""
        raise TargetRefused(
            f"Not contacted ({purpose}): '{host}'{_in_brackets(host, away)} is not on this computer"
            f"{declined}. If that is where your bot is, start with --allow-target {host}."
        )

    async def addresses(self, host: str) -> list[str]:
        """Return the IP addresses that a connection to ``host`` may be made to, best first.

        Never asks: what was not allowed before is refused. Raises TargetRefused, OSError where the
        name cannot be resolved.
        """
        host = _canonical(host)
        found = await self._find(host)
        away = _judge(host, found)
        if away and not self._answers.get(host):
            raise TargetRefused(
                f"Not contacted: '{host}'{_in_brackets(host, away)} is not on this computer. If "
                f"that is where your bot is, start with --allow-target {host}."
            )
        return found

    async def _away(self, host: str) -> list[str]:
        return _judge(host, await self._find(host))

    async def _find(self, host: str) -> list[str]:
        if host == "localhost" or host.endswith(".localhost"):
            return LOCALHOST
        if host in METADATA_NAMES:
            raise TargetRefused(_never(host, "a cloud metadata service"))
        if _is_address(host):
            return [host]
        found = await self._resolve(host)
        if not found:
            raise OSError("it has no address")
        return found

    async def _allows(self, host: str, purpose: str) -> bool:
        """Return the answer for ``host``, asking one question at a time."""
        if host not in self._answers and self._consent is not None:
            async with self._asking:
                if host not in self._answers:
                    self._answers[host] = await self._consent(host, purpose)
        return self._answers.get(host, False)


def _judge(host: str, addresses: list[str]) -> list[str]:
    """Return those of ``addresses`` that are not on this computer. Raises TargetRefused."""
    away = []
    for address in addresses:
        place, what = classify(address)
        if place is Place.NEVER:
            raise TargetRefused(_never(host, what, address))
        if place is Place.AWAY:
            away.append(address)
    return away


def _never(host: str, what: str, address: str = "") -> str:
    where = _in_brackets(host, [address]) if address else ""
    return (
        f"Not contacted: '{host}'{where} is {what}, which this program never contacts, allowed or "
        "not. Use an address on this computer, or another host with --allow-target HOST."
    )


def _in_brackets(host: str, addresses: list[str]) -> str:
    return "" if addresses == [host] else f" ({', '.join(addresses[:3])})"


def _host_of(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme not in ("http", "https"):
        raise TargetRefused(
            f"Not contacted: '{url[:200]}' is no address that can be. It has to begin with "
            "http:// or https:// and name a host, as in http://127.0.0.1:3978/api/calls."
        )
    return _canonical(host)


@lru_cache(maxsize=256)
def _canonical(host: str) -> str:
    """Return the one spelling of ``host``; of a URL or with a port, the host in it."""
    host = host.strip().lower()
    if _is_address(host):
        return str(ipaddress.ip_address(host))
    with contextlib.suppress(ValueError):
        host = urlsplit(host if "://" in host else f"//{host}").hostname or host
    if _is_address(host):
        return str(ipaddress.ip_address(host))
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode()
    return host.removesuffix(".")


@lru_cache(maxsize=256)
def _is_address(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return bool(ipaddress.ip_address(host))
    return False


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
