"""Ids, which arrive in many spellings."""

from __future__ import annotations


def guid(text: str) -> str:
    """Return an id in the one spelling used inside: lower case, with dashes."""
    plain = text.replace("-", "").strip("{}").lower()
    if len(plain) != 32:
        return text
    return "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))
