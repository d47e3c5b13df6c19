"""Key tones (DTMF) in live audio, to ITU-T Q.24 (AT&T, NTT, Brazil) and ETSI ES 201 235-3.

1. `tone_screen` finds, for every 5 ms, windows that may belong to a key; four in a row cover 35 ms.
2. `tone_fit` fits two steady sines to those 35 ms. Frequency, twist, level, steadiness and the
   share of the energy they explain are judged on that fit. A tone that fills only part of the
   piece leaves the rest unexplained, so the threshold that keeps speech out also sets the shortest
   tone: 0.86 x 35 ms = 30 ms, between the 23 ms that must not and the 40 ms that must be heard.
   And the pair must have begun: it was absent just before, or else it has to prove itself longer.
3. A reported key is then followed by its own two bins. The same key is new only after it was
   absent for 25 ms at a stretch, measured against its own new level: an echo or a drop in level,
   which begins where the tone ends, is not a second press, and one on top of an echo is.

Only samples decide, and the hits are the same however the stream is cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.engine.tone_fit import (
    Floats,
    TonePair,
    find_onset,
    fit_refined,
    longest_absence,
    refine,
)
from app.engine.tone_generator import COLUMN_HZ, KEYS, ROW_HZ, dtmf
from app.engine.tone_screen import HOP, MIN_AMPLITUDE, PIECE, RUN, WINDOW, Screen, may_be_in_a_run

__all__ = ["KEYS", "ToneDetector", "ToneHit", "dtmf"]

_MAX_DEVIATION: Final = 0.022
"""Of the nominal frequency: 1.8 % must, 3.0 % must not pass (NTT; AT&T 1.5 and 3.5). Noise at the
limits shifts the estimate by up to 0.4 %; more room would only serve voices."""

_ROUGH_DEVIATION: Final = 0.03
"""By the screen's estimate, right to 4 Hz (0.6 %) at 15 dB SNR: beyond it no fit is made."""

_MAX_RATIO_DEVIATION: Final = 0.037
"""Of high over low frequency: 1.8 % each way must pass. From 3.9 % on follow the octave, the sixth
and the fifth, which Q.23 keeps clear of and which voices and music are full of."""

_TWIST: Final = (10.0 ** (-10.0 / 20.0), 10.0 ** (7.0 / 20.0))
"""High over low amplitude: -8 dB (AT&T) and +6 dB (Denmark; AT&T +4) and some for noise."""

_MIN_PURITY: Final = 0.86
"""Energy of the pair / all energy: 0.97 at the 15 dB SNR that must be borne, 0.66 for 23 ms."""

_MAX_SWELL: Final = 0.5
"""Change of either amplitude over the piece. A key's tones stand still, those of a voice do not."""

_MIN_ABSENCE: Final = 120
_LONG: Final = 2 * PIECE
_LONG_PURITY: Final = 0.93
_LONG_SWELL: Final = 0.35
"""A key's two tones begin together and at once; those of a chord, or of a vowel that drifts into
shape, were there before. So the pair must have been absent shortly before the piece, if only for
7.5 ms (an interruption of 10 ms, on a grain of 2.5). Where that was not seen, since speech or a
knock covered the beginning, it must stand still over 70 ms, twice as long as usual, and explain
almost everything (11 dB SNR)."""

_HOLD_POWER: Final = 0.25
"""Half the amplitude, as a window has whose middle is at the tone's edge. A level control that goes
further has the key judged anew: as it was not absent, it is the same press."""

_MIN_GAP: Final = 400
"""25 ms between two presses of a key: 20 ms must not (ETSI), 30 ms must part them (NTT, Brazil)."""

_HISTORY: Final = PIECE + 960
"""The piece, and 60 ms before it in which its beginning is sought."""

_ATTACK: Final = 160
"""10 ms by which that search reaches into the piece, which may begin a little before its tone."""

_FORGET: Final = _HISTORY // HOP
"""Hops (95 ms) for which a key that is over may still turn out to go on, if no gap is seen."""

_BLOCK: Final = 8_000
"""Samples screened at a time (0.5 s): in the cache, and too little for a BLAS to start threads,
which save no time here and take it from whatever else runs."""


_INT16: Final = np.dtype(np.int16)


@dataclass(frozen=True, slots=True)
class ToneHit:
    """One key heard. Both times count samples from the detector's first one.

    `onset` is where the tone began, by the fit (mostly within 1 ms; at most 95 ms before
    `reported`). `reported` is the end of the samples used: from there on it could be known.
    """

    tone: str
    onset: int
    reported: int


@dataclass(slots=True)
class _Held:
    """The key judged last, the powers of its bins then, and the last window it was in (in hops)."""

    key: int
    low: float
    high: float
    window: int

    def goes_on(self, low: float, high: float, window: int) -> bool:
        """Take note of one window; whether the key plainly still sounds in it.

        Much less of it is a gap; much more may be a new press on top of an echo of the last.
        """
        if (window - self.window) * HOP > _MIN_GAP:
            return False
        if low < _HOLD_POWER * self.low or high < _HOLD_POWER * self.high:
            return False
        if _HOLD_POWER * low > self.low and _HOLD_POWER * high > self.high:
            return False
        self.window = window
        return True


