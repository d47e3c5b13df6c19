"""Tries the devices out: two seconds of the microphone, played back; a tone; a ring."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio, AudioUnavailable
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink
from app.ui.phone.ring_sound import ring_tone

SECONDS: Final = 2.0
"""Long enough for a sentence."""
TONE_HZ: Final = 440.0
TONE_SECONDS: Final = 1.0
TONE_DBFS: Final = -20.0
"""Well heard, and no fright in headphones."""
LOOK_MS: Final = 100


class SoundTest(QObject):
    """GUI thread, inside the Qt event loop's asyncio loop."""

    level = Signal(float)
    """dBFS of what the microphone hears meanwhile."""
    said = Signal(str)
    """What goes on, for the user."""
    changed = Signal()
    """:attr:`running` is another."""

    def __init__(self, link: CoreLink, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = TaskOwner()
        self.running = False
        """Whether the microphone is being tried."""
        self._playing = QTimer(self, interval=LOOK_MS)
        self._playing.timeout.connect(self._look)

    def toggle(self) -> None:
        """Try the microphone, or stop that."""
        if self.running:
            self._tasks.start(self.stop(), "stop the microphone's test")
        else:
            self._set_running(running=True)
            self._tasks.start(self._try(), "try the microphone")

    async def stop(self) -> None:
        """End what goes on."""
        self._playing.stop()
        if self.running:
            self._link.speaker.stop()
        self._set_running(running=False)

    async def close(self) -> None:
        """End everything."""
        await self.stop()
        await self._tasks.stop()

    def tone(self) -> None:
        """Play a tone on the speaker."""
        self._tasks.start(self._play(speaker_tone()), "play the test tone")

    def ring(self) -> None:
        """Ring once."""
        self._link.speaker.ring(ring_tone())

    async def _try(self) -> None:
        self.said.emit(self.tr("Recording {seconds:g} s: say something").format(seconds=SECONDS))
        try:
            sound = await self._link.listen(SECONDS, self._heard)
        except AudioUnavailable as error:
            self._link.refused.emit(str(error))
            self._set_running(running=False)
            return
        if not self.running:
            return
        self.said.emit(self.tr("Playing what was recorded"))
        if await self._play(sound):
            self._playing.start()
        else:
            self._set_running(running=False)

    async def _play(self, sound: Audio) -> bool:
        try:
            await self._link.speaker.play(sound)
        except AudioUnavailable as error:
            self._link.refused.emit(str(error))
            return False
        return True

    def _heard(self, piece: Audio) -> None:
        """Core thread: only emits."""
        self.level.emit(peak_level(piece))

    def _look(self) -> None:
        if self._link.speaker.position is None:
            self._playing.stop()
            self._set_running(running=False)

    def _set_running(self, *, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.changed.emit()


def peak_level(samples: Audio) -> float:
    """Return the peak in dBFS, -120 for digital silence. Any thread."""
    peak = int(np.abs(samples.astype(np.int32)).max(initial=0))
    return 20 * math.log10(peak / 32768) if peak else -120.0


def speaker_tone() -> Audio:
    """Return the tone: int16 mono 16 kHz, with ramps of 10 ms. Any thread."""
    n = np.arange(round(TONE_SECONDS * SAMPLE_RATE))
    wave = 32768 * 10 ** (TONE_DBFS / 20) * np.sin(2 * np.pi * TONE_HZ / SAMPLE_RATE * n)
    ramp = np.minimum(1.0, np.minimum(n, len(n) - 1 - n) / (SAMPLE_RATE // 100))
    return np.asarray(np.rint(wave * ramp), np.int16)
