"""The HTTP exchanges of a call as arrows: their words, and which one lies under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.runtime.timeline_tail import Seen
from app.ui.inspector import formats
from app.ui.inspector.exchange_row import exchange_row
from app.ui.inspector.row import Level

REACH: Final = 7.0
"""Pixels round an arrow in which a click is meant for it."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """``start`` and ``end`` are samples; ``inward``: the bot asked, else it was told or asked."""

    seq: int
    inward: bool
    start: int
    end: int
    name: str
    badge: str
    level: Level
    latency: str
    summary: str

    @property
    def label(self) -> str:
        """Return what stands beside the arrow."""
        failed = f" {self.badge}" if self.level is Level.ERROR else ""
        return f"{self.name}{failed} · {self.latency}"

    @property
    def words(self) -> str:
        """Return all of it, for tool tips and screen readers."""
        way = "→" if self.inward else "←"
        return f"{way} {self.name} · {self.badge} · {self.latency}\n{self.summary}"


def arrows_of(exchanges: Iterable[Seen]) -> list[Arrow]:
    """Return the arrows for ``exchanges``, in the order of their numbers."""
    found = []
    for seen in exchanges:
        exchange = seen.record.exchange
        assert exchange is not None
        row = exchange_row(seen.record, exchange, "")
        found.append(
            Arrow(
                seen.record.seq,
                exchange.direction == "in",
                seen.start,
                seen.end,
                row.name,
                row.badge,
                row.level,
                formats.duration(exchange.seconds),
                row.summary,
            )
        )
    return found


def nearest(arrows: Sequence[Arrow], sample: float, reach: float, *, inward: bool) -> Arrow | None:
    """Return the arrow of that way at ``sample``, at most ``reach`` samples beside it."""
    best, least = None, reach
    for arrow in arrows:
        if arrow.inward is inward:
            away = max(arrow.start - sample, sample - arrow.end, 0.0)
            middle = min(abs(arrow.start - sample), abs(arrow.end - sample))
            if min(away, middle) <= least:
                best, least = arrow, min(away, middle)
    return best


def step(arrows: Sequence[Arrow], seq: int | None, sample: float, by: int) -> Arrow | None:
    """Return the arrow ``by`` (1 or -1) after the one chosen, or the first one past ``sample``."""
    ordered = sorted(arrows, key=lambda arrow: (arrow.start, arrow.seq))
    numbers = {arrow.seq: number for number, arrow in enumerate(ordered)}
    if seq in numbers:
        number = numbers[seq] + by
        return ordered[number] if 0 <= number < len(ordered) else None
    past = [arrow for arrow in ordered if (arrow.start - sample) * by > 0]
    return (past[0] if by > 0 else past[-1]) if past else None
