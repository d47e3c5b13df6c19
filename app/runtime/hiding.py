"""Known secrets, taken out of what is recorded: the other side may echo what it was sent."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from app.runtime.records import HttpExchange

REDACTED: Final = "[redacted]"

SHORTEST: Final = 8
"""Characters; what is shorter is no secret, and would be found in words."""

MOST: Final = 100
"""Secrets that are remembered: tokens are renewed; the oldest go first."""


class Hiding:
    """Belongs to one thread. Says nothing of what it hides."""

    def __init__(self) -> None:
        self._spellings: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def __repr__(self) -> str:
        return f"Hiding({len(self._spellings)})"

    def add(self, secret: str) -> None:
        """Hide ``secret`` from now on, as it is, as JSON has it, and as addresses and forms do."""
        secret = secret.strip()
        if len(secret) < SHORTEST:
            return
        if secret not in self._spellings:
            spelt = (secret, json.dumps(secret)[1:-1], quote(secret), quote(secret, safe=""))
            self._spellings[secret] = tuple(dict.fromkeys(spelt))
        self._spellings.move_to_end(secret)
        while len(self._spellings) > MOST:
            self._spellings.popitem(last=False)

    def text(self, text: str) -> str:
        """Return ``text`` without any of them."""
        for spellings in self._spellings.values():
            for spelling in spellings:
                if spelling in text:
                    text = text.replace(spelling, REDACTED)
        return text

    def value(self, value: Any) -> Any:
        """Return a JSON value without any of them."""
        if not self._spellings:
            return value
        match value:
            case str():
                return self.text(value)
            case dict():
                return {name: self.value(item) for name, item in value.items()}
            case list():
                return [self.value(item) for item in value]
        return value

    def exchange(self, exchange: HttpExchange) -> HttpExchange:
        """Return ``exchange`` without any of them."""
        if not self._spellings:
            return exchange
        return replace(
            exchange,
            url=self.text(exchange.url),
            request_headers=self._headers(exchange.request_headers),
            request_body=self.text(exchange.request_body),
            response_headers=self._headers(exchange.response_headers),
            response_body=self.text(exchange.response_body),
            error=None if exchange.error is None else self.text(exchange.error),
        )

    def _headers(self, headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.text(value)) for name, value in headers)
