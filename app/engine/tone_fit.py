"""Least-squares fit of two steady sines to one short piece of audio, and where they began.

This is the careful half of key tone detection: `tone_screen` finds candidates cheaply, this module
looks at each one at full resolution. Two sines are fitted jointly (they are not orthogonal over
35 ms), a constant as well (a microphone's offset is not a disturbance), and their frequencies are
refined by one Gauss-Newton step, so that the share of the energy the pair explains is a true ratio
of signal to everything else: noise, speech, a third tone, a drift in pitch or level, a beat, and a
piece that is only partly filled all lower it.

Lengths are multiples of 40 samples (2.5 ms).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE

_RADIANS: Final = 2.0 * np.pi / SAMPLE_RATE

_GRAIN: Final = 40
_FINE: Final = np.arange(_GRAIN)
_SHORT: Final = 160
"""10 ms: tells 941 from 1209 Hz, and fits into the shortest gap that matters."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TonePair:
    """Two steady sines fitted to a piece of audio.

    Frequencies in Hz, amplitudes as peaks in int16 units. `purity` is the share of the piece's
    energy (without its mean) that the pair explains, 0..1. The swells are the relative change of
    each amplitude from the first to the last sample (0 = steady).
    """

    low_hz: float
    high_hz: float
    low_amplitude: float
    high_amplitude: float
    low_swell: float
    high_swell: float
    purity: float
    weights: tuple[float, float, float, float]
    """Cosine and sine of the low, then of the high tone; phase 0 is the middle of the piece."""


def fit_tone_pair(piece: Floats, low_hz: float, high_hz: float) -> TonePair:
    """Fit two sines near the given frequencies.

    Args:
        piece: float64 samples at 16 000 Hz in int16 units, 560 (35 ms) or more.
        low_hz: estimate of the lower frequency, right to a third of 1 / duration (9 Hz in 35 ms).
        high_hz: the same for the higher one.
    """
    length = len(piece)
    ramp = (np.arange(length) + 0.5) * (2.0 / length) - 1.0
    design = np.empty((9, length))
    _waves(design[:4], low_hz, high_hz, -length // 2)
    np.multiply(design[:4], ramp, out=design[4:8])
    design[8] = 1.0
    a = np.linalg.solve(design @ design.T, design @ piece).tolist()
    # a cos + b sin = Re[Z exp(jwn)], Z = a - jb. Off in frequency, Z turns along the piece; off in
    # amplitude, it grows: both show in the part that goes with the ramp, relative to Z.
    low = complex(a[4], -a[5]) / (complex(a[0], -a[1]) or 1.0)
    high = complex(a[6], -a[7]) / (complex(a[2], -a[3]) or 1.0)
    per_ramp = 2.0 / (_RADIANS * length)
    low_hz += low.imag * per_ramp
    high_hz += high.imag * per_ramp

    steady = design[4:]  # used again: the pair at the refined frequencies, and the constant
    _waves(steady[:4], low_hz, high_hz, -length // 2)
    b = np.linalg.solve(steady @ steady.T, steady @ piece)
    residue = piece - b @ steady
    swing = piece - b[4]
    energy = float(swing @ swing)
    c0, c1, c2, c3, _ = b.tolist()
    return TonePair(
        low_hz=low_hz,
        high_hz=high_hz,
        low_amplitude=abs(complex(c0, c1)),
        high_amplitude=abs(complex(c2, c3)),
        low_swell=2.0 * low.real,
        high_swell=2.0 * high.real,
        purity=max(0.0, 1.0 - float(residue @ residue) / energy) if energy else 0.0,
        weights=(c0, c1, c2, c3),
    )


def longest_absence(pair: TonePair, audio: Floats) -> int:
    """For how long at a stretch the pair was not there.

    Args:
        pair: fitted elsewhere.
        audio: float64, 10 ms or more.

    Returns:
        Samples, a multiple of 40: the longest run of 10 ms windows (2.5 ms apart) in which both
        tones have less than half of the pair's amplitude. The middle of such a window lies outside
        the tone, so that the run is as long as the gap.
    """
    design = np.empty((4, _SHORT))
    _waves(design, pair.low_hz, pair.high_hz, -_SHORT // 2)
    windows = sliding_window_view(audio, _SHORT)[::_GRAIN]
    a = np.linalg.solve(design @ design.T, design @ windows.T)
    low, high = np.hypot(a[0], a[1]), np.hypot(a[2], a[3])
    there = (low >= 0.5 * pair.low_amplitude) | (high >= 0.5 * pair.high_amplitude)
    edges = np.flatnonzero(np.concatenate(([True], there, [True])))
    return (int(np.diff(edges).max()) - 1) * _GRAIN


def find_onset(pair: TonePair, audio: Floats, length: int) -> int:
    """Where the pair began: the likeliest change from "anything else" to "the pair is there".

    Args:
        pair: fitted to the last `length` samples of `audio`.
        audio: float64, ends where the fitted piece ends.
        length: of that piece.

    Returns:
        Index into `audio`. With x the audio and y the pair continued backwards, it is the t that
        minimises the sum of x^2 before t and (x - y)^2 from t on.
    """
    design = np.empty((4, len(audio)))
    _waves(design, pair.low_hz, pair.high_hz, length // 2 - len(audio))
    y = np.array(pair.weights) @ design
    gain = np.cumsum((y * (2.0 * audio - y))[::-1])
    return len(audio) - 1 - int(gain.argmax())


def _waves(out: Floats, low_hz: float, high_hz: float, first: int) -> None:
    """Cosine and sine of both frequencies into four rows, at the times first + 0.5, first + 1.5, …

    exp(j(a + b)) = exp(ja) exp(jb) takes a tenth of the time of as many cosines and sines.
    """
    step = _RADIANS * np.array([[low_hz], [high_hz]]) * 1j
    coarse = np.exp(step * np.arange(first + 0.5, first + out.shape[1], _GRAIN))
    wave = (coarse[:, :, None] * np.exp(step * _FINE)[:, None, :]).reshape(2, -1)
    out[0::2] = wave.real
    out[1::2] = wave.imag
