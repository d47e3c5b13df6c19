"""How a bot finds out whether a notification is the service's, as Microsoft's samples do it.

The key comes from the OpenID document; issuer, audience, lifetime and the tenant's claim are
checked (contract section 5.2).
"""

from __future__ import annotations

import asyncio

import httpx
import jwt

ISSUERS = ("https://api.botframework.com", "https://graph.microsoft.com")


class ServiceTokens:
    """Checks tokens for the bot ``app_id``; the keys are fetched once, from ``service`` (a client
    for the server that stands for api.aps.skype.com)."""

    def __init__(self, service: httpx.AsyncClient, app_id: str) -> None:
        self._service = service
        self._app_id = app_id
        self._keys: jwt.PyJWKSet | None = None
        self._fetching = asyncio.Lock()

    async def verify(self, authorization: str | None) -> None:
        """Raise ValueError for an Authorization header that is not the service's."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme != "Bearer":
            raise ValueError("There is no token.")
        async with self._fetching:
            if self._keys is None:
                self._keys = await self._fetch()
        try:
            key = self._keys[jwt.get_unverified_header(token)["kid"]]
            claims = jwt.decode(
                token,
                key,
                algorithms=["RS256"],
                audience=self._app_id,
                options={"require": ["aud", "exp", "iss", "nbf", "tid"]},
            )
        except (jwt.InvalidTokenError, KeyError) as error:
            raise ValueError(f"{type(error).__name__}: {error}") from error
        if claims["iss"] not in ISSUERS:
            raise ValueError(f"Issued by {claims['iss']}.")

    async def _fetch(self) -> jwt.PyJWKSet:
        document = (await self._service.get("/v1/.well-known/OpenIdConfiguration")).json()
        return jwt.PyJWKSet.from_dict((await self._service.get(document["jwks_uri"])).json())
