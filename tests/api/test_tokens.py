from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import jwt
import pytest

from app.api.signing import BadToken, KeyRing
from app.api.tokens import AccessTokens, Application, WebhookTokens
from app.runtime.clock import new_id
from app.settings import Settings

BOT = Application("the-app", "the-tenant")
START = datetime(2026, 11, 25, tzinfo=UTC)


@dataclass
class StillClock:
    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 0.0


async def access(keys: KeyRing, clock: StillClock, **settings: object) -> tuple[AccessTokens, str]:
    wanted = Settings(**settings)  # type: ignore[arg-type]
    tokens = AccessTokens(keys, lambda: wanted, clock, new_id)
    return tokens, await tokens.issue(BOT, "https://graph.microsoft.com/", by_certificate=False)


async def test_an_access_token_says_who_for_whom_and_how_long() -> None:
    keys = KeyRing()
    _, token = await access(keys, StillClock(), token_seconds=90, roles=" A.All, ,B.All")
    claims = keys.read(token)
    assert claims["aud"] == "https://graph.microsoft.com/"
    assert claims["iss"] == "https://sts.windows.net/the-tenant/"
    assert (claims["appid"], claims["tid"], claims["appidacr"]) == ("the-app", "the-tenant", "1")
    assert claims["exp"] - claims["iat"] == 90 and claims["iat"] == START.timestamp()
    assert claims["roles"] == ["A.All", "B.All"]
    assert claims["sub"] == claims["oid"]


async def test_roles_until_the_token_expires() -> None:
    keys, clock = KeyRing(), StillClock()
    tokens, token = await access(keys, clock, token_seconds=60, roles="A.All")
    clock.at += timedelta(seconds=59)
    assert tokens.roles(token) == {"A.All"}
    clock.at += timedelta(seconds=1)
    with pytest.raises(BadToken, match="expired"):
        tokens.roles(token)


def webhooks(keys: KeyRing, way: str, clock: StillClock | None = None) -> WebhookTokens:
    settings = Settings(webhook_signature=way)
    bots = {"other": Application("other-app", "the-tenant")}
    return WebhookTokens(
        keys,
        lambda: settings,
        lambda call_id: bots.get(call_id, BOT),
        clock or StillClock(),
        new_id,
    )


async def test_a_notifications_token_has_the_documented_claims() -> None:
    keys = KeyRing()
    header = await webhooks(keys, "signed").authorization("c")
    assert header is not None
    now = START.timestamp()
    assert keys.read(header.removeprefix("Bearer ")) == {
        "aud": "the-app",
        "iss": "https://api.botframework.com",
        "iat": now,
        "nbf": now,
        "exp": now + 3600,
        "tid": "the-tenant",
    }


async def test_a_token_serves_for_a_minute_and_one_bot() -> None:
    clock = StillClock()
    signer = webhooks(KeyRing(), "signed", clock)
    first = await signer.authorization("c")
    clock.at += timedelta(seconds=59)
    assert await signer.authorization("d") == first
    clock.at += timedelta(seconds=1)
    second = await signer.authorization("d")
    assert second != first
    assert await signer.authorization("other") != second


async def test_it_is_no_token_for_graph() -> None:
    keys = KeyRing()
    tokens, _ = await access(keys, StillClock())
    header = await webhooks(keys, "signed").authorization("c")
    assert header is not None
    with pytest.raises(BadToken, match="notification"):
        tokens.roles(header.removeprefix("Bearer "))


async def test_ways_in_which_it_can_be_bad() -> None:
    keys = KeyRing()
    assert await webhooks(keys, "none").authorization("c") is None
    claims = {}
    for way in ("wrong", "expired", "wrongAudience"):
        header = await webhooks(keys, way).authorization("c")
        assert header is not None
        token = header.removeprefix("Bearer ")
        claims[way] = jwt.decode(token, options={"verify_signature": False})
        if way == "wrong":
            with pytest.raises(BadToken, match="signature"):
                keys.read(token)
        else:
            keys.read(token)
    assert claims["wrong"]["aud"] == claims["expired"]["aud"] == "the-app"
    assert claims["expired"]["exp"] == START.timestamp() - 3600
    assert claims["wrongAudience"]["aud"] != "the-app"
    assert claims["wrongAudience"]["exp"] == claims["wrong"]["exp"] == START.timestamp() + 3600
