"""What the caller said, kept in memory for the timeline: in blocks of a second, old ones dropped.

Nothing here is ever written to disk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio

BLOCK: Final = SAMPLE_RATE
"""Samples that are kept or dropped together."""

Span = tuple[int, int]
"""Samples of the call: from, and up to but without."""


class KeptAudio:
    """The audio of one call, int16 mono 16 kHz, from sample 0 on. Not thread-safe."""

    def __init__(self) -> None:
        self._blocks: dict[int, Audio] = {}
        self._looked = 0
        self.length = 0
        """Samples heard so far, kept or not."""

    def append(self, samples: Audio) -> None:
        """Add what was heard next."""
        taken = 0
        while taken < len(samples):
            number, offset = divmod(self.length, BLOCK)
            part = samples[taken : taken + BLOCK - offset]
            block = self._blocks.get(number)
            if block is None:
                block = self._blocks[number] = np.zeros(BLOCK, np.int16)
            block[offset : offset + len(part)] = part
            taken += len(part)
            self.length += len(part)

    def drop_older(self, than: int, needed: Callable[[Span], bool]) -> None:
        """Drop the blocks that end by sample ``than``, except those that are ``needed``.

        Each block is asked about once, when it gets that old.
        """
        while (self._looked + 1) * BLOCK <= than:
            span = (self._looked * BLOCK, (self._looked + 1) * BLOCK)
            if not needed(span):
                self._blocks.pop(self._looked, None)
            self._looked += 1

    def drop_oldest(self) -> bool:
        """Drop the oldest block; says whether there was one."""
        if not self._blocks:
            return False
        del self._blocks[next(iter(self._blocks))]
        return True

    def clear(self) -> None:
        """Drop everything; what comes later is kept again."""
        self._blocks.clear()

    @property
    def blocks(self) -> int:
        """Seconds of audio kept (begun ones count)."""
        return len(self._blocks)

    def spans(self) -> tuple[Span, ...]:
        """Return the stretches that are kept, in order."""
        found: list[list[int]] = []
        for number in self._blocks:
            start, end = number * BLOCK, min((number + 1) * BLOCK, self.length)
            if found and found[-1][1] == start:
                found[-1][1] = end
            else:
                found.append([start, end])
        return tuple((start, end) for start, end in found)

    def read(self, start: int, end: int) -> Audio | None:
        """Return a copy of samples ``start`` to ``end`` (what lies beyond the call's is left out),
        or ``None`` where any of them is not kept."""
        start, end = max(0, start), min(end, self.length)
        if start >= end:
            return np.zeros(0, np.int16)
        numbers = range(start // BLOCK, (end - 1) // BLOCK + 1)
        if any(number not in self._blocks for number in numbers):
            return None
        whole = np.concatenate([self._blocks[number] for number in numbers])
        first = numbers[0] * BLOCK
        return whole[start - first : end - first]
