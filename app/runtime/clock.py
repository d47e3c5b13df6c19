"""The only place that reads the wall clock or makes random ids and tokens."""

from __future__ import annotations

import secrets
import time
import uuid
from datetime import UTC, datetime


class SystemClock:
    """The machine's clocks; any thread."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds on a clock that never jumps."""
        return time.monotonic()


def new_id() -> str:
    """Return a fresh lower-case GUID with dashes."""
    return str(uuid.uuid4())


def new_token() -> str:
    """Return an unguessable token of 256 bits, safe in URLs and headers."""
    return secrets.token_urlsafe(32)
