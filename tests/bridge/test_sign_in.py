"""Tokens of a sign-in service: over https, with MSAL, and of one that misbehaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs

import jwt
import pytest
import trustme

from app.bridge.sign_in import Application, NoCredentials, SignIn
from tests.helpers.echoing_graph import ISSUED, EchoingGraph, echoing_graph
from tests.helpers.wire_server import Seen, answer

SECRET = "a-client-secret-of-the-test"


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_authorities_that_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    ca_file = tmp_path / "authorities.pem"
    if content is not None:
        ca_file.write_text(content)
    application = Application("tenant", "client", secret=SECRET)
    asking = SignIn(application, "x/.default", str(ca_file))
    with pytest.raises(NoCredentials, match=r"authorities\.pem' cannot be read .*: name a PEM"):
        asking.ask()


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[EchoingGraph]:
    async with echoing_graph(tmp_path) as made:
        yield made


def ask(service: EchoingGraph, **credentials: str) -> tuple[str, int]:
    """Ask ``service`` for a token, in the thread of a worker."""
    application = Application("tenant", "client", authority=service.url, **credentials)
    return SignIn(application, "x/.default", str(service.ca_file)).ask()


def certificate(kind: trustme.KeyType) -> tuple[str, str]:
    """Return a private key and its certificate."""
    leaf = trustme.CA().issue_cert("app.example", key_type=kind)
    return leaf.private_key_pem.bytes().decode(), leaf.cert_chain_pems[0].bytes().decode()


async def test_a_certificate_in_either_order(service: EchoingGraph) -> None:
    key, public = certificate(trustme.KeyType.RSA)
    for pem in (key + public, public + key):
        assert await asyncio.to_thread(ask, service, certificate=pem) == (ISSUED, 3599)
    form = parse_qs(service.server.seen[-1].body.decode())
    assert "client_secret" not in form and key not in str(service.server.seen)
    claims = jwt.decode(form["client_assertion"][0], options={"verify_signature": False})
    assert claims["iss"] == claims["sub"] == "client"


async def test_a_certificate_that_msal_cannot_use(service: EchoingGraph) -> None:
    key, public = certificate(trustme.KeyType.ECDSA)
    with pytest.raises(NoCredentials, match="no RSA key"):
        await asyncio.to_thread(ask, service, certificate=key + public)
    for pem in (key, public, "-----BEGIN NOTHING-----", "no PEM"):
        with pytest.raises(NoCredentials, match="No token for these credentials") as refused:
            await asyncio.to_thread(ask, service, certificate=pem)
        assert pem not in str(refused.value)


@pytest.mark.parametrize(
    "told",
    [
        b"<html>",
        b"[]",
        b"null",
        b'{"access_token": "x", "expires_in": "soon"}',
        b'{"access_token": "x", "expires_in": []}',
        b'{"error": []}',
        b'{"access_token": "x", "expires_in": "a-client-secret-of-the-test"}',
        b"a-client-secret-of-the-test",
        b"",
    ],
)
async def test_a_sign_in_service_that_is_none(service: EchoingGraph, told: bytes) -> None:
    documents = service.server.script

    def reply(seen: Seen) -> bytes:
        made = answer(200, told) if seen.method == "POST" else documents(seen)
        assert isinstance(made, bytes)
        return made

    service.server.script = reply
    with pytest.raises(NoCredentials) as refused:
        await asyncio.to_thread(ask, service, secret=SECRET)
    assert SECRET not in str(refused.value) and service.url in str(refused.value)
    service.server.script = lambda seen: answer(200, told)
    with pytest.raises(NoCredentials):
        await asyncio.to_thread(ask, service, secret=SECRET)


async def test_a_sign_in_service_that_quotes_the_secret(service: EchoingGraph) -> None:
    documents = service.server.script

    def reply(seen: Seen) -> bytes:
        if seen.method == "GET":
            made = documents(seen)
            assert isinstance(made, bytes)
            return made
        assert SECRET in seen.body.decode()
        told = {"error": "invalid_client", "error_description": f"{SECRET} is wrong"}
        return answer(401, json.dumps(told).encode(), Content_Type="application/json")

    service.server.script = reply
    with pytest.raises(NoCredentials, match="refused the credentials") as refused:
        await asyncio.to_thread(ask, service, secret=SECRET)
    assert "[redacted] is wrong" in str(refused.value) and SECRET not in str(refused.value)
