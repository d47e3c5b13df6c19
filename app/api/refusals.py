"""What requests are refused for before their action is looked at, in Graph's words."""

from __future__ import annotations

from aiohttp import hdrs, web

from app.api.answers import Headers, Refusal
from app.graph.errors import GraphError


def bearer(request: web.BaseRequest) -> str | None:
    """Return the bearer token, ``None`` where there is none (tokens are printable ASCII)."""
    scheme, _, token = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token or not token.isascii():
        return None
    return token


def require_method(method: str, *allowed: str) -> None:
    """Raise GraphError (405) for a method that is not ``allowed``."""
    if method not in allowed:
        headers: Headers = ((hdrs.ALLOW, ", ".join(allowed)),)
        raise Refusal(
            405,
            "MethodNotAllowed",
            f"{method[:20]} is not supported here: use {' or '.join(allowed)}.",
            headers,
        )


def unauthorized(message: str) -> Refusal:
    """401, with the challenge that belongs to it: without ``claims``, for which some clients would
    fetch a second token."""
    headers: Headers = ((hdrs.WWW_AUTHENTICATE, 'Bearer realm=""'),)
    return Refusal(401, "InvalidAuthenticationToken", message, headers)


def not_found(segment: str, hint: str) -> GraphError:
    """404 for a path that leads nowhere; ``hint`` is what there is."""
    return GraphError(
        404, "ResourceNotFound", f"Resource not found for the segment '{segment[:100]}': {hint}."
    )
