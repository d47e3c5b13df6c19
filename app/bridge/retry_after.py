"""``Retry-After``: until when the real service wants no request (RFC 9110, section 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

USUAL: Final = 10.0
"""Seconds where a 429 says nothing that can be read (Graph's own advice: back off)."""

LONGEST: Final = 3600.0


def held_until(header: str | None, now: datetime) -> datetime:
    """Return when to send again, at most an hour from ``now`` (UTC)."""
    seconds = USUAL
    text = (header or "").strip()
    if text.isdigit():
        seconds = float(text[:9])
    elif text:
        try:
            at = parsedate_to_datetime(text)
            seconds = (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds()
        except (TypeError, ValueError):
            seconds = USUAL
    return now + timedelta(seconds=min(max(seconds, 0.0), LONGEST))
