"""A real TLS client trusts what the authority of the run signed, and nothing else of it."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

import pytest

from app.api.certificates import CertificateAuthority
from app.runtime.clock import SystemClock


def shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> ssl.SSLObject:
    """Do a handshake in memory; returns the client's side of it."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(up, down, server_side=True)
    theirs = client.wrap_bio(down, up, server_hostname=name)
    for _ in range(10):
        for side in (theirs, ours):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert theirs.version() is not None
    return theirs


def trusting(*authorities: CertificateAuthority) -> ssl.SSLContext:
    context = ssl.create_default_context()
    # Python 3.13's default, for the others too.
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    for authority in authorities:
        context.load_verify_locations(cadata=authority.pem.decode())
    return context


@pytest.mark.parametrize("name", ["127.0.0.1", "::1", "localhost"])
def test_a_client_that_trusts_the_authority_verifies_the_chain(name: str) -> None:
    authority = CertificateAuthority(SystemClock())
    assert not authority.in_use
    server = authority.server_context("127.0.0.1", "::1", "localhost")
    assert authority.in_use
    client = shake_hands(server, trusting(authority), name)
    certificate = client.getpeercert()
    assert certificate is not None
    assert ("DNS", "localhost") in certificate["subjectAltName"]


def test_other_names_and_other_authorities_are_refused() -> None:
    authority, other = CertificateAuthority(SystemClock()), CertificateAuthority(SystemClock())
    server = authority.server_context("localhost")
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(server, trusting(authority), "graph.microsoft.com")
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(server, trusting(other), "localhost")


def test_the_key_is_never_readable_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    load = ssl.SSLContext.load_cert_chain

    def look(self: ssl.SSLContext, path: Path, *, password: bytes) -> None:
        seen.append(path.read_bytes())
        load(self, path, password=password)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", look)
    authority = CertificateAuthority(SystemClock())
    authority.server_context("localhost")
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in seen[0] and seen[0].count(b"PRIVATE KEY") == 2
    assert b"PRIVATE" not in authority.pem
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
