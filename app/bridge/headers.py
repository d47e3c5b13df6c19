"""Which headers of the bot's request go on to the real service."""

from __future__ import annotations

from typing import Final

Headers = tuple[tuple[str, str], ...]

HOP_BY_HOP: Final = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""RFC 9110, section 7.6.1: they are about one connection."""

OURS: Final = frozenset({"accept-encoding", "content-length", "expect", "host"})
"""The bridge's own client sets these."""

NEVER: Final = frozenset({"authorization", "cookie", "origin", "referer", "x-callsim-key"})
"""Secrets of the bot or of this program, and what only browsers send."""


def onward(headers: Headers) -> Headers:
    """Return the headers that go on, in the order in which the bot sent them.

    Authorization is not among them: whose token is sent is decided elsewhere. What ``Connection``
    names goes no further either.
    """
    named = {
        name.strip().lower()
        for header, value in headers
        if header.lower() == "connection"
        for name in value.split(",")
    }
    left_out = HOP_BY_HOP | OURS | NEVER | named
    return tuple(
        (name, value)
        for name, value in headers
        if name.lower() not in left_out and not name.lower().startswith(("sec-", "x-forwarded-"))
    )
