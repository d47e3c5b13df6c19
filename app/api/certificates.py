"""The certificates of a run: an authority of its own, and what it signs for the listeners.

Private keys exist in memory alone. Python's ssl module reads them from files only, so a key goes
through one for a moment, encrypted with a password that is never written anywhere.
"""

from __future__ import annotations

import secrets
import ssl
import tempfile
import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.runtime.ports import Clock

if TYPE_CHECKING:
    import trustme

ORGANIZATION: Final = "Graph Call Simulator, for this run only"

VALID: Final = timedelta(days=397)
"""Apple's systems refuse certificates of servers that are good for longer than 825 days, browsers
for longer than 398."""


class CertificateAuthority:
    """Made when first asked for; loads trustme and cryptography (0.1 s) then. Any thread, blocks.

    ``clock`` tells from when certificates are good.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: trustme.CA | None = None
        self._making = threading.Lock()

    @property
    def in_use(self) -> bool:
        """Whether anything was signed in this run."""
        return self._made is not None

    @property
    def pem(self) -> bytes:
        """The authority's certificate, for clients to trust."""
        return self._authority().cert_pem.bytes()

    def server_context(self, *names: str) -> ssl.SSLContext:
        """Return what a server needs to answer as ``names`` (host names and IP addresses)."""
        from cryptography.hazmat.primitives import serialization

        now = self._clock.now()
        leaf = self._authority().issue_cert(
            *names,
            organization_name=ORGANIZATION,
            not_before=now - timedelta(days=1),
            not_after=now + VALID,
        )
        password = secrets.token_bytes(32).hex().encode()
        key = serialization.load_pem_private_key(leaf.private_key_pem.bytes(), None).private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password),
        )
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        with tempfile.TemporaryDirectory(prefix="callsim-") as folder:
            path = Path(folder, "server.pem")
            path.write_bytes(key + b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
            context.load_cert_chain(path, password=password)
        context.set_alpn_protocols(["http/1.1"])
        return context

    def _authority(self) -> trustme.CA:
        with self._making:
            if self._made is None:
                import trustme

                self._made = trustme.CA(path_length=0, organization_name=ORGANIZATION)
            return self._made
