"""Whose token the real service gets: the bot's own, a pasted one, or one of client credentials.

Secrets live in the memory of these objects alone; what they say of themselves names none.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, Protocol

from app.bridge.sign_in import Application, NoCredentials, SignIn
from app.runtime.ports import Clock

IsOurs = Callable[[str], bool]
"""Whether a token was issued by the token endpoint of this program."""

EARLY: Final = timedelta(seconds=60)
"""A token is renewed this long before it expires."""


class Credentials(Protocol):
    """Gives the value of ``Authorization``. ``kind`` is what the user chose."""

    @property
    def kind(self) -> Literal["bot", "token", "client"]: ...

    @property
    def expires(self) -> datetime | None:
        """When the present token ends, where that is known."""
        ...

    async def authorization(self, sent: str | None) -> str:
        """Return the header for a request that the bot sent with ``sent``.

        Raises NoCredentials. Core thread.
        """
        ...


@dataclass(frozen=True, slots=True)
class BotToken:
    """The bot's own token goes on, unless this program's token endpoint made it."""

    is_ours: IsOurs
    kind: Literal["bot"] = field(default="bot", init=False)
    expires: None = field(default=None, init=False)

    async def authorization(self, sent: str | None) -> str:
        scheme, _, token = (sent or "").partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise NoCredentials("The bot sent no token.")
        if self.is_ours(token):
            raise NoCredentials(
                "The bot's token comes from this program's own token endpoint, which the real "
                "service does not know: let the bot sign in at the real one, or choose other "
                "credentials."
            )
        return f"Bearer {token}"


class PastedToken:
    """One token, for as long as it lasts."""

    kind: Literal["token"] = "token"

    def __init__(self, token: str, clock: Clock) -> None:
        token = f"{token.strip()} ".removeprefix("Bearer ").strip()
        if not token or not token.isascii() or not token.isprintable() or " " in token:
            raise NoCredentials("That is no token: paste the access token alone.")
        self._token = token
        self._clock = clock
        self.expires = expiry(token)

    def __repr__(self) -> str:
        return "PastedToken([redacted])"

    async def authorization(self, sent: str | None) -> str:
        if self.expires is not None and self._clock.now() >= self.expires:
            raise NoCredentials("The pasted token has expired: paste a new one.")
        return f"Bearer {self._token}"


class ClientCredentials:
    """Tokens for an application, kept in memory until shortly before they expire."""

    kind: Literal["client"] = "client"

    def __init__(
        self, application: Application, scope: str, clock: Clock, *, ca_file: str | None = None
    ) -> None:
        if not application.tenant or not application.client_id:
            raise NoCredentials("Client credentials need a tenant and a client id.")
        if not application.secret and not application.certificate:
            raise NoCredentials("Client credentials need a secret or a certificate.")
        self._application = application
        self._clock = clock
        self._sign_in = SignIn(application, scope, ca_file)
        self._header = ""
        self.expires: datetime | None = None
        self._asking = asyncio.Lock()

    def __repr__(self) -> str:
        return f"ClientCredentials({self._application.client_id})"

    async def authorization(self, sent: str | None) -> str:
        async with self._asking:
            if self.expires is None or self._clock.now() >= self.expires - EARLY:
                token, seconds = await asyncio.to_thread(self._sign_in.ask)
                self._header = f"Bearer {token}"
                self.expires = self._clock.now() + timedelta(seconds=seconds)
            return self._header


def expiry(token: str) -> datetime | None:
    """Return when a JWT expires, unverified; ``None`` where it does not say."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        return datetime.fromtimestamp(int(claims["exp"]), UTC)
    except (binascii.Error, ValueError, KeyError, TypeError, OverflowError, OSError):
        return None
