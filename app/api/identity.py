"""The identity plane: what bots ask login.microsoftonline.com, and how they check notifications.

Tokens for Graph, the OpenID documents that lead to them, and those by which the token of a
notification is verified (contract section 5). Paths match in any case.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote

from aiohttp import hdrs, web

from app.api.answers import Answer, Refusal, Seen, base_url, graph_json, path_segments
from app.api.sign_in import SignInRefused, parse_token_request
from app.api.signing import KeyRing
from app.api.tokens import ISSUER, AccessTokens, Application
from app.runtime.identity import BotIdentity
from app.runtime.ports import Clock
from app.settings import Settings

Json = dict[str, Any]

CLOUD: Final = "login.microsoftonline.com"

WEBHOOK_KEYS: Final = "/v1/.well-known/keys"

ANY: Final = "*"

PATHS: Final = (
    "*/oauth2/v2.0/token",
    "*/oauth2/token",
    "*/v2.0/.well-known/openid-configuration",
    "*/.well-known/openid-configuration",
    "*/discovery/v2.0/keys",
    "*/discovery/keys",
    "common/discovery/instance",
    "v1/.well-known/openidconfiguration",
    "v1/.well-known/keys",
)
"""In lower case, with ``*`` for a tenant."""

Handler = Callable[[web.BaseRequest, str, Seen], Awaitable[Answer]]
"""Answers a request for a tenant, as the path names it (empty where it names none)."""


class IdentityPlane:
    """Core thread."""

    def __init__(
        self,
        keys: KeyRing,
        tokens: AccessTokens,
        bot: BotIdentity,
        settings: Callable[[], Settings],
        clock: Clock,
    ) -> None:
        self._keys = keys
        self._tokens = tokens
        self._bot = bot
        self._settings = settings
        self._clock = clock
        handlers: tuple[Handler, ...] = (
            self._token,
            self._first_token,
            self._second_version,
            self._first_version,
            self._key_set,
            self._key_set,
            self._instance,
            self._webhooks,
            self._key_set,
        )
        self._handlers = {
            tuple(path.split("/")): handler for path, handler in zip(PATHS, handlers, strict=True)
        }

    def handles(self, path: str) -> bool:
        """Whether an undecoded path belongs to this plane."""
        return self._find(path) is not None

    async def answer(self, request: web.BaseRequest, seen: Seen) -> Answer:
        """Answer ``request``, whose body is in ``seen``. Raises GraphError for a wrong method."""
        handler = self._find(request.rel_url.raw_path)
        assert handler is not None, "handles() comes first"
        posted = request.rel_url.raw_path.rstrip("/").lower().endswith("token")
        if posted and request.method != "POST":
            method = request.method[:20]
            wrong = f"The endpoint only accepts POST requests. Received a {method} request."
            refused = SignInRefused(405, "invalid_request", 900561, wrong)
            return self._refuse(refused, seen, ((hdrs.ALLOW, "POST"),))
        if not posted and request.method not in ("GET", "HEAD"):
            raise Refusal(405, "MethodNotAllowed", "Use GET or HEAD.", ((hdrs.ALLOW, "GET, HEAD"),))
        tenant = unquote(request.rel_url.raw_path.split("/")[1])
        return await handler(request, tenant, seen)

    def _find(self, path: str) -> Handler | None:
        segments = tuple(path_segments(path))
        if len(segments) < 3:
            return None
        return self._handlers.get(segments) or self._handlers.get((ANY, *segments[1:]))

    # -- tokens ------------------------------------------------------------------------------

    async def _token(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        return await self._issue(request, tenant, seen, first_version=False)

    async def _first_token(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        return await self._issue(request, tenant, seen, first_version=True)

    async def _issue(
        self, request: web.BaseRequest, tenant: str, seen: Seen, *, first_version: bool
    ) -> Answer:
        now = self._clock.now()
        try:
            wanted = parse_token_request(
                seen.body,
                request.headers.get(hdrs.AUTHORIZATION, ""),
                first_version=first_version,
                now=now,
            )
        except SignInRefused as refused:
            return self._refuse(refused, seen)
        self._bot.note(wanted.client_id, tenant)
        app = Application(wanted.client_id, self._bot.tenant_of(tenant))
        token = await self._tokens.issue(app, wanted.audience, by_certificate=wanted.by_certificate)
        seconds = self._settings().token_seconds
        if not first_version:
            lives = {"expires_in": seconds, "ext_expires_in": seconds}
            return graph_json(200, {"token_type": "Bearer", **lives, "access_token": token})
        begins = int(now.timestamp())
        return graph_json(
            200,
            {
                "token_type": "Bearer",
                "expires_in": str(seconds),
                "ext_expires_in": str(seconds),
                "expires_on": str(begins + seconds),
                "not_before": str(begins),
                "resource": wanted.audience,
                "access_token": token,
            },
        )

    def _refuse(
        self, refused: SignInRefused, seen: Seen, headers: tuple[tuple[str, str], ...] = ()
    ) -> Answer:
        body = refused.body(seen.request_id, seen.client_request_id, self._clock.now())
        return graph_json(refused.status, body, headers)

    # -- documents ---------------------------------------------------------------------------

    async def _second_version(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        base = base_url(request)
        return graph_json(200, self._document(base, tenant, "/v2.0", f"{base}/{{}}/v2.0"))

    async def _first_version(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        issuer = "https://sts.windows.net/{}/"
        return graph_json(200, self._document(base_url(request), tenant, "", issuer))

    def _document(self, base: str, tenant: str, version: str, issuer: str) -> Json:
        """Return what leads to the tokens; ``issuer`` has ``{}`` for the tenant's id."""
        root = f"{base}/{quote(tenant, safe='')}"
        return {
            "token_endpoint": f"{root}/oauth2{version}/token",
            "token_endpoint_auth_methods_supported": [
                "client_secret_post",
                "private_key_jwt",
                "client_secret_basic",
            ],
            "jwks_uri": f"{root}/discovery{version}/keys",
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": issuer.format(self._bot.tenant_of(tenant)),
            "authorization_endpoint": f"{root}/oauth2{version}/authorize",
            "device_authorization_endpoint": f"{root}/oauth2{version}/devicecode",
            "end_session_endpoint": f"{root}/oauth2{version}/logout",
            "tenant_region_scope": "NA",
            "cloud_instance_name": "microsoftonline.com",
            "cloud_graph_host_name": "graph.windows.net",
            "msgraph_host": "graph.microsoft.com",
        }

    async def _instance(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        """What MSAL asks first: which authorities are one and the same cloud."""
        asked = parse_qs(request.rel_url.raw_query_string).get("authorization_endpoint", [""])[0]
        name = asked.split("/")[3] if asked.count("/") >= 3 else "common"
        root = f"{base_url(request)}/{quote(name or 'common', safe='')}"
        aliases = [CLOUD, "login.windows.net", "login.microsoft.com", "sts.windows.net"]
        cloud = {"preferred_network": CLOUD, "preferred_cache": "login.windows.net"}
        return graph_json(
            200,
            {
                "tenant_discovery_endpoint": f"{root}/v2.0/.well-known/openid-configuration",
                "api-version": "1.1",
                "metadata": [cloud | {"aliases": aliases}],
            },
        )

    async def _webhooks(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        return graph_json(
            200,
            {
                "issuer": ISSUER,
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": f"{base_url(request)}{WEBHOOK_KEYS}",
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            },
        )

    async def _key_set(self, request: web.BaseRequest, tenant: str, seen: Seen) -> Answer:
        return graph_json(200, await self._keys.key_set())
