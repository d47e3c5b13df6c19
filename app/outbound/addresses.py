"""What kind of place an IP address is: this computer, somewhere else, or never to be contacted.

Addresses in which another one hides (IPv4-mapped, NAT64, 6to4, Teredo …) count as somewhere else,
and as never where the hidden one is: that is how such filters are slipped past (Mailpit
GHSA-w4mc-hhc6-xp28 and GHSA-j3fj-qppj-fmmc).
"""

from __future__ import annotations

import ipaddress
from enum import StrEnum
from functools import lru_cache
from typing import Final

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Place(StrEnum):
    """Where an address leads."""

    HERE = "here"
    """Loopback: never leaves this computer."""
    AWAY = "away"
    """Everything else, private networks (RFC 1918) and carrier-grade NAT (100.64/10) included."""
    NEVER = "never"


METADATA_NAMES: Final = frozenset(
    {
        "instance-data",
        "instance-data.ec2.internal",
        "metadata",
        "metadata.azure.internal",
        "metadata.goog",
        "metadata.google.internal",
        "metadata.tencentyun.com",
    }
)
"""Names of the services that hand a cloud machine its credentials."""

_METADATA: Final = frozenset(
    ipaddress.ip_address(address)
    for address in (
        "100.100.100.200",  # Alibaba Cloud
        "168.63.129.16",  # Azure: wire server
        "192.0.0.192",  # Oracle Cloud, first generation
        "fd00:42::42",  # Scaleway
        "fd00:ec2::254",  # AWS
        "fd20:ce::254",  # Google Cloud
    )
)
"""Those that are not link-local; 169.254.169.254 and its like are."""

_THIS_NETWORK: Final = ipaddress.IPv4Network("0.0.0.0/8")
_BROADCAST: Final = ipaddress.IPv4Address("255.255.255.255")

_LAST_32_BITS: Final = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "::/96",  # IPv4-compatible, RFC 4291 (deprecated)
        "::ffff:0:0/96",  # IPv4-mapped, RFC 4291
        "::ffff:0:0:0/96",  # IPv4-translated, RFC 2765
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # NAT64 of a site, RFC 8215 (with its usual /96)
    )
)


@lru_cache(maxsize=256)
def classify(text: str) -> tuple[Place, str]:
    """Return where the IP address ``text`` leads, and in words what it is.

    Raises ValueError where it is no IP address. Any thread.
    """
    address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        # Without its zone (fe80::1%eth0), which would be part of every comparison.
        address = ipaddress.IPv6Address(int(address))
        for inner in _hidden_in(address):
            why = _why_never(inner)
            if why is not None:
                return Place.NEVER, f"{why} ({inner}) inside an IPv6 address"
    why = _why_never(address)
    if why is not None:
        return Place.NEVER, why
    if address.is_loopback and not _is_wrapped(address):
        return Place.HERE, "this computer"
    return Place.AWAY, "another computer"


def _why_never(address: Address) -> str | None:
    if address in _METADATA:
        return "a cloud metadata address"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_unspecified or address in _THIS_NETWORK:
        return "the unspecified address"
    return "the broadcast address" if address == _BROADCAST else None


def _is_wrapped(address: Address) -> bool:
    """Python 3.13 calls ::ffff:127.0.0.1 loopback, older ones do not."""
    return isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None


def _hidden_in(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """Return the IPv4 addresses that ``address`` carries."""
    if address.is_unspecified or address.is_loopback:
        return []
    if any(address in network for network in _LAST_32_BITS):
        return [ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)]
    if address.sixtofour is not None:
        return [address.sixtofour]
    return list(address.teredo or ())
