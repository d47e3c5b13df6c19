"""Sounds that recorded calls are made of: noises, tones, keys. Times in seconds, levels in dBFS."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE
from app.engine.tones import KEYS

Signal = NDArray[np.float64]

ROWS: Final = (697.0, 770.0, 852.0, 941.0)
COLUMNS: Final = (1209.0, 1336.0, 1477.0, 1633.0)
QUIETEST: Final = 1e-20


def gain(decibels: float) -> float:
    return 10.0 ** (decibels / 20.0)


def rms(x: Signal) -> float:
    return float(np.sqrt(np.mean(np.square(x)) + QUIETEST))


def zeros(seconds: float) -> Signal:
    return np.zeros(round(seconds * SAMPLE_RATE))


def put(x: Signal, y: Signal, at: float) -> tuple[float, float]:
    """Add ``y`` to ``x`` at a time; return where it begins and ends."""
    first = round(at * SAMPLE_RATE)
    x[first : first + len(y)] += y
    return first / SAMPLE_RATE, (first + len(y)) / SAMPLE_RATE


def doubled(x: Signal) -> Signal:
    """8 kHz to 16 kHz, through a half-band filter of 127 taps."""
    n = np.arange(127) - 63
    taps = np.sinc(n / 2.0) * np.kaiser(127, 9.0)
    taps /= taps.sum() / 2.0
    if not len(x):
        return x
    y = np.zeros(2 * len(x))
    y[::2] = x
    return np.convolve(y, taps)[63 : 63 + len(y)]


def _shaped(n: int, rng: np.random.Generator, power: float) -> Signal:
    spectrum = rng.standard_normal(n // 2 + 1) + 1j * rng.standard_normal(n // 2 + 1)
    f = np.arange(n // 2 + 1, dtype=float)
    f[0] = 1
    spectrum /= f**power
    spectrum[: int(30 * n / SAMPLE_RATE) + 1] = 0
    y = np.fft.irfft(spectrum, n)
    return y / rms(y)


def white(n: int, rng: np.random.Generator) -> Signal:
    y = rng.standard_normal(n)
    return y / rms(y)


def pink(n: int, rng: np.random.Generator) -> Signal:
    return _shaped(n, rng, 0.5)


def brown(n: int, rng: np.random.Generator) -> Signal:
    return _shaped(n, rng, 1.0)


def room(n: int, rng: np.random.Generator) -> Signal:
    """Pink noise that breathes, and the hum of the mains."""
    t = np.arange(n) / SAMPLE_RATE
    y = pink(n, rng) * (1 + 0.3 * np.sin(2 * np.pi * 0.3 * t + rng.uniform(0, 6)))
    y = y + 0.5 * np.sin(2 * np.pi * 50.0 * t) + 0.25 * np.sin(2 * np.pi * 3 * 50.0 * t)
    return y / rms(y)


def clicks(n: int, rng: np.random.Generator) -> Signal:
    """Four a second, at random."""
    x = np.zeros(n)
    t = 0.0
    while True:
        t += rng.exponential(1 / 4.0) * SAMPLE_RATE
        first, length = int(t), int(rng.integers(40, 480))
        if first + length >= n:
            return x
        decay = np.exp(-np.arange(length) / (length / 5))
        x[first : first + length] += rng.standard_normal(length) * decay * rng.uniform(0.3, 1)


def breaths(n: int, rng: np.random.Generator) -> Signal:
    x = np.zeros(n)
    t = rng.uniform(0.2, 1)
    while True:
        length, first = int(rng.uniform(0.5, 1.1) * SAMPLE_RATE), int(t * SAMPLE_RATE)
        if first + length >= n:
            return x
        smooth = np.convolve(rng.standard_normal(length + 9), np.ones(4) / 4, "valid")
        b = np.diff(smooth, append=0)[:length] * np.hanning(length)
        x[first : first + length] += b / np.abs(b).max()
        t += length / SAMPLE_RATE + rng.uniform(0.6, 1.6)


def ringing(n: int) -> Signal:
    """A ring tone: 400 and 450 Hz, 0.4 s on and 0.2 s off, -24 dBFS each."""
    t = np.arange(n) / SAMPLE_RATE
    x = (np.sin(2 * np.pi * 400 * t) + np.sin(2 * np.pi * 450 * t)) * gain(-24)
    return x * ((t % 0.6000000000000001) < 0.4)


def key(
    tone: str,
    dur: float,
    level: float = -14.0,
    twist: float = 0.0,
    *,
    rng: np.random.Generator,
) -> Signal:
    """A key tone; ``level`` of the stronger part, ``twist`` > 0 where that is the high one."""
    number = KEYS.index(tone)
    t = np.arange(round(dur * SAMPLE_RATE)) / SAMPLE_RATE
    phases: Any = rng.uniform(0, 2 * np.pi, 2)
    low, high = gain(level - max(twist, 0)), gain(level + min(twist, 0))
    return low * np.sin(2 * np.pi * ROWS[number // 4] * t + phases[0]) + high * np.sin(
        2 * np.pi * COLUMNS[number % 4] * t + phases[1]
    )
