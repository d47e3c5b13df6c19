"""A token request (RFC 6749, section 4.4) as Microsoft Entra takes it, and how it refuses one."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl, unquote_plus

from app.api.signing import unverified

JWT_BEARER: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

DEFAULT: Final = "/.default"

LONGEST_NAME: Final = 200
"""Characters of an application's id; real ones have 36."""


class SignInRefused(Exception):
    """``error`` is OAuth's word, ``code`` the number of the AADSTS message."""

    def __init__(self, status: int, error: str, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.error = error
        self.code = code
        self.message = message

    def body(self, trace_id: str, correlation_id: str, at: datetime) -> dict[str, Any]:
        """Return the JSON of the answer; ``at`` is in UTC."""
        stamp = at.strftime("%Y-%m-%d %H:%M:%SZ")
        return {
            "error": self.error,
            "error_description": f"AADSTS{self.code}: {self.message} Trace ID: {trace_id} "
            f"Correlation ID: {correlation_id} Timestamp: {stamp}",
            "error_codes": [self.code],
            "timestamp": stamp,
            "trace_id": trace_id,
            "correlation_id": correlation_id,
            "error_uri": f"https://login.microsoftonline.com/error?code={self.code}",
        }


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """``audience`` is the resource of the scope; any secret will do, for none is registered."""

    client_id: str
    audience: str
    by_certificate: bool


def parse_token_request(
    body: bytes, authorization: str, *, first_version: bool, now: datetime
) -> TokenRequest:
    """Check the form in ``body`` and the Authorization header.

    ``first_version`` is the endpoint that has ``resource`` in place of ``scope``. Raises
    SignInRefused.
    """
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    basic = _basic(authorization)
    if basic is not None:
        form = {"client_id": basic[0], "client_secret": basic[1]} | form
    grant = _required(form, "grant_type")
    if grant != "client_credentials":
        raise SignInRefused(
            400,
            "unsupported_grant_type",
            70003,
            f"The app requested an unsupported grant type '{grant[:100]}'. "
            "(The simulator has client_credentials only.)",
        )
    client_id = _required(form, "client_id").strip()
    if len(client_id) > LONGEST_NAME or not client_id.isprintable():
        raise SignInRefused(
            400,
            "unauthorized_client",
            700016,
            "Application with that identifier was not found in the directory.",
        )
    wanted = _required(form, "resource" if first_version else "scope")
    by_certificate = "client_assertion" in form
    if by_certificate:
        _check_assertion(form, client_id, now)
    elif not form.get("client_secret"):
        raise SignInRefused(
            401,
            "invalid_client",
            7000215,
            "Invalid client secret provided. Ensure the secret being sent in the request is the "
            "client secret value, not the client secret ID, for a secret added to app "
            f"'{client_id}'. (The simulator takes any secret that is not empty.)",
        )
    return TokenRequest(client_id, wanted.split()[0].removesuffix(DEFAULT), by_certificate)


def _required(form: dict[str, str], name: str) -> str:
    value = form.get(name, "")
    if not value.strip():
        raise SignInRefused(
            400,
            "invalid_request",
            900144,
            f"The request body must contain the following parameter: '{name}'.",
        )
    return value


def _check_assertion(form: dict[str, str], client_id: str, now: datetime) -> None:
    """Check what can be without the certificate, which nobody has registered here."""
    claims = unverified(form["client_assertion"])
    if form.get("client_assertion_type") != JWT_BEARER or claims is None:
        raise SignInRefused(
            401,
            "invalid_client",
            50027,
            f"JWT token is invalid or malformed: a client_assertion is a JWT of the type "
            f"'{JWT_BEARER}'.",
        )
    expires = claims.get("exp")
    if not isinstance(expires, int | float) or expires <= now.timestamp():
        raise SignInRefused(
            401,
            "invalid_client",
            700024,
            "Client assertion is not within its valid time range.",
        )
    if claims.get("sub") != client_id or claims.get("iss") != client_id:
        raise SignInRefused(
            401,
            "invalid_client",
            700021,
            "Client assertion application identifier doesn't match 'client_id' parameter: iss and "
            "sub have to be it.",
        )


def _basic(header: str) -> tuple[str, str] | None:
    """Return id and secret of HTTP basic authentication (RFC 6749, section 2.3.1)."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        text = base64.b64decode(value.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    name, _, secret = text.partition(":")
    return unquote_plus(name), unquote_plus(secret)
