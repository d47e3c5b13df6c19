"""What the tokens say: those that the bot fetches for Graph, and those that notifications carry."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.api.signing import BadToken, Claims, KeyRing
from app.runtime.ports import Clock, NewId
from app.settings import Settings

ISSUER: Final = "https://api.botframework.com"
"""Of notifications (contract section 5.2)."""

WEBHOOK_SECONDS: Final = 3600
"""How long a notification's token is good."""

REUSE_SECONDS: Final = 60
"""How long a token serves for other notifications too: to sign one takes 0.3 ms."""


@dataclass(frozen=True, slots=True)
class Application:
    """A bot as directory and calls service know it; ``tenant_id`` is where it is registered."""

    id: str
    tenant_id: str


class AccessTokens:
    """Issues the tokens for Graph, and knows them again. Core thread."""

    def __init__(
        self, keys: KeyRing, settings: Callable[[], Settings], clock: Clock, new_id: NewId
    ) -> None:
        self._keys = keys
        self._settings = settings
        self._clock = clock
        self._new_id = new_id

    async def issue(self, app: Application, audience: str, *, by_certificate: bool) -> str:
        """Return a token in the form of those that Microsoft Entra issues for Graph (version 1)."""
        now, settings = _seconds(self._clock.now()), self._settings()
        principal = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{app.tenant_id}/{app.id}"))
        issuer = f"https://sts.windows.net/{app.tenant_id}/"
        claims = {
            "aud": audience,
            "iss": issuer,
            "iat": now,
            "nbf": now,
            "exp": now + settings.token_seconds,
            "app_displayname": "Bot under test",
            "appid": app.id,
            "appidacr": "2" if by_certificate else "1",
            "idp": issuer,
            "idtyp": "app",
            "oid": principal,
            "roles": [role for role in map(str.strip, settings.roles.split(",")) if role],
            "sub": principal,
            "tid": app.tenant_id,
            "uti": self._new_id(),
            "ver": "1.0",
        }
        return await self._keys.sign(claims)

    def roles(self, token: str) -> frozenset[str]:
        """Return the roles in a token that was issued here and is still good. Raises BadToken."""
        claims = self._keys.read(token)
        if claims["iss"] == ISSUER:
            raise BadToken("it is a notification's, not one for Graph")
        late = _seconds(self._clock.now()) - claims["exp"]
        if late >= 0:
            raise BadToken(f"Lifetime validation failed, the token is expired (since {late} s)")
        return frozenset(claims["roles"])


class WebhookTokens:
    """The runtime's SignerPort: what notifications carry. Core thread.

    ``bot`` returns who takes the notifications of a call, by the call's id.
    """

    def __init__(
        self,
        keys: KeyRing,
        settings: Callable[[], Settings],
        bot: Callable[[str], Application],
        clock: Clock,
        new_id: NewId,
    ) -> None:
        self._keys = keys
        self._settings = settings
        self._bot = bot
        self._clock = clock
        self._new_id = new_id
        self._last: tuple[Application, int, str] | None = None
        """The last good one: for whom, of when."""

    async def authorization(self, call_id: str) -> str | None:
        """Return the Authorization header for a notification of that call."""
        way, app = self._settings().webhook_signature, self._bot(call_id)
        if way == "none":
            return None
        now = _seconds(self._clock.now())
        if way == "signed" and self._last is not None:
            bot, since, header = self._last
            if bot == app and 0 <= now - since < REUSE_SECONDS:
                return header
        if way == "expired":
            # So long ago that no clock skew (bots allow five minutes) makes it good again.
            now -= 2 * WEBHOOK_SECONDS
        claims: Claims = {
            "aud": self._new_id() if way == "wrongAudience" else app.id,
            "iss": ISSUER,
            "iat": now,
            "nbf": now,
            "exp": now + WEBHOOK_SECONDS,
            "tid": app.tenant_id,
        }
        sign = self._keys.forge if way == "wrong" else self._keys.sign
        header = f"Bearer {await sign(claims)}"
        if way == "signed":
            self._last = (app, now, header)
        return header


def _seconds(at: datetime) -> int:
    return int(at.timestamp())
