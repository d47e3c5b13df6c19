"""Where the bridge sends: the base address of a real Graph endpoint."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

GLOBAL: Final = "https://graph.microsoft.com"

CLOUDS: Final = {
    GLOBAL: "Global",
    "https://graph.microsoft.us": "US Government L4",
    "https://dod-graph.microsoft.us": "US Government L5 (DOD)",
    "https://microsoftgraph.chinacloudapi.cn": "China (21Vianet; has no calls API)",
}
"""Microsoft's own endpoints (reference page 'National cloud deployments')."""


SIGN_IN: Final = "https://login.microsoftonline.com"

AUTHORITIES: Final = {
    "https://graph.microsoft.us": "https://login.microsoftonline.us",
    "https://dod-graph.microsoft.us": "https://login.microsoftonline.us",
    "https://microsoftgraph.chinacloudapi.cn": "https://login.chinacloudapi.cn",
}
"""Where applications of the national clouds sign in (the same page)."""


class BadTarget(ValueError):
    """An address that the bridge cannot send to; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    """``base`` is scheme and host (and port), without a path and a version."""

    base: str

    def url(self, path: str) -> str:
        """Return the address of ``path``, which begins with its version."""
        return f"{self.base}{path}"

    @property
    def name(self) -> str:
        """What to call it before people."""
        cloud = CLOUDS.get(self.base)
        host = urlsplit(self.base).netloc
        return f"{host} ({cloud})" if cloud else host

    @property
    def authority(self) -> str:
        """Where applications sign in for it."""
        return AUTHORITIES.get(self.base, SIGN_IN)

    @property
    def scope(self) -> str:
        """The scope of a token for it (client credentials)."""
        return f"{self.base}/.default"


def parse_target(text: str) -> Target:
    """Check an address that a person gave. Raises BadTarget.

    Any https address will do; http only on this computer, where nobody listens in. A version or
    path is refused: the version comes with each request.
    """
    try:
        parts = urlsplit(text.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme not in ("http", "https"):
        raise BadTarget(f"'{text[:200]}' is no target: write it like {GLOBAL}.")
    if parts.username is not None or parts.password is not None:
        raise BadTarget("A target has no user name or password in it: credentials go elsewhere.")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise BadTarget(
            f"'{text[:200]}' is more than a target: leave out what follows the host. The version "
            "comes with each request."
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise BadTarget(
            f"'{text[:200]}' is not encrypted: use https:// (http:// is for this computer alone)."
        )
    return Target(f"{parts.scheme}://{parts.netloc.lower()}")


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this computer."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
