"""Resampling of live streams, with a delay of 2 ms and a ratio that may be steered.

Files go through soxr. Live audio does not, for reasons that were measured on soxr 1.1.0: its
fixed-rate stream works in lumps (48 to 16 kHz: 30 ms at a time, 8 to 16 kHz: 100 ms, in every
quality that is good enough), and its variable-rate stream holds back 12 to 37 ms. Here it is one
windowed sinc, evaluated where an output sample falls: Julius O. Smith's "digital audio resampling"
(https://ccrma.stanford.edu/~jos/resample/), with a Kaiser window.

At a ratio of exactly 1 the sinc's zeros fall on the samples, so that the output equals the input
bit for bit; there that case is a plain copy.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

CROSSINGS: Final = 24
"""Zero crossings of the sinc on each side. With KAISER_BETA: flat to 7 kHz at 16 kHz (-0.1 dB)."""

KAISER_BETA: Final = 8.0
"""Side lobes at -80 dB (Kaiser 1974): below the noise of a 13-bit telephone codec."""

PHASES: Final = 512
"""Table rows per input sample; linear interpolation between them is 105 dB down (J. O. Smith)."""


class Resampler:
    """Turns blocks of one rate into blocks of another; belongs to one thread.

    However the input is cut into blocks, the output is the same stream (apart from the rounding of
    the last bit). Each output sample appears as soon as its last input sample is there.
    """

    def __init__(self, in_rate: int, out_rate: int) -> None:
        self._nominal = in_rate / out_rate
        self._step = self._nominal
        # Going down, the filter gets narrower (and longer) to keep what would fold back out.
        width = min(1.0, out_rate / in_rate)
        self._half = int(np.ceil(CROSSINGS / width))
        taps = np.arange(-self._half + 1, self._half + 1)
        offsets = taps[np.newaxis, :] - (np.arange(PHASES + 1) / PHASES)[:, np.newaxis]
        window = np.i0(
            KAISER_BETA * np.sqrt(np.clip(1.0 - (offsets / self._half) ** 2, 0.0, None))
        ) / np.i0(KAISER_BETA)
        table = width * np.sinc(width * offsets) * window
        # Each row passes a constant unchanged; without this a faint tone of the phase is heard.
        self._table = (table / table.sum(axis=1, keepdims=True)).astype(np.float32)
        self._slope = np.diff(self._table, axis=0)
        self.reset()

    @property
    def delay(self) -> float:
        """How long a sample stays inside, in input samples."""
        return float(self._half)

    def steer(self, ppm: float) -> None:
        """Use up the input faster by ``ppm`` millionths (slower if negative) from now on.

        The output stays continuous: only the distance between samples changes.
        """
        self._step = self._nominal * (1.0 + ppm * 1e-6)

    def reset(self) -> None:
        """Begin anew, as if nothing had been heard before; the steering stays."""
        self._held = np.zeros(self._half - 1, np.float32)
        self._position = 0.0

    def process(self, samples: NDArray[np.int16]) -> NDArray[np.int16]:
        """Return the output that ``samples`` (mono, one dimension) completes."""
        block = np.concatenate([self._held, samples.astype(np.float32)])
        ready = len(block) - 2 * self._half + 1
        count = max(0, math.ceil((ready - self._position) / self._step))
        if count == 0:
            self._held = block
            return np.zeros(0, np.int16)
        if self._step == 1.0 and self._position == 0.0:
            out = block[self._half - 1 : self._half - 1 + count]
        else:
            out = self._evaluate(block, self._position + self._step * np.arange(count))
        end = self._position + self._step * count
        used = min(int(end), len(block))
        self._held = block[used:]
        self._position = end - used
        rounded: NDArray[np.int16] = np.clip(np.rint(out), -32768, 32767).astype(np.int16)
        return rounded

    def _evaluate(
        self, block: NDArray[np.float32], places: NDArray[np.floating]
    ) -> NDArray[np.float32]:
        """The sinc-interpolated value at each of ``places``, counted from the middle of the first
        full window."""
        base = places.astype(np.intp)
        fine = (places - base) * PHASES
        row = fine.astype(np.intp)
        weight = (fine - row).astype(np.float32)[:, np.newaxis]
        kernel = self._table[row] + weight * self._slope[row]
        around = np.lib.stride_tricks.sliding_window_view(block, 2 * self._half)
        value: NDArray[np.float32] = np.einsum("ij,ij->i", around[base], kernel)
        return value
