"""Whose token the real service gets: the bot's own, a pasted one, or one of client credentials.

Secrets live in the memory of this object alone; what it says of itself names none. MSAL, which
takes 0.3 s to load and asks over the network, runs in a worker.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import functools
import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, Protocol

from app.bridge.target import AUTHORITIES, SIGN_IN
from app.runtime.ports import Clock

IsOurs = Callable[[str], bool]
"""Whether a token was issued by the token endpoint of this program."""

SECONDS: Final = 30.0
"""How long the sign-in service may take for each answer."""

EARLY: Final = timedelta(seconds=60)
"""A token is renewed this long before it expires."""


class NoCredentials(ValueError):
    """There is no token to be sent; the message says why and what to do."""


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


@dataclass(frozen=True, slots=True)
class Application:
    """A registered application. ``secret`` or ``certificate`` (PEM: private key and certificate).

    ``authority`` is scheme and host of the sign-in service.
    """

    tenant: str
    client_id: str
    secret: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)
    authority: str = SIGN_IN


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
        self._scope = scope
        self._clock = clock
        self._ca_file = ca_file
        self._client: Any = None
        self._header = ""
        self.expires: datetime | None = None
        self._asking = asyncio.Lock()

    def __repr__(self) -> str:
        return f"ClientCredentials({self._application.client_id})"

    async def authorization(self, sent: str | None) -> str:
        async with self._asking:
            if self.expires is None or self._clock.now() >= self.expires - EARLY:
                token, seconds = await asyncio.to_thread(self._ask)
                self._header = f"Bearer {token}"
                self.expires = self._clock.now() + timedelta(seconds=seconds)
            return self._header

    def _ask(self) -> tuple[str, int]:
        """Ask for a token. In a worker."""
        import msal
        import requests

        app = self._application
        credential: Any = app.secret
        if app.certificate:
            credential = {"private_key": app.certificate, "public_certificate": app.certificate}
        known = app.authority in (SIGN_IN, *AUTHORITIES.values())
        try:
            if self._client is None:
                self._client = msal.ConfidentialClientApplication(
                    app.client_id,
                    authority=f"{app.authority}/{app.tenant}",
                    client_credential=credential,
                    # A sign-in service that Microsoft does not list is not asked for there.
                    instance_discovery=None if known else False,
                    http_client=_session(self._ca_file),
                )
            result = self._client.acquire_token_for_client([self._scope])
        except NoCredentials:
            raise
        except (OSError, requests.RequestException) as error:
            raise NoCredentials(
                f"{app.authority} cannot be asked for a token: {_reason(error)}."
            ) from None
        except ValueError as error:
            raise NoCredentials(f"No token for these credentials: {_first_line(error)}") from None
        if "access_token" not in result:
            why = result.get("error_description") or result.get("error") or "no reason given"
            # It may quote what it was sent.
            for secret in filter(None, (app.secret, app.certificate)):
                why = str(why).replace(secret, "[redacted]")
            raise NoCredentials(f"{app.authority} refused the credentials: {_first_line(why)}")
        return str(result["access_token"]), int(result.get("expires_in", 0))


def _session(ca_file: str | None) -> Any:
    """Return what MSAL sends with: it trusts the usual authorities and those of ``ca_file``.

    Raises NoCredentials.
    """
    import requests
    from requests.adapters import HTTPAdapter

    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            why = error.strerror or str(error)
            raise NoCredentials(
                f"The authorities in '{ca_file}' cannot be read ({why}): name a PEM file."
            ) from None

    class Trusting(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> Any:
            return super().init_poolmanager(*args, ssl_context=context, **kwargs)

        def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
            return super().proxy_manager_for(*args, ssl_context=context, **kwargs)

    session = requests.Session()
    session.mount("https://", Trusting())
    session.request = functools.partial(session.request, timeout=SECONDS)  # type: ignore[method-assign]
    return session


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


def _reason(error: Exception) -> str:
    """Return the kind of a failure of requests; its text would quote the whole address."""
    return type(error).__name__


def _first_line(text: object) -> str:
    return str(text).strip().partition("\n")[0][:300]
