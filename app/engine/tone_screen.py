"""The cheap half of key tone detection: 20 ms windows every 5 ms, all of them vectorised.

Each Hann window is projected on the eight frequencies of ITU-T Q.23. A window in which one row and
one column together hold most of the energy, at about the same level, is a candidate; the fourth
candidate in a row for the same key raises a trigger, at which `tone_fit` looks closely. The limits
here are wide on purpose: they save work and decide nothing.

A run of four has one window in every fourth place. As long as none of those is a candidate, there
is no trigger, and no need to look at the other three.
"""

from __future__ import annotations

import cmath
import itertools
import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE
from app.engine.tone_generator import COLUMN_HZ, ROW_HZ, dbm0_to_amplitude

HOP: Final = 80
"""5 ms, the grain of a report; a finer one gains nothing, as a 40 ms tone fills a piece anyway."""

WINDOW: Final = 320
"""20 ms: resolves 697 from 770 Hz, and two windows side by side fit into the shortest tone."""

RUN: Final = 4
"""Candidates in a row that raise a trigger."""

PIECE: Final = WINDOW + (RUN - 1) * HOP
"""35 ms, what they span: the longest that a tone of 40 ms fills wherever the hops fall."""

MIN_AMPLITUDE: Final = dbm0_to_amplitude(-44.0)
"""Weakest tone: -33 dBm0 (-25 with 8 dB of twist) must, -55 must not be heard (AT&T). Midway."""

_PURITY: Final = 0.5
_LOSS: Final = 0.6
"""Amplitude that a tone 2.4 % off keeps in its bin, in the worst case (1633 Hz)."""
_TWIST: Final = (0.2 * _LOSS, 2.2 / _LOSS)
"""High over low amplitude, least and greatest: -14 and +7 dB, widened by that loss."""

_HANN_SUM: Final = WINDOW / 2.0
_SCALE: Final = float(1 << 20)
_ENERGY_SCALE: Final = float(1 << 12)

_LEAST_POWER: Final = (_LOSS * MIN_AMPLITUDE * _HANN_SUM / 2.0) ** 2
_LEAST_RATIO: Final = _TWIST[0] ** 2
_GREATEST_RATIO: Final = _TWIST[1] ** 2

Floats = NDArray[np.float64]


def _hann() -> Floats:
    return 0.5 - 0.5 * np.cos(2.0 * np.pi * (np.arange(WINDOW) + 0.5) / WINDOW)


def _waves() -> Floats:
    """Windowed cosines, sines and the window itself (for the mean): 8 + 8 + 1 columns.

    Rounded to 20 binary places. Samples are below 2^15, so that a sum over a window has 44 of them
    at most: float64 holds it exactly, and the order in which a BLAS adds, which varies with the
    number of windows in a call, has no effect. Hence the same decisions however the stream is cut.
    """
    phase = 2.0 * np.pi / SAMPLE_RATE * np.outer(np.arange(WINDOW), ROW_HZ + COLUMN_HZ)
    waves = np.column_stack([np.cos(phase), np.sin(phase), np.ones(WINDOW)])
    return np.rint(waves * _hann()[:, None] * _SCALE) / _SCALE


def _by_hop(columns: Floats) -> Floats:
    """(WINDOW, c) -> (HOP, parts * c): one product with a hop serves all windows it is part of."""
    parts = WINDOW // HOP
    return np.ascontiguousarray(columns.reshape(parts, HOP, -1).transpose(1, 0, 2).reshape(HOP, -1))


_WAVES: Final = np.ascontiguousarray(_waves().T)
_SQUARES: Final = np.rint(_hann() * _ENERGY_SCALE) / _ENERGY_SCALE
"""The window for squared samples; these reach 2^30, so that 12 binary places stay exact."""

_PROJECTIONS: Final = _by_hop(_WAVES.T)
_ENERGIES: Final = _by_hop(_SQUARES)
_TURN: Final = [cmath.exp(-2j * math.pi / SAMPLE_RATE * HOP * hz) for hz in ROW_HZ + COLUMN_HZ]
"""Undoes the phase step of a tone that is exactly on frequency."""


def _overlap(products: Floats) -> Floats:
    """Sum the parts of each window from the hops it consists of."""
    parts = WINDOW // HOP
    count = len(products) - parts + 1
    part = products.reshape(len(products), parts, -1)
    total = part[:count, 0]
    for i in range(1, parts):
        total = total + part[i : count + i, i]
    return total


