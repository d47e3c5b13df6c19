"""From speech probabilities to speech segments: where speech began, and where it stopped.

Pure arithmetic on one number per chunk, so that a what-if can re-run it on probabilities kept from
an earlier call. Positions are samples at 16 kHz, counted from the first chunk fed. May run on any
thread; one instance belongs to one recording.
"""

from __future__ import annotations

from dataclasses import dataclass

CHUNK = 512
"""Samples judged at once: the only length the Silero model accepts at 16 kHz (32 ms)."""

ON = 0.5
"""Probability that makes a chunk voiced in silence: the default of Silero's own VADIterator."""
OFF_TO_ON = 0.7
"""While speech goes on, a chunk stays voiced down to this share of the on-threshold: 0.35 for 0.5,
as Silero's VADIterator (threshold - 0.15)."""
SENSITIVITY_RANGE = 0.6
"""How far the sensitivity moves the on-threshold over its range 0..1: from 0.8 to 0.2."""
END_BIAS = 800
"""Samples by which the last voiced chunk outlasts the speech: the Silero model needs about 50 ms to
be sure of silence. Measured over six voices, in quiet and in noise, by
tests/bench/hearing_accuracy.py."""
HANGOVER = 6 * CHUNK
"""Unvoiced samples after which speech is over and has to be confirmed anew (192 ms). Long enough
for the closure of a stop consonant (rarely over 150 ms), so that a faint word end after one needs
no second confirmation; short enough that one stray chunk in it moves the end by under 0.2 s.
Measured: from 8 chunks on, knocks right after speech move its end more than twice as often."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What is known after one more chunk. Positions are samples from the segmenter's start."""

    end: int
    """Samples judged so far, a multiple of CHUNK."""
    probability: float
    """The model's figure for the last chunk, 0..1."""
    speaking: bool
    """Confirmed speech is going on (or paused for less than HANGOVER)."""
    start: int | None
    """Where the current or last confirmed segment began; None before any."""
    last: int | None
    """Where confirmed speech ended, or has got to; never before start; None before any."""
    candidate: int | None
    """Begin of voiced audio which the coming chunks may still confirm as speech, else None."""


class SpeechSegmenter:
    """Confirms speech when two of the last three chunks are voiced, and back-dates both its ends.

    A confirmation comes at most 3 chunks (96 ms) after the start it reports. Whoever has to decide
    about a moment in time therefore waits while `candidate` lies before that moment, 96 ms at most.
    A single voiced chunk outside speech (a click, a plosive breath) never becomes more than a
    candidate and moves neither `start` nor `last`.

    Args:
        sensitivity: 0..1, 0.5 is the model's own tuning. The on-threshold is
            0.5 + 0.6 * (0.5 - sensitivity), that is 0.8 for 0 and 0.2 for 1; the off-threshold is
            always 0.7 of it.
        ungated_from: sample from which chunks are judged. Chunks that begin before it neither
            confirm speech nor become candidates (the echo of a prompt may be in them). Speech
            confirmed after it whose voiced run reaches back into the gated stretch without a break
            is taken to have begun at sample 0.

    Raises:
        ValueError: sensitivity outside 0..1, or ungated_from negative.
    """

    def __init__(self, *, sensitivity: float = 0.5, ungated_from: int = 0) -> None:
        if not 0.0 <= sensitivity <= 1.0:
            raise ValueError(f"The sensitivity has to be between 0 and 1, not {sensitivity}.")
        if ungated_from < 0:
            raise ValueError(f"Judging cannot begin before the recording: {ungated_from} samples.")
        self._on = ON + SENSITIVITY_RANGE * (0.5 - sensitivity)
        self._off = OFF_TO_ON * self._on
        self._gate = ungated_from
        self._end = 0
        self._speaking = False
        self._start: int | None = None
        self._last: int | None = None
        self._voiced_end = 0
        self._candidate: int | None = None
        self._from_gate = False

    def feed(self, probability: float) -> Voice:
        """Judges one more chunk of CHUNK samples, given the model's probability for it (0..1)."""
        begin = self._end
        self._end = begin + CHUNK
        if begin < self._gate:
            # Hysteresis as in speech: the run which an open gate would have followed.
            self._from_gate = probability >= (self._off if self._from_gate else self._on)
        elif self._speaking:
            self._go_on(probability)
        else:
            self._look_for_start(begin, probability)
        return Voice(
            end=self._end,
            probability=probability,
            speaking=self._speaking,
            start=self._start,
            last=self._last,
            candidate=self._candidate,
        )

    def _look_for_start(self, begin: int, probability: float) -> None:
        voiced = probability >= self._on
        self._from_gate = self._from_gate and probability >= self._off
        if voiced and self._candidate is not None:
            self._speaking = True
            self._start = 0 if self._from_gate else self._candidate
            self._candidate = None
            self._reached(self._end)
        elif voiced:
            self._candidate = begin
        elif self._candidate is not None and self._end - self._candidate >= 3 * CHUNK:
            self._candidate = None  # one of three: no later chunk can confirm it

    def _go_on(self, probability: float) -> None:
        if probability >= self._off:
            self._reached(self._end)
        elif self._end - self._voiced_end >= HANGOVER:
            self._speaking = False

    def _reached(self, end: int) -> None:
        self._voiced_end = end
        self._last = end - END_BIAS  # never before the start: two chunks confirm, 1024 samples
