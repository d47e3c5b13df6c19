"""A queue of samples between a PortAudio callback and one other thread, without a lock.

A lock would let a busy reader hold up the callback, and a late callback is a click. With one writer
and one reader none is needed: each side advances its own counter only, and after the samples that
it covers have been copied (PortAudio's own pa_ringbuffer.c works the same way).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Ring:
    """Holds up to ``capacity`` int16 samples. One thread writes, one thread reads.

    The counters never wrap (Python integers) and are stored in one step each, so the other side
    sees an old or a new value, never a torn one. An old value only means fewer samples.
    """

    def __init__(self, capacity: int) -> None:
        self._buffer = np.zeros(capacity, np.int16)
        self._written = 0
        self._taken = 0

    @property
    def capacity(self) -> int:
        return len(self._buffer)

    @property
    def written(self) -> int:
        """Samples ever stored."""
        return self._written

    @property
    def taken(self) -> int:
        """Samples ever taken or skipped."""
        return self._taken

    @property
    def available(self) -> int:
        """Samples that wait; exact for the reader, a lower bound of nothing for anyone else."""
        return self._written - self._taken

    def write(self, samples: NDArray[np.int16]) -> int:
        """Store what fits and return how many that were; the rest is refused. Writer only."""
        count = min(len(samples), self.capacity - (self._written - self._taken))
        start = self._written % self.capacity
        first = min(count, self.capacity - start)
        self._buffer[start : start + first] = samples[:first]
        self._buffer[: count - first] = samples[first:count]
        self._written += count
        return count

    def read_into(self, out: NDArray[np.int16]) -> int:
        """Fill the head of ``out`` and return how many samples there were. Reader only."""
        count = min(len(out), self._written - self._taken)
        start = self._taken % self.capacity
        first = min(count, self.capacity - start)
        out[:first] = self._buffer[start : start + first]
        out[first:count] = self._buffer[: count - first]
        self._taken += count
        return count

    def read(self) -> NDArray[np.int16]:
        """Return all samples that wait, as a copy. Reader only."""
        out = np.empty(self._written - self._taken, np.int16)
        self.read_into(out)
        return out

    def skip(self, *, keep: int = 0) -> None:
        """Forget the oldest samples, so that at most ``keep`` still wait. Reader only."""
        self._taken += max(0, self._written - self._taken - keep)
