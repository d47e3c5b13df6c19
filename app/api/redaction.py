"""Takes the secrets out of exchanges with the token endpoint before anything keeps them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote_plus

HIDDEN: Final = "[redacted]"

SECRET_FIELDS: Final = (
    "assertion",
    "client_assertion",
    "client_secret",
    "code",
    "password",
    "refresh_token",
)

FORM: Final = "application/x-www-form-urlencoded"

TOKENS: Final = re.compile(r'("(?:access|id|refresh)_token"\s*:\s*)"[^"]*"')


def redact_form(text: str) -> str:
    """Return a form, or a query, without the values of its secret fields."""
    return "&".join(map(_redact_field, text.split("&")))


def redact_body(text: str, content_type: str) -> str:
    """Return the body of a token request: of one that is no form, nothing is kept."""
    if content_type.partition(";")[0].strip().lower() in ("", FORM):
        return redact_form(text)
    return HIDDEN if text else ""


def redact_url(url: str) -> str:
    """Return ``url`` with a redacted query."""
    path, mark, query = url.partition("?")
    return path + mark + redact_form(query)


def redact_tokens(text: str) -> str:
    """Return JSON without the tokens in it."""
    return TOKENS.sub(rf'\g<1>"{HIDDEN}"', text)


def _redact_field(field: str) -> str:
    name, mark, _ = field.partition("=")
    if mark and unquote_plus(name).strip().lower() in SECRET_FIELDS:
        return f"{name}={HIDDEN}"
    return field
