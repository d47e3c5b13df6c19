"""Numbers with keys to send behind them, and the keys that wait for their turn in a call."""

from __future__ import annotations

import re
from collections import deque
from typing import Final

from app.engine.limits import PAD_KEY
from app.engine.timebase import to_samples
from app.engine.tones import KEYS

PAUSES: Final = {",": to_samples(2.0), "W": to_samples(0.5)}
"""By symbol: a comma is that of WebRTC's insertDTMF, the w is a habit of telephony."""

GAP: Final = to_samples(0.07)
"""Between two keys: the default of WebRTC's insertDTMF."""

LONGEST: Final = 256
"""Symbols that may wait in one call."""

_NUMBER_AND_KEYS: Final = re.compile(r"([0-9*#+().\s-]*)([,wW].*)", re.DOTALL)
"""Only what looks like a number: a name may have a w in it."""


def split_number(number: str) -> tuple[str, str]:
    """Return what is dialled, and what is keyed once the call is taken: from the first pause on.

    ``"555,,12#"`` gives ``("555", ",,12#")``. Any thread.
    """
    found = _NUMBER_AND_KEYS.fullmatch(number)
    return (found[1], found[2]) if found else (number, "")


def key_symbols(text: str) -> list[str]:
    """Return keys (``0-9 * # A-D``) and pauses (``,`` 2 s, ``w`` 0.5 s) one by one, in upper case
    and without spaces. Raises ValueError where there is anything else."""
    symbols = [symbol for symbol in text.upper() if not symbol.isspace()]
    for symbol in symbols:
        if symbol not in KEYS and symbol not in PAUSES:
            raise ValueError(
                f"'{symbol}' is no key: use 0-9 * # A-D, a comma for 2 s and w for 0.5 s."
            )
    if len(symbols) > LONGEST:
        raise ValueError(f"More than {LONGEST} keys: send fewer at once.")
    return symbols


class KeyQueue:
    """Keys and pauses of one call, in order, with a gap after each key. Core thread."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()
        self._free_at = 0

    def __bool__(self) -> bool:
        """Whether any waits."""
        return bool(self._waiting)

    @property
    def waiting(self) -> str:
        """What has not been keyed yet."""
        return "".join(self._waiting)

    def add(self, text: str) -> None:
        """Queue what :func:`key_symbols` reads. Raises ValueError; then nothing was queued."""
        symbols = key_symbols(text)
        if len(self._waiting) + len(symbols) > LONGEST:
            raise ValueError(f"More than {LONGEST} keys would wait: send fewer at once.")
        self._waiting.extend(symbols)

    def clear(self) -> None:
        """Key none of what waits."""
        self._waiting.clear()

    def until(self, now: int) -> int | None:
        """Return the samples until the next key or pause begins, ``None`` where none waits."""
        return max(0, self._free_at - now) if self._waiting else None

    def take(self, now: int, key_samples: int = PAD_KEY) -> str | None:
        """Return the key whose turn it is at sample ``now``, sounding for ``key_samples``."""
        while self.until(now) == 0:
            symbol = self._waiting.popleft()
            if symbol in KEYS:
                self._free_at = now + key_samples + GAP
                return symbol
            self._free_at = now + PAUSES[symbol]
        return None
