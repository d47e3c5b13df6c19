"""Whom the Graph plane lets in: bearer tokens, and what their roles permit."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Collection

from aiohttp import web

from app.api.refusals import bearer, unauthorized
from app.api.signing import BadToken
from app.graph.errors import permission_missing
from app.graph.permissions import is_permitted
from app.settings import Settings

Roles = Callable[[str], frozenset[str]]
"""Returns the roles of an issued token; raises BadToken."""


def _none_issued(token: str) -> frozenset[str]:
    raise BadToken("none is issued here")


class Access:
    """Core thread. ``own_tokens`` are those of this program's own bots, which may do everything."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        roles: Roles = _none_issued,
        own_tokens: Collection[str] = (),
    ) -> None:
        self._settings = settings
        self._roles = roles
        self._own_tokens = tuple(token.encode() for token in own_tokens)

    def check(self, request: web.BaseRequest, action: str) -> None:
        """Return if ``request`` may do ``action`` (``create``, an action's name, or empty for what
        needs no role). Raises GraphError: 401 for its token, 403/7504 for its roles."""
        token = bearer(request)
        if token is None:
            raise unauthorized("Access token is empty: send 'Authorization: Bearer {any token}'.")
        if self._settings().bearer == "any" or self._is_own(token):
            return
        try:
            roles = self._roles(token)
        except BadToken as error:
            raise unauthorized(
                f"Access token validation failure: {error}. The setting auth.bearer is 'issued': "
                "only tokens of POST {base}/{tenant}/oauth2/v2.0/token are taken."
            ) from None
        if not is_permitted(action, roles):
            raise permission_missing()

    def _is_own(self, token: str) -> bool:
        return any(hmac.compare_digest(token.encode(), own) for own in self._own_tokens)
