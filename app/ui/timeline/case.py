"""What if: the question, and the answer that the engine's own rules give. Pure; any thread.

The detectors are not asked again: what they said the first time was kept, so two minutes of audio
take some milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.engine.commands import RecordResponse
from app.engine.events import ToneReceived, ToneSource
from app.engine.outcome import OUTCOMES, Cause, Outcome
from app.engine.recording import Tone
from app.engine.speech import CHUNK
from app.engine.timebase import SAMPLE_RATE, to_samples
from app.engine.tones import KEYS
from app.engine.what_if import Heard, followed_by_silence, replay
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.lanes import Run
from app.ui.timeline.trace import Trace


@dataclass(frozen=True, slots=True)
class Choice:
    """The parameters, in seconds; ``silence``: assume it where the audio is over."""

    initial_silence: float
    max_silence: float
    max_duration: float
    stop_tones: tuple[str, ...]
    sensitivity: float
    tones_in_audio: bool
    silence: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a finished recording. Times are samples of the recording, which began at
    sample ``start`` of the call."""

    operation: str
    start: int
    length: int
    probabilities: tuple[float, ...]
    keys: tuple[tuple[Tone, ToneSource], ...]
    request: RecordResponse
    inter_digit: int | None
    real: Choice
    """The parameters that it had."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How it would have ended; ``outcome`` is ``None`` where the audio does not decide it.
    ``seconds`` is where it ends (or the audio does), ``limit`` the one that ran out."""

    shown: Hypothesis
    outcome: Outcome | None
    seconds: float
    tone: str | None = None
    source: ToneSource | None = None
    limit: float | None = None


def case_of(trace: Trace, run: Run | None) -> Case | None:
    """Return the case of a finished recording, ``None`` where none is in front, or kept."""
    if run is None or run.request is None or run.recording is None or run.end is None:
        return None
    known = trace.probabilities.get(run.id)
    if known is None:
        return None
    start, request, hearing = run.recording, run.request, trace.hearing
    length = min(trace.now - start, len(known.values) * CHUNK + CHUNK - 1)
    keys = [
        (Tone(event.tone, event.sample - start), event.source)
        for event in trace.events
        if isinstance(event, ToneReceived) and start <= event.onset
    ]
    return Case(
        run.id,
        start,
        length,
        tuple(known.values),
        tuple((tone, source) for tone, source in keys if tone.sample <= length),
        request,
        hearing.inter_digit,
        Choice(
            request.initial_silence / SAMPLE_RATE,
            request.max_silence / SAMPLE_RATE,
            request.max_duration / SAMPLE_RATE,
            request.stop_tones,
            known.sensitivity,
            hearing.tones_in_audio,
        ),
    )


def answer(case: Case, choice: Choice) -> Answer:
    """Return how ``case`` would have ended with ``choice``."""
    request = replace(
        case.request,
        initial_silence=to_samples(choice.initial_silence),
        max_silence=to_samples(choice.max_silence),
        max_duration=to_samples(choice.max_duration),
        stop_tones=choice.stop_tones,
    )
    keys = [key for key in case.keys if choice.tones_in_audio or key[1] == "pad"]
    heard = Heard(case.length, case.probabilities, tuple(tone for tone, _ in keys))
    if choice.silence:
        heard = followed_by_silence(heard, request)
    turns, ending = replay(
        heard,
        request,
        after_playback=bool(request.prompts or request.play_beep),
        sensitivity=choice.sensitivity,
        inter_digit=case.inter_digit,
    )
    audio_end = case.start + case.length
    shown = Hypothesis(case.operation, case.start, audio_end, tuple(turns), ending)
    if ending is None:
        return Answer(shown, None, case.length / SAMPLE_RATE)
    seconds = ending.sample / SAMPLE_RATE
    outcome = OUTCOMES[ending.cause]
    if ending.cause is Cause.STOP_TONE:
        tone, source = [key for key in keys if key[0].sample <= ending.sample][-1]
        return Answer(shown, outcome, seconds, tone.tone, source)
    limits = {
        Cause.INITIAL_SILENCE: choice.initial_silence,
        Cause.MAX_SILENCE: choice.max_silence,
        Cause.MAX_DURATION: choice.max_duration,
    }
    return Answer(shown, outcome, seconds, limit=limits[ending.cause])


def read_stop_tones(text: str) -> tuple[str, ...]:
    """Return the stop tones in ``text`` (``# 1 *``), between spaces or commas.

    Raises ValueError for what is no key.
    """
    tones = tuple(text.upper().replace(",", " ").split())
    for tone in tones:
        for key in tone:
            if key not in KEYS:
                raise ValueError(key)
    return tones
