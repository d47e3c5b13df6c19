"""How far an export is, and the wish to end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

Progress = Callable[[float], bool]
"""Told the share that is done (0..1), it answers whether to go on."""

STEP: Final = 100
"""Items between two reports."""


class Cancelled(Exception):
    """The user ended an export."""


def go_on(_: float) -> bool:
    """The progress of what nobody waits for."""
    return True


def reported(
    items: Iterable[T], count: int, progress: Progress, *, low: float = 0.0, high: float = 1.0
) -> Iterator[T]:
    """Give ``items`` (``count`` of them) and report, from ``low`` to ``high``. Raises Cancelled."""
    for number, item in enumerate(items):
        if number % STEP == 0 and not progress(low + (high - low) * number / max(1, count)):
            raise Cancelled
        yield item
    if not progress(high):
        raise Cancelled