def may_be_in_a_run(window: Floats) -> bool:
    """Whether one window (float64, WINDOW samples) is a candidate: the same numbers and the same
    limits as in :class:`Screen`, at the cost of one."""
    c0, c1, c2, c3, c4, c5, c6, c7, s0, s1, s2, s3, s4, s5, s6, s7, mean = (
        _WAVES @ window
    ).tolist()
    low = max(c0 * c0 + s0 * s0, c1 * c1 + s1 * s1, c2 * c2 + s2 * s2, c3 * c3 + s3 * s3)
    high = max(c4 * c4 + s4 * s4, c5 * c5 + s5 * s5, c6 * c6 + s6 * s6, c7 * c7 + s7 * s7)
    if min(low, high) < _LEAST_POWER:
        return False
    if not low * _LEAST_RATIO <= high <= low * _GREATEST_RATIO:
        return False
    energy = float((window * _SQUARES) @ window)
    pure = (low + high) * (2.0 / _HANN_SUM) >= _PURITY * (energy - mean * mean / _HANN_SUM)
    return bool(pure)


class Screen:
    """The windows of a piece of audio.

    Args:
        audio: float64, in int16 units and whole, PIECE + k * HOP samples. Step 0 is the window that
            ends at sample PIECE (three precede it), step k the one that ends with the audio.
    """

    def __init__(self, audio: Floats) -> None:
        hops = audio.reshape(-1, HOP)
        z = _overlap(hops @ _PROJECTIONS)
        energy = _overlap((hops * hops) @ _ENERGIES)[:, 0]
        squares = z * z
        energy -= squares[:, 16] / _HANN_SUM  # the mean: a microphone's offset is no sound
        power = squares[:, :8] + squares[:, 8:16]
        low, high = power[:, :4].max(axis=1), power[:, 4:].max(axis=1)
        pure = (low + high) * (2.0 / _HANN_SUM) >= _PURITY * energy
        self._z = z
        self._power = power
        self._keys: NDArray[np.int_] = np.zeros(0, np.int_)
        self._triggers: list[int] = []
        if np.count_nonzero(pure) >= RUN:  # in speech and noise it rarely is
            self._find_triggers(pure, low, high)

    def _find_triggers(self, pure: NDArray[np.bool_], low: Floats, high: Floats) -> None:
        """Name the candidates among the pure windows, and find where RUN of the same name end."""
        candidate = pure & (np.minimum(low, high) >= _LEAST_POWER)
        candidate &= high >= low * _LEAST_RATIO
        candidate &= high <= low * _GREATEST_RATIO
        rows, columns = self._power[:, :4], self._power[:, 4:]
        self._keys = np.where(candidate, rows.argmax(axis=1) * 4 + columns.argmax(axis=1), -1)
        run = self._keys[RUN - 1 :] >= 0
        for back in range(1, RUN):
            run &= self._keys[RUN - 1 :] == self._keys[RUN - 1 - back : -back]
        self._triggers = np.flatnonzero(run).tolist()[::-1]

    def next_trigger(self, step: int) -> int | None:
        """The first trigger at or after `step`, which must not fall from one call to the next."""
        while self._triggers and self._triggers[-1] < step:
            self._triggers.pop()
        return self._triggers[-1] if self._triggers else None

    def key(self, step: int) -> int:
        """The index in KEYS of what was found at a trigger."""
        return int(self._keys[step + RUN - 1])

    def powers(self, step: int, key: int) -> tuple[float, float]:
        """Squared magnitudes of a key's two bins, in arbitrary units."""
        power = self._power[step + RUN - 1]
        return float(power[key // 4]), float(power[4 + key % 4])

    def is_filled(self, step: int, key: int) -> bool:
        """Whether the key is in all windows of the run at about the same level (within 3 dB).

        It is not yet, for up to three steps, while a tone begins: no need to look closely.
        """
        row, column = divmod(key, 4)
        power = [w[row] + w[4 + column] for w in self._power[step : step + RUN].tolist()]
        return bool(min(power) >= 0.5 * max(power))

    def frequencies(self, step: int, key: int) -> tuple[float, float]:
        """Of the strongest row and column in Hz, from the turn of their phases over the run."""

        windows = self._z[step : step + RUN].tolist()

        def frequency(column: int, nominal: float) -> float:
            z = [complex(w[column], -w[8 + column]) for w in windows]
            turn = sum(a.conjugate() * b for a, b in itertools.pairwise(z)) * _TURN[column]
            return nominal + cmath.phase(turn) * SAMPLE_RATE / (2.0 * math.pi * HOP)

        row, column = divmod(key, 4)
        return frequency(row, ROW_HZ[row]), frequency(4 + column, COLUMN_HZ[column])
