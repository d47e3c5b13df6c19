"""What a waveform draws: the extremes and the loudness of each column of pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.runtime.ports import Audio


@dataclass(frozen=True, slots=True)
class Envelope:
    """Per column, in parts of full scale: ``low`` and ``high`` in -1..1, ``rms`` in 0..1."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]
    rms: NDArray[np.float32]


def envelope(audio: Audio, columns: int) -> Envelope:
    """Return the envelope of ``audio`` (int16) in ``columns`` (>= 1) equal stretches.

    No sample is left out: a click of one sample is seen at every width. Any thread.
    """
    if not len(audio):
        nothing = np.zeros(columns, np.float32)
        return Envelope(nothing, nothing, nothing)
    edges = np.linspace(0, len(audio), columns + 1).astype(np.int64)
    starts = np.minimum(edges[:-1], len(audio) - 1)
    full = np.float32(32768)
    counts = np.maximum(1, np.diff(edges))
    power = np.add.reduceat(np.square(audio, dtype=np.float64), starts) / counts
    return Envelope(
        np.minimum.reduceat(audio, starts).astype(np.float32) / full,
        np.maximum.reduceat(audio, starts).astype(np.float32) / full,
        (np.sqrt(power) / 32768).astype(np.float32),
    )


def peak_db(audio: Audio) -> float:
    """Return the peak of ``audio`` (int16) in dBFS, -inf for digital silence."""
    peak = int(np.abs(audio.astype(np.int32)).max(initial=0))
    return 20 * float(np.log10(peak / 32768)) if peak else float("-inf")
