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

import functools
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE

_RADIANS: Final = 2.0 * np.pi / SAMPLE_RATE

_GRAIN: Final = 40
_SHORT: Final = 160
"""10 ms: tells 941 from 1209 Hz, and fits into the shortest gap that matters."""

Floats = NDArray[np.float64]
Complexes = NDArray[np.complex128]


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


@dataclass(frozen=True, slots=True)
class Refined:
    """Two frequencies in Hz, found by one step from an estimate, and the tones' swells."""

    low_hz: float
    high_hz: float
    low_swell: float
    high_swell: float


def fit_tone_pair(piece: Floats, low_hz: float, high_hz: float) -> TonePair:
    """Fit two sines near the given frequencies.

    Args:
        piece: float64 samples at 16 000 Hz in int16 units, 560 (35 ms) or more.
        low_hz: estimate of the lower frequency, right to a third of 1 / duration (9 Hz in 35 ms).
        high_hz: the same for the higher one.
    """
    return fit_refined(piece, refine(piece, low_hz, high_hz))


def refine(piece: Floats, low_hz: float, high_hz: float) -> Refined:
    """The first half of :func:`fit_tone_pair`, which tells already what does not stand still."""
    length = len(piece)
    design = np.empty((9, length))
    _waves(design[:4], low_hz, high_hz, -length // 2)
    np.multiply(design[:4], _ramp(length), out=design[4:8])
    design[8] = 1.0
    a = np.linalg.solve(design @ design.T, design @ piece).tolist()
    # a cos + b sin = Re[Z exp(jwn)], Z = a - jb. Off in frequency, Z turns along the piece; off in
    # amplitude, it grows: both show in the part that goes with the ramp, relative to Z.
    low = complex(a[4], -a[5]) / (complex(a[0], -a[1]) or 1.0)
    high = complex(a[6], -a[7]) / (complex(a[2], -a[3]) or 1.0)
    per_ramp = 2.0 / (_RADIANS * length)
    return Refined(
        low_hz + low.imag * per_ramp,
        high_hz + high.imag * per_ramp,
        2.0 * low.real,
        2.0 * high.real,
    )


def fit_refined(piece: Floats, tones: Refined) -> TonePair:
    """The second half: fit the pair at the refined frequencies, and a constant."""
    length = len(piece)
    steady = np.empty((5, length))
    _waves(steady[:4], tones.low_hz, tones.high_hz, -length // 2)
    steady[4] = 1.0
    b = np.linalg.solve(steady @ steady.T, steady @ piece)
    residue = piece - b @ steady
    swing = piece - b[4]
    energy = float(swing @ swing)
    c0, c1, c2, c3, _ = b.tolist()
    return TonePair(
        low_hz=tones.low_hz,
        high_hz=tones.high_hz,
        low_amplitude=abs(complex(c0, c1)),
        high_amplitude=abs(complex(c2, c3)),
        low_swell=tones.low_swell,
        high_swell=tones.high_swell,
        purity=max(0.0, 1.0 - float(residue @ residue) / energy) if energy else 0.0,
        weights=(c0, c1, c2, c3),
    )


def longest_absence(pair: TonePair, audio: Floats) -> int:
    """For how long at a stretch the pair was not there.

    Args:
        pair: fitted elsewhere.
        audio: float64, 10 ms or more, in whole steps of 40 samples.

    Returns:
        Samples, a multiple of 40: the longest run of 10 ms windows (2.5 ms apart) in which both
        tones have less than half of the pair's amplitude. The middle of such a window lies outside
        the tone, so that the run is as long as the gap.
    """
    design = np.empty((4, _SHORT))
    _waves(design, pair.low_hz, pair.high_hz, -_SHORT // 2)
    a = np.linalg.solve(design @ design.T, _slide(design, audio))
    a *= a
    low, high = a[0] + a[1], a[2] + a[3]
    there = (low >= 0.25 * pair.low_amplitude**2) | (high >= 0.25 * pair.high_amplitude**2)
    longest = run = 0
    for present in there.tolist():
        run = 0 if present else run + 1
        longest = max(longest, run)
    return longest * _GRAIN


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
    coarse, fine = _turns(pair.low_hz, pair.high_hz, length // 2 - len(audio), len(audio))
    c0, c1, c2, c3 = pair.weights
    # a cos + b sin = Re[(a - jb) exp(jwn)], and exp(jwn) is a coarse turn times a fine one.
    turned = coarse * np.array([[complex(c0, -c1)], [complex(c2, -c3)]])
    parts = np.concatenate((fine.real, -fine.imag))
    y = (np.concatenate((turned.real, turned.imag)).T @ parts).ravel()
    gain = np.cumsum((y * (2.0 * audio - y))[::-1])
    return len(audio) - 1 - int(gain.argmax())


def _slide(design: Floats, audio: Floats) -> Floats:
    """(rows, n) @ every stretch of n samples that begins at a multiple of _GRAIN.

    Stretches overlap: each step of _GRAIN samples is multiplied once with all parts of the rows.
    """
    parts = design.shape[1] // _GRAIN
    steps = audio.reshape(-1, _GRAIN).T
    products = design.reshape(-1, _GRAIN) @ steps
    count = steps.shape[1] - parts + 1
    total: Floats = products[0::parts, :count]
    for part in range(1, parts):
        total = total + products[part::parts, part : part + count]
    return total


@functools.cache
def _ramp(length: int) -> Floats:
    """From -1 to 1 over a piece; two lengths are in use."""
    return np.linspace(1.0 / length - 1.0, 1.0 - 1.0 / length, length)


def _waves(out: Floats, low_hz: float, high_hz: float, first: int) -> None:
    """Cosine and sine of both frequencies into four rows, at first + 0.5, first + 1.5, …"""
    coarse, fine = _turns(low_hz, high_hz, first, out.shape[1])
    wave = (coarse[:, :, None] * fine[:, None, :]).reshape(2, -1)
    out[0::2] = wave.real
    out[1::2] = wave.imag


def _turns(low_hz: float, high_hz: float, first: int, count: int) -> tuple[Complexes, Complexes]:
    """exp(jwn) of both frequencies at every _GRAIN-th of `count` times, and for the steps between.

    exp(j(a + b)) = exp(ja) exp(jb) takes a tenth of the time of as many cosines and sines.
    """
    angles = np.array([[low_hz], [high_hz]]) * _times(first, count)
    turns = np.empty(angles.shape, np.complex128)
    np.cos(angles, out=turns.real)
    np.sin(angles, out=turns.imag)
    steps = count // _GRAIN
    return turns[:, :steps], turns[:, steps:]


@functools.cache
def _times(first: int, count: int) -> Floats:
    """Radians per Hz at every _GRAIN-th of `count` times, and for the steps between."""
    coarse = np.arange(first + 0.5, first + count, _GRAIN)
    return np.concatenate((coarse, np.arange(_GRAIN))) * _RADIANS
