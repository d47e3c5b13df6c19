"""What is due to be delivered, and what the answer means: one queue per call, no clock, no I/O.

Graph does not say how often or how quickly a call's notifications are tried again; that they are
shows in a header of captured ones (contract section 4.1). The rules here are assumed:

- 2xx: delivered, whatever the body.
- 408, 429, 5xx, no answer, no connection: tried again after 0.5, 1, 2, 4 … s, at most 30 s, until
  the attempts are used up (the pauses of httpcore's own retries).
- 302 to the announcement of a call: sent to the new address, once (documented).
- everything else (another redirect too): refused, and not tried again: it would be refused again.
- the next notification of the call waits until the one before is delivered, refused or given up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0
"""Seconds."""

Item = TypeVar("Item")
BackOff = Callable[[int], float]
"""Returns the pause in seconds after that many failed attempts (1, 2, …)."""


class Verdict(StrEnum):
    """What an attempt came to."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    RETRY = "retry"
    GIVEN_UP = "givenUp"


@dataclass(frozen=True, slots=True)
class Attempt(Generic[Item]):
    """``item`` is to be sent now, for the ``number``-th time (from 1)."""

    item: Item
    number: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is due for ``seconds``."""

    seconds: float


def back_off(failed: int) -> float:
    """Return the pause after ``failed`` attempts: 0.5, 1, 2, 4 … 30 s."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(failed - 1, 16))


def judge(status: int | None) -> Verdict:
    """Return what an answer means (``None``: there was none): DELIVERED, REFUSED or RETRY."""
    if status is None or status in (408, 429) or status >= 500:
        return Verdict.RETRY
    return Verdict.DELIVERED if 200 <= status < 300 else Verdict.REFUSED


class Schedule(Generic[Item]):
    """The notifications of one call. ``now`` is in seconds on any clock that never jumps."""

    def __init__(self, back_off: BackOff = back_off) -> None:
        self._back_off = back_off
        self._items: deque[Item] = deque()
        self._failed = 0
        self._not_before = 0.0
        self._under_way = False
        self._hurried = False

    def __len__(self) -> int:
        """Return how many are not delivered yet."""
        return len(self._items)

    def add(self, item: Item) -> None:
        """Queue ``item`` behind all others."""
        self._items.append(item)

    def next(self, now: float) -> Attempt[Item] | Wait | None:
        """Return what to do now; ``None`` when nothing is left.

        After an Attempt comes :meth:`finish`. Raises RuntimeError if it did not.
        """
        if self._under_way:
            raise RuntimeError("An attempt is under way.")
        if not self._items:
            return None
        if now < self._not_before and not self._hurried:
            return Wait(self._not_before - now)
        self._under_way = True
        return Attempt(self._items[0], self._failed + 1)

    def finish(self, now: float, status: int | None, attempts: int) -> Verdict:
        """Take the answer to the attempt under way; ``attempts`` is how many there may be.

        Raises RuntimeError if none is.
        """
        if not self._under_way:
            raise RuntimeError("No attempt is under way.")
        self._under_way = False
        verdict = judge(status)
        if verdict is Verdict.RETRY and self._failed + 1 < attempts and not self._hurried:
            self._failed += 1
            self._not_before = now + self._back_off(self._failed)
            return Verdict.RETRY
        self._items.popleft()
        self._failed, self._not_before = 0, 0.0
        return Verdict.GIVEN_UP if verdict is Verdict.RETRY else verdict

    def again(self) -> None:
        """The attempt under way does not count: the bot wants it elsewhere. Raises RuntimeError if
        none is."""
        if not self._under_way:
            raise RuntimeError("No attempt is under way.")
        self._under_way = False

    def refuse(self) -> None:
        """The attempt under way was not made, and must not be. Raises RuntimeError if none is."""
        self.finish(0.0, 400, 1)

    def hurry(self) -> None:
        """No more pauses: what is left is tried once, since the program ends."""
        self._hurried = True

    def drain(self) -> list[Item]:
        """Return what was not delivered, and forget it."""
        left = list(self._items)
        self._items.clear()
        self._failed, self._under_way = 0, False
        return left
