"""Which headers of an exchange a command line or a program has to send itself."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from app.exports.redaction import REDACTED, redact_exchange
from app.runtime.records import HttpExchange

_OWN: Final = frozenset(
    ("host", "content-length", "connection", "transfer-encoding", "accept-encoding", "expect")
)
"""What every client makes itself, from the address, the body and what it can unpack."""

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A name that HTTP allows (RFC 9110, 5.6.2): others, such as ``@file``, mean something to curl."""


def to_repeat(exchange: HttpExchange, *, secrets: bool) -> HttpExchange:
    """Return the request of ``exchange`` as it is to be repeated: with the headers that have to be
    given, and (unless ``secrets``) nothing in it that gives access.

    Raises ValueError for a body that no command line can hold.
    """
    exchange = exchange.whole()
    if "\x00" in exchange.request_body + exchange.url:
        raise ValueError(
            "This body has a zero byte in it, which no command line can hold: save it as a file."
        )
    shown = exchange if secrets else redact_exchange(exchange)
    headers = []
    for (name, value), (_, original) in zip(
        shown.request_headers, exchange.request_headers, strict=True
    ):
        if name.lower() in _OWN or not _TOKEN.fullmatch(name):
            continue
        if value == REDACTED and original.lower().startswith("bearer "):
            value = f"Bearer {REDACTED}"  # Any token will do for the local Graph.
        headers.append((name, " ".join(value.splitlines())))
    return dataclasses.replace(shown, request_headers=tuple(headers))
