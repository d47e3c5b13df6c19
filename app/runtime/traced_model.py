"""A speech model whose outputs are kept, so that they can be seen, and decided on again.

One trace is what the model said of one recording. After the recording has ended the model may be
fed on: a what-if with longer limits needs to know what came then.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.engine.ears import Ears
from app.engine.voice import SpeechModel
from app.runtime.ports import Audio


@dataclass(slots=True)
class SpeechTrace:
    """``fed``: samples heard; ``probabilities``: of speech, 0..1, one for each 512 of them."""

    fed: int = 0
    probabilities: array[float] = field(default_factory=lambda: array("f"))


class TracedModel:
    """A :class:`SpeechModel` that writes down what another one says. Belongs to its thread."""

    def __init__(self, model: SpeechModel) -> None:
        self.name = model.name
        self._model = model
        self.traces: list[SpeechTrace] = []
        """One for each recording, in order; the last one grows."""

    def reset(self) -> None:
        """Begin with another recording."""
        self._model.reset()
        self.traces.append(SpeechTrace())

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        """Hear ``samples`` (int16 mono 16 kHz)."""
        found = self._model.feed(samples)
        if self.traces:
            self.traces[-1].fed += len(samples)
            self.traces[-1].probabilities.extend(found)
        return found


class TracedEars:
    """Ears that keep what they let through until it is taken."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._heard: list[NDArray[np.int16]] = []

    def hear(self, caller: NDArray[np.int16]) -> NDArray[np.int16]:
        """Return what the detectors hear of ``caller``."""
        heard = self._ears.hear(caller)
        self._heard.append(heard)
        return heard

    def played(self, speaker: NDArray[np.int16]) -> None:
        """Take note of what the speaker was given."""
        self._ears.played(speaker)

    def take(self) -> Audio:
        """Return what was heard since the last time."""
        heard, self._heard = self._heard, []
        return np.concatenate([np.zeros(0, np.int16), *heard])
