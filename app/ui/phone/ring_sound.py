"""What is heard when the bot phones: a ring of two seconds, four seconds of nothing, and so on."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QTimer

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio
from app.ui.core_link import CoreLink

RING_HZ: Final = (440.0, 480.0)
"""The audible ringing tone of North America (ITU-T E.180, supplement 2), 2 s on and 4 s off."""
RING_SECONDS: Final = 2.0
CYCLE_SECONDS: Final = 6.0
PEAK_DBFS: Final = -20.0
"""Both tones together: heard beside speech, and never a fright in headphones."""
RAMP: Final = SAMPLE_RATE // 100
"""Samples of rise and fall, so that it does not click (10 ms)."""


@cache
def ring_tone() -> Audio:
    """Return one ring: int16 mono 16 kHz, ``RING_SECONDS`` long. Any thread."""
    n = np.arange(round(RING_SECONDS * SAMPLE_RATE))
    each = 32768 * 10 ** (PEAK_DBFS / 20) / len(RING_HZ)
    wave = sum(each * np.sin(2 * np.pi * hz / SAMPLE_RATE * n) for hz in RING_HZ)
    envelope = np.minimum(1.0, np.minimum(n + 1, len(n) - n) / RAMP)
    return np.asarray(np.rint(wave * envelope), np.int16)


class Ringer(QObject):
    """Rings until it is told to stop. GUI thread."""

    def __init__(self, link: CoreLink, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._cycle = QTimer(self, interval=round(CYCLE_SECONDS * 1000))
        self._cycle.timeout.connect(self._ring)

    @property
    def ringing(self) -> bool:
        """Whether it does."""
        return self._cycle.isActive()

    def set_ringing(self, *, ringing: bool) -> None:
        """Begin or stop; what it does already it goes on doing."""
        if ringing and not self.ringing:
            self._cycle.start()
            self._ring()
        elif not ringing and self.ringing:
            self._cycle.stop()
            self._link.speaker.stop_ringing()

    def _ring(self) -> None:
        self._link.speaker.ring(ring_tone())
