"""Verifies the token of a notification that claims to come from the real service.

The rules are those of Microsoft's own samples (contract section 5.2): RS256, keys from the OpenID
document, one of two issuers, the bot's application id as audience, not expired. Belongs to the core
thread; the documents are fetched through the bridge's client.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.bridge.answered import Unanswered
from app.bridge.learning import read_object
from app.runtime.ports import Clock

if TYPE_CHECKING:
    from app.bridge.client import RealClient

OPENID: Final = "https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration"

ISSUERS: Final = ("https://graph.microsoft.com", "https://api.botframework.com")

KEPT: Final = timedelta(hours=2)
"""How long the keys are kept, as in Microsoft's samples."""

SOONEST: Final = timedelta(minutes=1)
"""How soon they are fetched again for a key that is not among them."""

RETRY: Final = timedelta(seconds=10)
"""How soon after a failure: who sends tokens here must not be able to set the pace."""

FETCH_SECONDS: Final = 10.0
"""How long each document may take."""

FetchJson = Callable[[str], Awaitable[dict[str, Any]]]
"""Fetches a JSON object; raises Unverified."""


class Unverified(Exception):
    """The token proves nothing; the message says why."""


def fetch_by(client: RealClient) -> FetchJson:
    """Return what fetches documents through ``client``."""

    async def fetch(url: str) -> dict[str, Any]:
        try:
            came = await client.send("GET", url, (), b"", seconds=FETCH_SECONDS)
        except Unanswered as error:
            raise Unverified(f"{url} cannot be asked for keys: {error}") from None
        if came.status != 200:
            raise Unverified(f"{url} answered {came.status} in place of keys")
        return read_object(came.body)

    return fetch


class RealTokens:
    """Checks tokens against the keys that ``openid`` leads to; ``audience`` returns the bot's
    application id."""

    def __init__(
        self,
        fetch: FetchJson,
        clock: Clock,
        *,
        audience: Callable[[], str],
        openid: str = OPENID,
        issuers: tuple[str, ...] = ISSUERS,
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._audience = audience
        self._openid = openid
        self._issuers = issuers
        self._keys: dict[str, Any] = {}
        self._fetched: datetime | None = None
        self._failed: datetime | None = None
        self._loading = asyncio.Lock()

    async def verify(self, authorization: str | None) -> dict[str, Any]:
        """Return the claims of a bearer token. Raises Unverified."""
        import jwt

        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Unverified("it carries no bearer token")
        try:
            key = await self._key(str(jwt.get_unverified_header(token.strip()).get("kid")))
            claims: dict[str, Any] = jwt.decode(
                token.strip(),
                key,
                algorithms=["RS256"],
                audience=self._audience(),
                issuer=list(self._issuers),
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, TypeError) as error:
            # TypeError: the key of that name is not one for RS256.
            raise Unverified(f"its token does not verify ({error})") from None
        return claims

    async def _key(self, name: str) -> Any:
        async with self._loading:
            now = self._clock.now()
            age = KEPT if self._fetched is None else now - self._fetched
            if age >= KEPT or (name not in self._keys and age >= SOONEST):
                if self._failed is not None and now - self._failed < RETRY:
                    raise Unverified("the keys of the service could not be had a moment ago")
                self._failed = now
                self._keys = await self._load()
                self._fetched, self._failed = now, None
        if name not in self._keys:
            raise Unverified("its token is signed with a key that the service does not publish")
        return self._keys[name]

    async def _load(self) -> dict[str, Any]:
        import jwt

        document = await self._fetch(self._openid)
        where = document.get("jwks_uri")
        if not isinstance(where, str):
            raise Unverified(f"{self._openid} names no keys")
        try:
            keys = jwt.PyJWKSet.from_dict(await self._fetch(where)).keys
        except jwt.PyJWTError as error:
            raise Unverified(f"the keys of {where} cannot be read ({error})") from None
        return {str(key.key_id): key.key for key in keys}
