"""The heart of recordResponse: listens to the caller and decides when, and why, to stop.

Everything counts in samples from the start of the recording. Four things can end it: a stop tone,
the initial silence, a pause after speech, the maximum duration. The earliest sample wins; on the
same sample they win in that order.

Two of the four are known at once. The silences are not: whether speech began before a deadline
shows only when the detector has judged the audio up to it, and where voiced audio is not yet
confirmed as speech the verdict waits, at most :data:`CONFIRMATION_WAIT`. A stop tone or the maximum
duration that falls into that wait is held until the verdict is known. Whatever is decided, the
recording ends at the sample of its cause and not at the sample at which it was decided.

:meth:`Recording.run` visits only the instants at which something can change (a chunk judged, a tone
reported, a deadline), so the same audio ends the same way however it was cut into pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import RecordResponse
from app.engine.limits import CONFIRMATION_WAIT, ECHO_TAIL
from app.engine.outcome import Cause
from app.engine.speech import SpeechSegmenter, Voice
from app.engine.states import RECORD_RESPONSE, Phase, move
from app.engine.stop_tones import StopTones
from app.engine.voice import SpeechModel

PRIORITY: Final = (
    Cause.STOP_TONE,
    Cause.INITIAL_SILENCE,
    Cause.MAX_SILENCE,
    Cause.MAX_DURATION,
)
"""Which cause wins where two fall on the same sample (first wins)."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The recording ends at ``sample`` (exclusive, from its start) for ``cause``."""

    sample: int
    cause: Cause

    def before(self, other: Ending | None) -> bool:
        """Whether this one wins over ``other``."""
        if other is None:
            return True
        mine, theirs = PRIORITY.index(self.cause), PRIORITY.index(other.cause)
        return (self.sample, mine) < (other.sample, theirs)


@dataclass(frozen=True, slots=True)
class Turn:
    """The caller began (``started``) or ended speaking at ``sample``, known at ``known``."""

    started: bool
    sample: int
    known: int


@dataclass(frozen=True, slots=True)
class Tone:
    """A key received at ``sample`` of the recording."""

    tone: str
    sample: int


@dataclass(frozen=True, slots=True)
class Timer:
    """A limit that runs down: samples left of ``total``; ``left`` is ``None`` while it rests."""

    total: int
    left: int | None


