"""A voice made of sines and pulses, and sounds that are no voice: no recorded material needed.

Speech detectors take :func:`say` for clean speech (Silero: above 0.9 from the second chunk on).
Everything is int16 mono at 16 kHz, the same on every run.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE, to_samples

_FORMANTS_HZ = ((700, 1200, 2500), (300, 2200, 2900), (450, 900, 2400), (500, 1800, 2500))
"""Of the vowels a, i, o, e (Peterson and Barney 1952, rounded)."""
_BANDWIDTHS_HZ = (80, 100, 150)
_SYLLABLE = to_samples(0.15)


def say(seconds: float, *, pitch: float = 130.0, level: float = 0.2) -> NDArray[np.int16]:
    """Return syllables of 0.15 s: glottal pulses with a gliding pitch (Hz) through formants.

    ``level`` is the peak, 1.0 being full scale.
    """
    n = to_samples(seconds)
    glide = 1.0 + 0.12 * np.sin(2.0 * np.pi * 2.3 * np.arange(n) / SAMPLE_RATE)
    pulses = np.diff(np.floor(np.cumsum(pitch * glide) / SAMPLE_RATE), prepend=0.0)
    voice = np.zeros(n)
    for index, start in enumerate(range(0, n, _SYLLABLE)):
        syllable = pulses[start : start + _SYLLABLE]
        for formant, bandwidth in zip(_FORMANTS_HZ[index % 4], _BANDWIDTHS_HZ, strict=True):
            t = np.arange(800) / SAMPLE_RATE
            ring = np.exp(-np.pi * bandwidth * t) * np.sin(2.0 * np.pi * formant * t)
            syllable = np.convolve(syllable, ring)[: len(syllable)]
        envelope = np.hanning(len(syllable)) ** 0.3
        voice[start : start + _SYLLABLE] = envelope * syllable / max(np.abs(syllable).max(), 1e-9)
    return _pcm(voice * level)


def silence(seconds: float) -> NDArray[np.int16]:
    """Return digital silence."""
    return np.zeros(to_samples(seconds), np.int16)


def noise(seconds: float, *, level: float = 0.02, seed: int = 1) -> NDArray[np.int16]:
    """Return white noise; ``level`` is its RMS, 1.0 being full scale."""
    return _pcm(np.random.default_rng(seed).standard_normal(to_samples(seconds)) * level)


def tone(seconds: float, *hertz: float, level: float = 0.1) -> NDArray[np.int16]:
    """Return steady sines together, each with the peak ``level``."""
    t = np.arange(to_samples(seconds)) / SAMPLE_RATE
    return _pcm(sum((np.sin(2.0 * np.pi * f * t) for f in hertz), np.zeros(len(t))) * level)


def clicks(seconds: float, *, level: float = 0.3, seed: int = 1) -> NDArray[np.int16]:
    """Return a click of 10 ms every 0.4 s, as of a mouse or a loose contact."""
    rng = np.random.default_rng(seed)
    sound = np.zeros(to_samples(seconds))
    for start in range(to_samples(0.1), len(sound) - 160, to_samples(0.4)):
        sound[start : start + 160] = rng.standard_normal(160) * np.exp(-np.arange(160) / 32.0)
    return _pcm(sound * level)


def _pcm(samples: NDArray[np.float64]) -> NDArray[np.int16]:
    return np.clip(np.round(samples * 32_767.0), -32_768, 32_767).astype(np.int16)
