"""Listens to a live microphone for what a user would otherwise look for in the bot: a microphone
that delivers nothing but zeros, and one that is driven too hard."""

from __future__ import annotations

from typing import Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio

SILENT: Final = 2 * SAMPLE_RATE
"""Digital silence for this long is no quiet room: a real microphone has noise in its last bit."""

CLIPPED: Final = 50
"""Samples at full scale within a second before it is said; a single knock has fewer."""

FULL_SCALE: Final = 32_700

ZEROS = (
    "The microphone delivers only digital silence. Check that it is not muted by a switch or by "
    "the system, and that the right one is chosen."
)
CLIPPING = (
    "The microphone is too loud and clips: turn its level down in the system's sound settings."
)


class MicrophoneCheck:
    """One for each call; each complaint is made once. Core thread."""

    def __init__(self) -> None:
        self._zeros = 0
        self._clipped = 0.0
        self._said: set[str] = set()

    def look(self, samples: Audio) -> str | None:
        """Look at what the microphone gave; return a complaint for the user, or ``None``."""
        if not len(samples):
            return None
        self._zeros = 0 if samples.any() else self._zeros + len(samples)
        # Forgets within a second.
        self._clipped *= max(0.0, 1 - len(samples) / SAMPLE_RATE)
        self._clipped += np.count_nonzero(np.abs(samples.astype(np.int32)) >= FULL_SCALE)
        if self._zeros >= SILENT:
            return self._once(ZEROS)
        if self._clipped >= CLIPPED:
            return self._once(CLIPPING)
        return None

    def _once(self, complaint: str) -> str | None:
        if complaint in self._said:
            return None
        self._said.add(complaint)
        return complaint