class Recording:
    """One recording from its first sample to its end.

    ``after_playback``: a prompt or beep was just heard, so the first 250 ms are not judged.
    ``sensitivity``: of the speech decision, 0..1. ``inter_digit``: samples between two keys of a
    stop tone, ``None`` is no limit. The model is reset and fed the recording only.
    Not thread-safe; runs where the engine runs.
    """

    def __init__(
        self,
        request: RecordResponse,
        model: SpeechModel,
        *,
        after_playback: bool,
        sensitivity: float = 0.5,
        inter_digit: int | None = None,
    ) -> None:
        model.reset()
        self._request = request
        self._model = model
        self._segmenter = SpeechSegmenter(
            sensitivity=sensitivity, ungated_from=ECHO_TAIL if after_playback else 0
        )
        self._voice: Voice | None = None
        self._stop_tones = StopTones(request.stop_tones, inter_digit)
        self._certain: Ending | None = None
        self._silence = self._next_silence()
        self._pieces: list[NDArray[np.int16]] = []
        self._recorded = 0
        self.position = 0
        """Samples recorded so far."""
        self.phase = Phase.LISTENING

    def run(
        self,
        audio: NDArray[np.int16],
        tones: Sequence[Tone],
        detected: NDArray[np.int16] | None = None,
    ) -> tuple[int, list[Turn], Ending | None]:
        """Record ``audio`` (int16, any length) with the tones reported in it, in order.

        ``detected`` is what the speech detector hears of it, where that is not the same.

        Returns how many samples were taken (all of them unless the recording ended), the turns of
        speech, and the ending or ``None``.
        """
        began, end = self.position, self.position + len(audio)
        self._pieces.append(audio)
        self._recorded += len(audio)
        turns: list[Turn] = []
        judged = [
            self._segmenter.feed(p)
            for p in self._model.feed(audio if detected is None else detected)
        ]
        waiting_tones = list(tones)
        while True:
            instant = self._next_instant(judged, waiting_tones, end)
            if instant > end:
                self.position = end
                return len(audio), turns, None
            self.position = instant
            while waiting_tones and waiting_tones[0].sample <= instant:
                self._receive(waiting_tones.pop(0))
            while judged and judged[0].end <= instant:
                turns += self._judge(judged.pop(0))
            ending = self._verdict()
            if ending is not None:
                return instant - began, turns, ending

    def press(self, tone: str) -> Ending | None:
        """Receive a pad key at the present sample; return the ending if that decides it."""
        self._receive(Tone(tone, self.position))
        return self._verdict()

    def audio(self, end: int) -> NDArray[np.int16]:
        """Return the first ``end`` samples of what was recorded, read-only."""
        return self.stretch(0, end)

    def stretch(self, start: int, end: int) -> NDArray[np.int16]:
        """Return samples ``start`` to ``end`` (exclusive) of what was recorded, read-only.

        The later the start, the less is looked at.
        """
        parts: list[NDArray[np.int16]] = []
        begin = self._recorded
        for piece in reversed(self._pieces):
            begin, stop = begin - len(piece), begin
            parts.append(piece[max(0, start - begin) : max(0, min(stop, end) - begin)])
            if begin <= start:
                break
        audio = np.concatenate([np.zeros(0, np.int16), *reversed(parts)])
        audio.setflags(write=False)
        return audio

    @property
    def settled(self) -> int:
        """Samples that are part of the recording whatever comes: no ending lies before them."""
        return max(0, self.position - CONFIRMATION_WAIT)

    def timers(self) -> tuple[Timer, Timer, Timer]:
        """Return initial silence, pause and maximum duration as they stand now."""
        request, voice = self._request, self._voice
        spoken = voice is not None and voice.last is not None
        silence = self._silence
        left = None if silence is None else max(0, silence.sample - self.position)
        return (
            Timer(request.initial_silence, None if spoken else left),
            Timer(request.max_silence, left if spoken else None),
            Timer(request.max_duration, max(0, request.max_duration - self.position)),
        )

    @property
    def probability(self) -> float:
        """The detector's last speech probability, 0..1."""
        return 0.0 if self._voice is None else self._voice.probability

    def _next_instant(self, judged: list[Voice], tones: list[Tone], end: int) -> int:
        """The next sample at which something can change; past ``end`` where none is before it."""
        nearest, position = end + 1, self.position
        if position < self._request.max_duration < nearest:
            nearest = self._request.max_duration
        if self._silence is not None:
            deadline = self._silence.sample
            if position < deadline < nearest:
                nearest = deadline
            if position < deadline + CONFIRMATION_WAIT < nearest:
                nearest = deadline + CONFIRMATION_WAIT
        if judged and judged[0].end < nearest:
            nearest = judged[0].end
        if tones and tones[0].sample < nearest:
            nearest = tones[0].sample
        return nearest

    def _receive(self, tone: Tone) -> None:
        if self._stop_tones.hear(tone.tone, tone.sample) and self._certain is None:
            self._certain = Ending(tone.sample, Cause.STOP_TONE)

    def _judge(self, voice: Voice) -> list[Turn]:
        before, self._voice = self._voice, voice
        self._silence = self._next_silence()
        was_speaking = before is not None and before.speaking
        if voice.speaking == was_speaking:
            return []
        to = Phase.SPEAKING if voice.speaking else Phase.PAUSING
        self.phase = move(RECORD_RESPONSE, self.phase, to)
        sample = voice.start if voice.speaking else voice.last
        assert sample is not None, "a segmenter that spoke knows when"
        return [Turn(voice.speaking, sample, voice.end)]

    def _next_silence(self) -> Ending | None:
        voice = self._voice
        if voice is None or voice.last is None:
            return Ending(self._request.initial_silence, Cause.INITIAL_SILENCE)
        if voice.speaking:
            return None
        return Ending(voice.last + self._request.max_silence, Cause.MAX_SILENCE)

    def _verdict(self) -> Ending | None:
        if self.position >= self._request.max_duration:
            longest = Ending(self._request.max_duration, Cause.MAX_DURATION)
            if longest.before(self._certain):
                self._certain = longest
        silence = self._silence
        due = silence is not None and self.position >= silence.sample
        if silence is not None and due and silence.before(self._certain):
            return silence if self._is_settled(silence.sample) else None
        return self._certain

    def _is_settled(self, deadline: int) -> bool:
        """Whether it is known that no speech began before ``deadline``."""
        if self.position >= deadline + CONFIRMATION_WAIT:
            return True
        voice = self._voice
        if voice is None or voice.end < deadline:
            return False
        return voice.candidate is None or voice.candidate >= deadline
