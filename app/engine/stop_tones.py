"""Which key ends a recording: the last of a stop tone, which may be several keys in a row."""

from __future__ import annotations

from collections.abc import Sequence


class StopTones:
    """Hears keys one by one. ``tones`` are DTMF symbols, or sequences of them.

    ``limit``: samples (> 0) that may lie between two keys of a sequence; after more of them a key
    is the first of a new one. ``None`` is no limit. Only the samples of the keys count, so the same
    keys give the same answer however the audio was cut. Runs where the engine runs.
    """

    def __init__(self, tones: Sequence[str], limit: int | None = None) -> None:
        self._tones = tuple(tones)
        self._limit = limit
        self._keys = ""
        self._last = 0

    def hear(self, key: str, sample: int) -> bool:
        """Take ``key``, received at ``sample``; return whether it completes a stop tone."""
        late = self._limit is not None and sample - self._last > self._limit
        self._keys = key if late else self._keys + key
        self._last = sample
        return any(self._keys.endswith(tone) for tone in self._tones)
