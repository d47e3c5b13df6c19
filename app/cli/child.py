"""What a program needs to find the simulator in place of Microsoft's hosts: its environment.

Nothing of the system is changed: the variables are those of one child process.
"""

from __future__ import annotations

import ssl
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")

BUNDLES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
"""Files that take the place of the system's authorities: OpenSSL, requests, curl."""


def child_environment(
    given: Mapping[str, str],
    *,
    proxy: str,
    hosts: Collection[str],
    ca_file: Path,
    bundle: Path,
    ready_file: Path,
    preload: Path,
) -> dict[str, str]:
    """Return ``given`` with everything that leads to the simulator.

    ``hosts`` are answered by ``proxy``; ``ca_file`` vouches for them, and ``bundle`` holds it
    beside all other authorities. ``preload`` is for versions of Node that do not know the proxy.
    """
    environment = dict(given)
    direct = _direct(given, hosts)
    for name, value in (("HTTPS_PROXY", proxy), ("NO_PROXY", direct)):
        environment[name] = environment[name.lower()] = value
    environment |= dict.fromkeys(BUNDLES, str(bundle))
    # With slashes also on Windows: a backslash in quotes would be taken for an escape.
    load = f'--require "{preload.as_posix()}"'
    environment |= {
        "NODE_EXTRA_CA_CERTS": str(ca_file),
        "NODE_USE_ENV_PROXY": "1",
        "NODE_OPTIONS": f"{given.get('NODE_OPTIONS', '')} {load}".strip(),
        "CALLSIM_HOSTS": ",".join(hosts),
        "CALLSIM_READY_FILE": str(ready_file),
    }
    return environment


def all_authorities(given: Mapping[str, str], own: bytes) -> bytes:
    """Return, as PEM, the authorities that the program would trust without us, and ``own``."""
    found: list[bytes] = []
    for name in (*BUNDLES, "NODE_EXTRA_CA_CERTS"):
        if path := given.get(name):
            found += _read(Path(path))
    if not any(given.get(name) for name in BUNDLES):
        found += _of_the_system()
    return b"\n".join(dict.fromkeys((*found, own.strip()))) + b"\n"


def _direct(given: Mapping[str, str], hosts: Collection[str]) -> str:
    """Return what is not to go by the proxy: loopback, and what the user said, but our hosts."""
    said = (given.get("no_proxy") or given.get("NO_PROXY") or "").split(",")
    kept = [name for name in map(str.strip, said) if name and not _covers(name, hosts)]
    return ",".join(dict.fromkeys((*LOOPBACK, *kept)))


def _covers(name: str, hosts: Collection[str]) -> bool:
    suffix = name.lower().partition(":")[0].removeprefix("*").lstrip(".")
    return not suffix or any(host == suffix or host.endswith(f".{suffix}") for host in hosts)


def _of_the_system() -> list[bytes]:
    if sys.platform == "win32":
        stores = [entry for name in ("ROOT", "CA") for entry in ssl.enum_certificates(name)]
        pems = [ssl.DER_cert_to_PEM_cert(der) for der, kind, _ in stores if kind == "x509_asn"]
        return [pem.strip().encode() for pem in pems]
    paths = ssl.get_default_verify_paths()
    if paths.cafile and (found := _read(Path(paths.cafile))):
        return found
    import certifi

    return _read(Path(certifi.where()))


def _read(path: Path) -> list[bytes]:
    """Return the certificates in a file; none of one that cannot be read."""
    end = b"-----END CERTIFICATE-----"
    try:
        parts = path.read_bytes().split(end)[:-1]
    except OSError:
        return []
    begin = b"-----BEGIN CERTIFICATE-----"
    return [begin + part.rpartition(begin)[2] + end for part in parts]
