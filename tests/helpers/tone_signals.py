"""Key tones with chosen defects, for the detector's tests and its bench.

Everything is made of numbers and a seeded generator: no file, no clock. Streams are int16 mono at
16 000 Hz.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE, to_samples
from app.engine.tone_generator import COLUMN_HZ, KEYS, ROW_HZ, dbm0_to_amplitude

Samples = NDArray[np.int16]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class KeyTone:
    """One key press as a test set describes it. Keyed hard unless `ramp` says otherwise."""

    tone: str
    seconds: float = 0.05
    level: float = -10.0
    """dBm0 of the stronger of the two tones."""
    twist: float = 0.0
    """dB, high over low group."""
    low_off: float = 0.0
    high_off: float = 0.0
    """Relative deviation from the nominal frequency: 0.015 = +1.5 %."""
    snr: float | None = None
    """dB, the pair's power over that of noise in 0-4 kHz, present all through the stream."""
    gap: tuple[float, float] | None = None
    """Start and length in seconds of an interruption."""
    ramp: float = 0.0
    """Seconds of linear rise and of linear fall, inside `seconds`."""
    offset: float = 0.0
    """Constant added to the whole stream, in int16 units."""
    hum: float | None = None
    """dB of a 50 Hz hum relative to the pair's power."""
    mu_law: bool = False
    """Coded and decoded once with ITU-T G.711 mu-law."""

    def amplitudes(self) -> tuple[float, float]:
        """Peaks of the low and the high tone in int16 units."""
        return (
            dbm0_to_amplitude(self.level - max(self.twist, 0.0)),
            dbm0_to_amplitude(self.level + min(self.twist, 0.0)),
        )

    def wave(self, rng: np.random.Generator) -> Floats:
        """The tone alone, float64 in int16 units, at random phases."""
        row, column = divmod(KEYS.index(self.tone), 4)
        low, high = self.amplitudes()
        n = np.arange(to_samples(self.seconds))
        step = 2.0 * np.pi / SAMPLE_RATE
        phase = rng.uniform(0.0, 2.0 * np.pi, 2)
        wave: Floats = low * np.sin(step * ROW_HZ[row] * (1.0 + self.low_off) * n + phase[0])
        wave += high * np.sin(step * COLUMN_HZ[column] * (1.0 + self.high_off) * n + phase[1])
        if self.ramp:
            rise = np.linspace(0.0, 1.0, to_samples(self.ramp))
            wave[: len(rise)] *= rise
            wave[len(wave) - len(rise) :] *= rise[::-1]
        if self.gap is not None:
            start = to_samples(self.gap[0])
            wave[start : start + to_samples(self.gap[1])] = 0.0
        return wave


def stream(
    tones: list[KeyTone], rng: np.random.Generator, *, pause: float = 0.2
) -> tuple[Samples, list[int]]:
    """Key presses with `pause` seconds before, between and after them.

    Returns:
        The stream and each tone's first sample. The first pause is lengthened by up to 20 ms, so
        that the tones fall anywhere between a detector's windows. Noise, hum, offset and coding are
        those of the first tone, for the whole stream.
    """
    silence = np.zeros(to_samples(pause))
    parts: list[Floats] = [np.zeros(to_samples(pause) + int(rng.integers(320)))]
    onsets: list[int] = []
    for tone in tones:
        onsets.append(sum(len(part) for part in parts))
        parts += [tone.wave(rng), silence]
    x = np.concatenate(parts)
    first = tones[0]
    low, high = first.amplitudes()
    power = (low * low + high * high) / 2.0
    if first.snr is not None:
        x += telephone_noise(len(x), rng) * np.sqrt(power * 10.0 ** (-first.snr / 10.0))
    if first.hum is not None:
        hum = np.sqrt(2.0 * power * 10.0 ** (first.hum / 10.0))
        x += hum * np.sin(2.0 * np.pi * 50.0 / SAMPLE_RATE * np.arange(len(x)))
    x += first.offset
    if first.mu_law:
        x = _mu_law(x)
    return to_int16(x), onsets


def to_int16(x: Floats) -> Samples:
    """Round and clip."""
    return np.clip(np.rint(x), -32768, 32767).astype(np.int16)


def telephone_noise(samples: int, rng: np.random.Generator) -> Floats:
    """Noise of power 1 that is white in 0-4 kHz: all of it reaches an 8 kHz receiver as well."""
    spectrum = np.fft.rfft(rng.standard_normal(samples))
    spectrum[len(spectrum) // 2 :] = 0.0
    noise: Floats = np.fft.irfft(spectrum, samples)
    return noise / float(np.sqrt(np.mean(noise * noise)))


def babble(seconds: float, rng: np.random.Generator) -> Samples:
    """Something like a voice, where no recording may be had: syllables of gliding harmonics.

    60 to 300 ms each; a pitch of 80 to 400 Hz; three formants, the first two in the ranges of the
    two tone groups; a tenth of the energy breath.
    """
    x = np.zeros(to_samples(seconds))
    at = 0
    while at < len(x):
        length = int(rng.integers(960, 4800))
        n = np.arange(length)
        pitch = rng.uniform(80.0, 400.0) * (1.0 + rng.uniform(-0.2, 0.2) * n / length)
        phase = np.cumsum(2.0 * np.pi / SAMPLE_RATE * pitch)
        formants = (
            (rng.uniform(300, 950), 90.0),
            (rng.uniform(1000, 1900), 110.0),
            (2600.0, 160.0),
        )
        part = np.zeros(length)
        for harmonic in range(1, int(3400.0 / pitch.max()) + 1):
            hz = harmonic * pitch
            gain = sum(1.0 / (1.0 + ((hz - centre) / width) ** 2) for centre, width in formants)
            part += (gain + 0.3 / harmonic) * np.sin(harmonic * phase + rng.uniform(0.0, 6.28))
        part /= np.sqrt(np.mean(part * part))
        part = (part + 0.3 * rng.standard_normal(length)) * np.hanning(length) ** 0.5
        end = min(at + length, len(x))
        x[at:end] += part[: end - at] * rng.uniform(500.0, 4000.0)
        at += length + int(rng.integers(0, 1600))
    return to_int16(x)


def _mu_law(x: Floats) -> Floats:
    """ITU-T G.711 by its continuous law, 8 bit."""
    sign, size = np.sign(x), np.minimum(np.abs(x) / 32768.0, 1.0)
    code = np.rint(np.log1p(255.0 * size) / np.log1p(255.0) * 127.0) / 127.0
    return np.asarray(sign * (256.0**code - 1.0) / 255.0 * 32768.0, dtype=np.float64)
