"""What if: decides a recording again, with other parameters, on what was heard the first time.

The detectors' outputs do not depend on the request, so they are kept (:func:`hear`), and only the
rules run again (:func:`decide`): two minutes of audio take some milliseconds. The outcome is the
one that a new call with the same audio would have, to the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import RecordResponse
from app.engine.limits import CONFIRMATION_WAIT
from app.engine.recording import Ending, Recording, Tone, Turn
from app.engine.speech import CHUNK
from app.engine.tones import ToneDetector
from app.engine.voice import SpeechModel


@dataclass(frozen=True, slots=True)
class Heard:
    """What the detectors made of a recording's audio: ``length`` samples from its start.

    ``probabilities`` are those of speech, one for each chunk of 512 samples; ``tones`` are the keys
    heard or pressed, in order, with samples from the start of the recording.
    """

    length: int
    probabilities: tuple[float, ...]
    tones: tuple[Tone, ...]


def hear(
    audio: NDArray[np.int16], model: SpeechModel, *, lead: int = 0, pressed: Sequence[Tone] = ()
) -> Heard:
    """Return what is heard in ``audio`` (int16 mono 16 kHz, from the start of the recording).

    ``lead`` is the number of silent samples that the call's tone detector was fed before it, and
    ``pressed`` are keys that were pressed on the pad.
    """
    model.reset()
    detector = ToneDetector()
    detector.feed(np.zeros(lead, np.int16))
    hits = [hit for hit in detector.feed(audio) if hit.onset >= lead]
    tones = [Tone(hit.tone, hit.reported - lead) for hit in hits]
    ordered = sorted([*tones, *pressed], key=lambda tone: tone.sample)
    return Heard(len(audio), tuple(model.feed(audio)), tuple(ordered))


def decide(
    heard: Heard,
    request: RecordResponse,
    *,
    after_playback: bool,
    sensitivity: float = 0.5,
    inter_digit: int | None = None,
) -> Ending | None:
    """Return how the recording ends with ``request``, or ``None``: undecided, the audio is over.

    ``after_playback``, ``sensitivity`` and ``inter_digit`` as for
    :class:`app.engine.recording.Recording`.
    """
    _, ending = replay(
        heard,
        request,
        after_playback=after_playback,
        sensitivity=sensitivity,
        inter_digit=inter_digit,
    )
    return ending


def replay(
    heard: Heard,
    request: RecordResponse,
    *,
    after_playback: bool,
    sensitivity: float = 0.5,
    inter_digit: int | None = None,
) -> tuple[list[Turn], Ending | None]:
    """Return the turns of speech as well; arguments as for :func:`decide`."""
    recording = Recording(
        request,
        _Remembered(heard),
        after_playback=after_playback,
        sensitivity=sensitivity,
        inter_digit=inter_digit,
    )
    _, turns, ending = recording.run(np.zeros(heard.length, np.int16), heard.tones)
    return turns, ending


def followed_by_silence(heard: Heard, request: RecordResponse) -> Heard:
    """Return ``heard`` and then silence for as long as ``request`` can want to listen."""
    length = max(heard.length, request.max_duration + CONFIRMATION_WAIT + CHUNK)
    missing = length // CHUNK - len(heard.probabilities)
    silence = (0.0,) * max(0, missing)
    return Heard(length, heard.probabilities + silence, heard.tones)


class _Remembered:
    """A speech model that repeats what another one said."""

    name = "remembered"

    def __init__(self, heard: Heard) -> None:
        self._probabilities = heard.probabilities
        self._fed = 0

    def reset(self) -> None:
        self._fed = 0

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        first = self._fed // CHUNK
        self._fed += len(samples)
        return list(self._probabilities[first : self._fed // CHUNK])
