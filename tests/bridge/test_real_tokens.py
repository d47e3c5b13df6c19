from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from app.bridge.client import RealClient
from app.bridge.real_tokens import OPENID, RealTokens, Unverified, fetch_by
from app.runtime.clock import SystemClock
from tests.helpers.wire_server import answer, wire_server

BOT = "8b7dd9f0-0000-4000-8000-000000000001"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Clock(SystemClock):
    ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Service:
    """Publishes ``KEY``; ``broken``: it cannot be reached."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    async def __call__(self, url: str) -> dict[str, Any]:
        self.asked.append(url)
        if self.broken:
            raise Unverified("the keys cannot be fetched")
        if url == OPENID:
            return {"jwks_uri": "https://keys.example/"}
        key = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [key | {"kid": "one", "use": "sig", "alg": "RS256"}]}


def token(key: rsa.RSAPrivateKey = KEY, kid: str = "one", **claims: Any) -> str:
    now = datetime.now(UTC)
    usual = {"iss": "https://api.botframework.com", "aud": BOT, "exp": now + timedelta(hours=1)}
    return "Bearer " + jwt.encode(usual | claims, key, algorithm="RS256", headers={"kid": kid})


def verifier(service: Service, clock: Clock | None = None) -> RealTokens:
    return RealTokens(service, clock or Clock(), audience=lambda: BOT)


async def test_a_token_of_the_service_verifies_and_the_keys_are_kept() -> None:
    service = Service()
    tokens = verifier(service)
    assert (await tokens.verify(token()))["aud"] == BOT
    await tokens.verify(token(iss="https://graph.microsoft.com"))
    assert len(service.asked) == 2, "the document and the keys, once"


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "",
        "Basic x",
        "Bearer ",
        "Bearer no.jwt.here",
        token(OTHER),
        token(kid="two"),
        token(iss="https://evil.example"),
        token(aud="another bot"),
        token(exp=datetime.now(UTC) - timedelta(minutes=5)),
        "Bearer " + jwt.encode({"aud": BOT}, "a" * 32, algorithm="HS256", headers={"kid": "one"}),
        "Bearer " + jwt.encode({"aud": BOT}, None, algorithm="none", headers={"kid": "one"}),
    ],
)
async def test_everything_else_is_refused(wrong: str | None) -> None:
    with pytest.raises(Unverified):
        await verifier(Service()).verify(wrong)


async def test_a_sender_of_tokens_does_not_set_the_pace_of_fetching() -> None:
    service, clock = Service(), Clock()
    tokens = verifier(service, clock)
    service.broken = True
    for _ in range(5):
        with pytest.raises(Unverified):
            await tokens.verify(token())
    assert len(service.asked) == 1
    service.broken, clock.ahead = False, timedelta(seconds=11)
    await tokens.verify(token())
    for _ in range(5):
        with pytest.raises(Unverified, match="does not publish"):
            await tokens.verify(token(kid="two"))
    assert len(service.asked) == 3


async def test_documents_that_cannot_be_had() -> None:
    client = RealClient()
    fetch = fetch_by(client)
    async with wire_server(lambda seen: answer(200, b'{"a": 1}')) as server:
        assert await fetch(server.url) == {"a": 1}
        server.script = lambda seen: answer(503)
        with pytest.raises(Unverified, match="answered 503"):
            await fetch(server.url)
        server.script = lambda seen: b""
        with pytest.raises(Unverified, match="cannot be asked for keys"):
            await fetch(server.url)
    await client.close()
