"""What a Silero model says of short sounds, put right: keys, pips and knocks are not speech.

The model remembers. Of a pip of 15 to 50 ms it is often still sure of speech one to three chunks
after it, in what is silence again; two such chunks would confirm speech (one key in ten did). Of
longer keys it takes one in fifty for a vowel. So a chunk does not count that

- holds one key, and nothing else, on or off its frequencies (no voice has two strong lines there
  and nothing around them), or
- comes right after a key, or after a sound that was over within three chunks and voiced in one of
  them at most, and is far below it.

Speech that has begun is left alone: its faint ends are the segmenter's.
"""

from __future__ import annotations

import functools
import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.engine.speech import CHUNK
from app.engine.timebase import SAMPLE_RATE

FALL_DB: Final = 12.0
"""So far below its loudest chunk a sound is over. A syllable falls as far within 100 ms only before
a stop consonant, and the vowel after that is heard."""
SHORT: Final = 3
"""Chunks that a sound has to last, so that what follows it may be its end: 96 ms. The shortest
words last 200 ms."""
GLOW: Final = 6
"""Chunks for which the model may go on: 192 ms. After 50 ms of two tones five were seen."""
ALONE: Final = 16
"""Chunks without voice before a short sound that is no speech (512 ms). What is closer to speech
may be the end of a word after a stop consonant."""
VOICED: Final = 0.35
"""Probability with which speech goes on (the segmenter's, at the default sensitivity)."""
SPEECH: Final = 4
"""Voiced chunks in a row that are speech: no key is looked for in the next."""
IRRELEVANT: Final = 0.14
"""Below the lowest threshold of any sensitivity."""

_LEAST: Final = 256
"""Samples of a tone (16 ms) that tell its lines apart from each other."""
_ACTIVE: Final = 0.25
"""Share of the largest sample above which a sound is on."""
_ROWS: Final = (620.0, 1040.0)
_COLUMNS: Final = (1100.0, 1760.0)
"""Hz: the groups of the keys, and 8 % beyond."""
_PURE: Final = 0.97
"""Share of the energy in the two lines."""
_TWIST: Final = 30.0
"""Most that one line may be stronger than the other, as a ratio of energies (15 dB)."""
_FFT: Final = 1024
_BIN: Final = SAMPLE_RATE / _FFT
_SILENT: Final = 1e-3
"""Mean square in int16 units: keeps the logarithm finite."""


class Afterglow:
    """Judges the model's probabilities, chunk after chunk. One recording at a time, any thread."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self._before: NDArray[np.float32] = np.zeros(CHUNK, np.float32)
        self._peak = self._over = -math.inf
        self._run = self._voiced = self._spoken = 0
        self._alone = True
        self._key = False
        self._glow = 0
        self._unvoiced = ALONE

    def judge(self, chunk: NDArray[np.float32], probability: float) -> float:
        """Return ``probability``, or 0 where the chunk (float32, int16 units) cannot be speech."""
        self._follow(10.0 * math.log10(float(chunk @ chunk) / len(chunk) + _SILENT))
        if probability >= IRRELEVANT and self._spoken < SPEECH:
            key = is_key(chunk)
            self._key = self._was_key if key is None else key
            if self._key or self._glow:
                probability = 0.0
        voiced = probability >= VOICED
        self._voiced += voiced
        self._spoken = self._spoken + 1 if voiced else 0
        self._unvoiced = 0 if voiced else self._unvoiced + 1
        np.copyto(self._before, chunk)
        return probability

    @property
    def _was_key(self) -> bool:
        return self._key or bool(is_key(self._before))

    def _follow(self, level: float) -> None:
        """Notice where a sound begins, and where it is over; ``level`` in dB."""
        self._glow = max(0, self._glow - 1) if level < self._over - FALL_DB else 0
        if level < self._peak - FALL_DB:
            short = self._alone and self._run <= SHORT and self._voiced < 2
            if short or self._was_key:
                self._glow, self._over = GLOW, self._peak
            self._begin(level)
        elif level > self._peak + FALL_DB:
            self._begin(level)
        else:
            self._peak = max(self._peak, level)
            self._run += 1

    def _begin(self, level: float) -> None:
        self._peak, self._run, self._voiced, self._key = level, 1, 0, False
        self._alone = self._unvoiced >= ALONE


def is_key(chunk: NDArray[np.float32]) -> bool | None:
    """Whether ``chunk`` holds a pair of tones such as a key's, or half of one, and nothing else;
    ``None`` where too little sounds in it to know."""
    size = np.abs(chunk)
    on = np.flatnonzero(size > _ACTIVE * float(size.max()))
    sound = chunk[on[0] : on[-1] + 1] if len(on) else chunk[:0]
    if len(sound) < _LEAST:
        return None
    sound = sound - sound.mean()
    spectrum: NDArray[Any] = np.fft.rfft(sound * _hann(len(sound)), _FFT)
    power = spectrum.real**2 + spectrum.imag**2
    # Twice the rate over the length: where a Hann window's line ends.
    width = math.ceil(2 * SAMPLE_RATE / len(sound) / _BIN)
    low, high = (_strongest(power, group) for group in (_ROWS, _COLUMNS))
    # What lies between the two belongs to neither: one tone alone would pass for both.
    first = power[low - width : min(low + width + 1, high - width)].sum()
    second = power[max(low + width + 1, high - width) : high + width + 1].sum()
    both = power[low - width : low + width + 1].sum() + second
    return bool(both >= _PURE * power.sum() and max(first, second) <= _TWIST * min(first, second))


@functools.lru_cache(maxsize=CHUNK)
def _hann(length: int) -> NDArray[np.float32]:
    return np.hanning(length).astype(np.float32)


def _strongest(power: NDArray[np.float64], group: tuple[float, float]) -> int:
    """Return the place of a group's strongest line."""
    first, last = round(group[0] / _BIN), round(group[1] / _BIN)
    return first + int(power[first : last + 1].argmax())