class ToneDetector:
    """Finds key tones in a stream of int16 mono audio at 16 000 Hz.

    One detector a stream; used by one thread at a time.
    """

    def __init__(self) -> None:
        self.position = 0
        """Samples fed so far."""
        self._audio = np.zeros(_HISTORY + _BLOCK)
        """The last samples; what is further back than _HISTORY goes when room is needed."""
        self._filled = _HISTORY
        self._suspect = False
        """Whether the last window looked at, one in RUN, was a candidate (if in doubt, it was)."""
        self._held: _Held | None = None

    def feed(self, samples: NDArray[np.int16]) -> list[ToneHit]:
        """Take the next samples (int16, one dimension, any length) and return the keys heard.

        The hits do not depend on how the stream is cut: a key is returned by the call that brings
        the last sample before `ToneHit.reported`.

        Raises:
            ValueError: samples that are not one-dimensional int16.
        """
        if samples.dtype != _INT16 or samples.ndim != 1:
            raise ValueError(
                f"Tone detection takes mono int16 samples, not {samples.dtype} of shape"
                f" {samples.shape}: convert them first."
            )
        hits: list[ToneHit] = []
        for start in range(0, len(samples), _BLOCK):
            hits += self._advance(samples[start : start + _BLOCK])
        return hits

    def _advance(self, block: NDArray[np.int16]) -> list[ToneHit]:
        self._append(block)
        first = self.position // HOP + 1
        self.position += len(block)
        last = self.position // HOP
        origin = self.position - self._filled
        if last < first or not (self._held or self._may_run(first, last, origin)):
            return []
        audio = self._audio
        self._suspect = True
        screen = Screen(audio[first * HOP - PIECE - origin : last * HOP - origin])
        hits: list[ToneHit] = []
        window = first
        while window <= last:
            trigger = screen.next_trigger(window - first)
            if self._held is not None and window - self._held.window > _FORGET:
                self._held = None
            if self._held is None:
                if trigger is None:
                    break
                window = first + trigger
            elif self._held.goes_on(*screen.powers(window - first, self._held.key), window):
                trigger = None
            if trigger == window - first:
                end = window * HOP - origin
                hits += self._judge(screen, trigger, window, audio[end - _HISTORY : end])
            window += 1
        return hits

    def _append(self, block: NDArray[np.int16]) -> None:
        end = self._filled + len(block)
        if end > len(self._audio):
            self._audio[:_HISTORY] = self._audio[self._filled - _HISTORY : self._filled]
            end = _HISTORY + len(block)
        self._audio[end - len(block) : end] = block
        self._filled = end

    def _may_run(self, first: int, last: int, origin: int) -> bool:
        """Whether RUN candidates in a row may end with one of the windows `first` to `last`.

        Every such run has a window whose number RUN divides; the latest may be of an earlier call.
        """
        found = self._suspect and first % RUN != 0
        for window in range(first + -first % RUN, last + 1, RUN):
            end = window * HOP - origin
            self._suspect = may_be_in_a_run(self._audio[end - WINDOW : end])
            found = found or self._suspect
        return found

    def _judge(self, screen: Screen, step: int, window: int, x: Floats) -> list[ToneHit]:
        """Decide whether a new key sounds in the last 35 ms of `x`, which end with `window`."""
        key = screen.key(step)
        if not screen.is_filled(step, key):
            return []
        rough = screen.frequencies(step, key)
        if max(map(abs, _deviations(key, *rough))) > _ROUGH_DEVIATION:
            return []
        pair = _fit_key(x[-PIECE:], key, rough, _MIN_PURITY, _MAX_SWELL)
        if pair is None:
            return []
        absence = longest_absence(pair, x[: _ATTACK - PIECE])
        known = self._held is not None and self._held.key == key and absence < _MIN_GAP
        if not known and absence < _MIN_ABSENCE:
            found = pair.low_hz, pair.high_hz
            if _fit_key(x[-_LONG:], key, found, _LONG_PURITY, _LONG_SWELL) is None:
                return []
        self._held = _Held(key, *screen.powers(step, key), window)
        if known:
            return []
        reported = window * HOP
        onset = reported - _HISTORY + find_onset(pair, x, PIECE)
        return [ToneHit(KEYS[key], onset, reported)]


def _deviations(key: int, low_hz: float, high_hz: float) -> tuple[float, float]:
    """Of both tones from a key's nominal frequencies, relative."""
    return low_hz / ROW_HZ[key // 4] - 1.0, high_hz / COLUMN_HZ[key % 4] - 1.0


def _fit_key(
    piece: Floats, key: int, rough: tuple[float, float], min_purity: float, max_swell: float
) -> TonePair | None:
    """The pair of a key in `piece`, near the `rough` frequencies in Hz, if it has one."""
    tones = refine(piece, *rough)
    low, high = _deviations(key, tones.low_hz, tones.high_hz)
    if (
        max(abs(low), abs(high)) > _MAX_DEVIATION
        or abs(high - low) > _MAX_RATIO_DEVIATION
        or max(abs(tones.low_swell), abs(tones.high_swell)) > max_swell
    ):
        return None
    pair = fit_refined(piece, tones)
    if (
        pair.purity >= min_purity
        and min(pair.low_amplitude, pair.high_amplitude) >= MIN_AMPLITUDE
        and _TWIST[0] <= pair.high_amplitude / pair.low_amplitude <= _TWIST[1]
    ):
        return pair
    return None
