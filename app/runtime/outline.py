"""The outline of a call's audio: the extremes of every 10 ms, kept for the whole call."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.runtime.ports import Audio

COLUMN: Final = 160
"""Samples of one pair of extremes (10 ms): 400 bytes a second, 3 MB in two hours."""

STEP: Final = 60_000
"""Columns that an outline grows by at once (10 minutes, 240 kB). Doubling would leave up to half
of a long call's outline unused."""

Extremes = NDArray[np.int16]
"""Shape (columns, 2): the lowest and the highest sample of each column."""


class Outline:
    """Grows with the call. Not thread-safe."""

    def __init__(self) -> None:
        self._pairs: Extremes = np.zeros((1024, 2), np.int16)
        self._rest: Audio = np.zeros(0, np.int16)
        self.columns = 0
        """Complete ones."""

    def append(self, samples: Audio) -> None:
        """Add what was heard next (int16); an incomplete column waits for more."""
        waiting = np.concatenate([self._rest, samples]) if len(self._rest) else samples
        count = len(waiting) // COLUMN
        self._rest = waiting[count * COLUMN :].copy()
        if not count:
            return
        self._make_room(count)
        grid = waiting[: count * COLUMN].reshape(count, COLUMN)
        self._pairs[self.columns : self.columns + count, 0] = grid.min(axis=1)
        self._pairs[self.columns : self.columns + count, 1] = grid.max(axis=1)
        self.columns += count

    def since(self, column: int) -> Extremes:
        """Return a copy of the columns from ``column`` on."""
        return self._pairs[column : self.columns].copy()

    def _make_room(self, count: int) -> None:
        needed = self.columns + count
        if needed > len(self._pairs):
            room = np.zeros((needed + STEP, 2), np.int16)
            room[: self.columns] = self._pairs[: self.columns]
            self._pairs = room
