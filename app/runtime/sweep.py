"""``simulate --sweep``: how the outcome of a file changes over ranges of its parameters.

The file is heard once; the rules run again for every value (:mod:`app.engine.what_if`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from app.engine.call import EngineConfig
from app.engine.commands import RecordResponse
from app.engine.limits import CONFIRMATION_WAIT, PAD_KEY
from app.engine.outcome import OUTCOMES
from app.engine.recording import Tone
from app.engine.speech import CHUNK
from app.engine.timebase import to_samples, to_seconds
from app.engine.voice import SpeechModel
from app.engine.what_if import decide, hear
from app.runtime.feeder import Press
from app.runtime.ports import Audio

TIMES: Final = {
    "initialSilenceTimeoutInSeconds": "initial_silence",
    "maxSilenceTimeoutInSeconds": "max_silence",
    "maxRecordDurationInSeconds": "max_duration",
}
"""The parameters that can be swept, in seconds; fractions too, which Graph's wire does not have."""

SENSITIVITY: Final = "hearing.sensitivity"

MOST: Final = 100_000
"""Combinations of one sweep, so that a slip of the pen does not run for a week."""

LONGEST: Final = to_samples(7200)
"""Of a recording that is swept: its audio is held as a whole (only 2018 can ask for more)."""


class SweepError(ValueError):
    """A sweep that cannot be understood; the message says what can."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One parameter and its values (seconds; for the sensitivity 0..1)."""

    name: str
    values: tuple[float, ...]

    @classmethod
    def parse(cls, text: str) -> Axis:
        """Read ``NAME=FROM:TO:STEP``. Raises SweepError."""
        name, _, span = text.partition("=")
        try:
            first, last, step = (float(part) for part in span.split(":"))
        except ValueError:
            raise SweepError(f"'{text}' is no sweep: write NAME=FROM:TO:STEP.") from None
        known = (*TIMES, SENSITIVITY)
        if name not in known:
            raise SweepError(f"'{name}' cannot be swept; choose one of {', '.join(known)}.")
        low, high = (0.0, 1.0) if name == SENSITIVITY else (0.1, 1800.0)
        if not (low <= first <= last <= high and step > 0):
            raise SweepError(f"'{text}': the values run from {low:g} to {high:g}, the step is > 0.")
        count = int((last - first) / step + 1e-9) + 1
        if count > MOST:
            raise SweepError(f"'{text}' has {count} values; {MOST} are the most.")
        return cls(name, tuple(round(first + i * step, 6) for i in range(count)))


def sweep(
    audio: Audio,
    request: RecordResponse,
    axes: Sequence[Axis],
    *,
    config: EngineConfig,
    model: SpeechModel,
    presses: Sequence[Press] = (),
) -> Iterator[tuple[dict[str, float], dict[str, Any]]]:
    """Give the values and the outcome (as in ``simulate --json``) for every combination.

    ``audio`` (int16 mono 16 kHz) starts with the recording; silence follows it. Any thread.
    """
    combinations = 1
    for axis in axes:
        combinations *= len(axis.values)
    if combinations > MOST:
        raise SweepError(f"The sweep has {combinations} combinations; {MOST} are the most.")
    longest = max([request.max_duration, *(_longest(axis) for axis in axes)])
    if longest > LONGEST:
        raise SweepError("A sweep takes recordings of up to 7200 seconds: lower the request's.")
    padded = np.zeros(longest + CONFIRMATION_WAIT + CHUNK, np.int16)
    padded[: len(audio)] = audio[: len(padded)]
    for press in presses:
        padded[press.sample : press.sample + PAD_KEY] = 0
    # The call's tone detector has heard one sample, and the beep's length of silence, before.
    lead = 1 + (len(config.beep) if request.play_beep else 0)
    pressed = [Tone(press.tone, press.sample) for press in presses]
    heard = hear(padded, model, lead=lead, pressed=pressed)
    if not config.tones_in_audio:
        heard = replace(heard, tones=tuple(pressed))
    after_playback = bool(request.prompts or request.play_beep)
    for chosen in itertools.product(*(axis.values for axis in axes)):
        values = dict(zip((axis.name for axis in axes), chosen, strict=True))
        changed = {TIMES[n]: to_samples(v) for n, v in values.items() if n in TIMES}
        ending = decide(
            heard,
            replace(request, **changed),  # type: ignore[arg-type]
            after_playback=after_playback,
            sensitivity=values.get(SENSITIVITY, config.sensitivity),
            inter_digit=config.inter_digit,
        )
        assert ending is not None, "the audio is longer than the longest recording"
        outcome = OUTCOMES[ending.cause]
        yield (
            values,
            {
                "status": outcome.status.value,
                "reason": outcome.reason,
                "code": outcome.code,
                "subcode": outcome.subcode,
                "message": outcome.message,
                "seconds": to_seconds(ending.sample),
            },
        )


def _longest(axis: Axis) -> int:
    return to_samples(axis.values[-1]) if axis.name == "maxRecordDurationInSeconds" else 0
