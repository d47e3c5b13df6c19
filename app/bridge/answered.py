"""What comes back from the real service, or why nothing did. Loads no HTTP client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.bridge.headers import Headers

Trouble = Literal["network", "dns", "tls", "timeout", "broken", "tooLarge"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What the real service said."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header ``name`` (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Unanswered(Exception):
    """There is no answer. ``sent``: whether any of the request can have arrived."""

    def __init__(self, trouble: Trouble, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.trouble = trouble
        self.sent = sent


class BadTrust(ValueError):
    """The file of authorities cannot be used; the message says why."""
