"""The engine's only clock: the number of 16 kHz samples it was fed.

Inside, every time is an ``int`` count of samples; seconds exist at the edge only. 16 000 Hz mono
16 bit is the one format that Graph's prompts and recordings have (contract section 3).
"""

from __future__ import annotations

from typing import Final

SAMPLE_RATE: Final = 16_000
"""Samples per second of every stream inside the engine."""

FRAME: Final = 320
"""Samples of one 20 ms media frame; how often a live call tells how it stands."""

PIECE: Final = 160
"""Samples of the 10 ms in which a live call is pumped, as its devices deliver them."""


def to_samples(seconds: float) -> int:
    """Return the sample count nearest to ``seconds`` (>= 0)."""
    return round(seconds * SAMPLE_RATE)


def to_seconds(samples: int) -> float:
    """Return ``samples`` in seconds, rounded to a tenth of a millisecond for display and JSON."""
    return round(samples / SAMPLE_RATE, 4)
