"""What the person at the phone hears besides the bot: the keys, and a caller who is no person.

Neither the bot nor the recording gets any of it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from app.engine.timebase import to_samples
from app.engine.tone_generator import dtmf
from app.runtime.ports import Audio

LOW_DBM0: Final = -20.0
HIGH_DBM0: Final = -18.0
"""Together a peak of -16 dBFS: heard, and never in the way of the bot's voice."""
RAMP: Final = to_samples(0.01)
"""No click."""


def key_tone(tone: str, samples: int) -> Audio:
    """Return the sound of a key for its presser: int16 mono 16 kHz. Raises ValueError."""
    return dtmf(tone, samples, low_dbm0=LOW_DBM0, high_dbm0=HIGH_DBM0, ramp=RAMP)


class SideTone:
    """Mixes the keys and the caller of one call into what its speaker plays. Core thread."""

    def __init__(self) -> None:
        self.on = True
        """Whether keys sound."""
        self.caller = True
        """Whether a caller is heard whom nobody hears through the air: a sound file."""
        self._sound: Audio = np.zeros(0, np.int16)

    def press(self, tone: str, samples: int) -> None:
        """Let the key sound from now on, in place of the one that does."""
        if self.on:
            self._sound = key_tone(tone, samples)

    def mix(self, speaker: Audio, caller: Audio | None = None) -> Audio:
        """Return ``speaker`` with what sounds; the very same where nothing does.

        ``caller`` is what a caller said who is no person at a microphone, as long as ``speaker``.
        """
        aloud = caller if self.caller and caller is not None and caller.any() else None
        if aloud is None and not len(self._sound):
            return speaker
        part, self._sound = self._sound[: len(speaker)], self._sound[len(speaker) :]
        mixed = speaker.astype(np.int32)
        mixed[: len(part)] += part
        if aloud is not None:
            mixed += aloud
        return np.clip(mixed, -32768, 32767).astype(np.int16)
