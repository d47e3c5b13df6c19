"""What came of one request, and how the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.runtime.bodies import body_text
from app.runtime.records import ExchangeKind, HttpExchange

Headers = tuple[tuple[str, str], ...]

MOST_BODY: Final = 1 << 20
"""Bytes of an answer that are read, as of the bot's requests."""


@dataclass(frozen=True, slots=True)
class Reply:
    """``status`` is ``None`` where there was no answer; ``error`` says why, or what it lacks.

    ``truncated``: the body was longer than the limit, and ``body`` is its beginning. ``reading`` is
    how many seconds it took to come in.
    """

    request_headers: Headers
    status: int | None = None
    headers: Headers = ()
    body: bytes = b""
    truncated: bool = False
    error: str | None = None
    reading: float | None = None

    def header(self, name: str) -> str | None:
        """Return the first header ``name`` (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def text(self) -> str:
        """The body for people to read."""
        text = body_text(self.body, self.headers)
        return f"{text}\n[the first {len(self.body):,} bytes are kept]" if self.truncated else text

    def exchange(
        self,
        kind: ExchangeKind,
        method: str,
        url: str,
        request_body: str,
        started: datetime,
        seconds: float,
        *,
        response_body: str | None = None,
        attempt: int = 1,
    ) -> HttpExchange:
        """Return it as an outgoing exchange; ``response_body`` stands in place of the body."""
        return HttpExchange(
            kind=kind,
            direction="out",
            method=method,
            url=url,
            started=started,
            seconds=seconds,
            request_headers=self.request_headers,
            request_body=request_body,
            status=self.status,
            response_headers=self.headers,
            response_body=self.text if response_body is None else response_body,
            error=self.error,
            attempt=attempt,
            response_seconds=self.reading,
        )
