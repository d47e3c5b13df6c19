"""Recorded calls with known outcomes: is each one ended for the right reason at the right time?

    python -m tests.bench.hearing MANIFEST [--model NAME] [--decide engine|rules]
                                  [--sensitivity S] [--gate] [--cut SAMPLES]

MANIFEST (format callsim-audio-eval/1) lies beside its WAV files and gives, for each, the parameters
of recordResponse, the outcome that follows from how the file was made, and the window in which it
has to come. `--decide rules` judges by a plain second reading of the rules, `engine` (default) by
the program; both on the same detectors. `--gate` treats the start as if a prompt had ended there.
Exit status 1 when a case that is not tagged "hard" is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from app.engine.commands import RecordResponse
from app.engine.limits import ECHO_TAIL
from app.engine.outcome import OUTCOMES, Cause
from app.engine.recording import Recording, Tone
from app.engine.speech import SpeechSegmenter
from app.engine.timebase import SAMPLE_RATE, to_samples
from app.engine.tones import ToneDetector
from app.engine.voice import MODELS, SpeechModel, load_model

Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Setup:
    """What all cases are heard with."""

    model: SpeechModel
    sensitivity: float
    gated: bool
    cut: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Why and where (samples) the recording ended; where speech first began."""

    cause: Cause
    at: int
    tone: str | None
    speech_start: int | None


Decide = Callable[[Samples, RecordResponse, Setup], Decision]


def by_engine(sound: Samples, request: RecordResponse, setup: Setup) -> Decision:
    """The program's own recording, fed in pieces of `setup.cut`; silence follows the file."""
    sound = np.concatenate([sound, np.zeros(request.max_duration + SAMPLE_RATE, np.int16)])
    recording = Recording(
        request, setup.model, after_playback=setup.gated, sensitivity=setup.sensitivity
    )
    detector, start, heard = ToneDetector(), None, [Tone("", 0)]
    for first in range(0, len(sound), setup.cut):
        piece = sound[first : first + setup.cut]
        tones = [Tone(hit.tone, hit.reported) for hit in detector.feed(piece)]
        _, turns, ending = recording.run(piece, tones)
        heard += [tone for tone in tones if ending is None or tone.sample <= ending.sample]
        begun = [turn.sample for turn in turns if turn.started]
        start = start if start is not None or not begun else begun[0]
        if ending is not None:
            tone = heard[-1].tone if ending.cause is Cause.STOP_TONE else None
            return Decision(ending.cause, ending.sample, tone, start)
    raise AssertionError("a recording went on beyond its maximum duration")


def by_rules(sound: Samples, request: RecordResponse, setup: Setup) -> Decision:
    """The rules read once more, on the whole file at once: the earliest of all endings."""
    setup.model.reset()
    segmenter = SpeechSegmenter(
        sensitivity=setup.sensitivity, ungated_from=ECHO_TAIL if setup.gated else 0
    )
    segments: dict[int, int] = {}
    for voice in map(segmenter.feed, setup.model.feed(sound)):
        if voice.start is not None and voice.last is not None:
            segments[voice.start] = voice.last
    hits = [hit for hit in ToneDetector().feed(sound) if hit.tone in request.stop_tones]
    endings = [(request.max_duration, 3, Cause.MAX_DURATION)]
    endings += [(hit.reported, 0, Cause.STOP_TONE) for hit in hits[:1]]
    starts = [*segments, len(sound) + request.max_duration]
    if starts[0] >= request.initial_silence:
        endings.append((request.initial_silence, 1, Cause.INITIAL_SILENCE))
    for last, following in zip(segments.values(), starts[1:], strict=True):
        if following >= last + request.max_silence:
            endings.append((last + request.max_silence, 2, Cause.MAX_SILENCE))
    at, _, cause = min(endings)
    tone = hits[0].tone if cause is Cause.STOP_TONE else None
    return Decision(cause, at, tone, starts[0] if starts[0] < at else None)


DECIDE: dict[str, Decide] = {"engine": by_engine, "rules": by_rules}


def request_of(params: dict[str, Any]) -> RecordResponse:
    """The case's parameters as the engine takes them."""
    return RecordResponse(
        "case",
        to_samples(params["initialSilenceTimeoutInSeconds"]),
        to_samples(params["maxSilenceTimeoutInSeconds"]),
        to_samples(params["maxRecordDurationInSeconds"]),
        stop_tones=tuple(params["stopTones"]),
    )


def faults(expected: dict[str, Any], got: Decision) -> tuple[list[str], float]:
    """What is wrong with a decision, and its distance (s) from the nearer edge of the window."""
    reason, at = OUTCOMES[got.cause].reason, got.at / SAMPLE_RATE
    if reason != expected["outcome"]:
        return [f"{reason} at {at:.3f}, expected {expected['outcome']}"], -1.0
    margin = min(at - expected["earliestSec"], expected["latestSec"] - at)
    wrong = [f"{-1e3 * margin:.0f} ms outside its window"] if margin < 0 else []
    if got.tone != expected.get("tone"):
        wrong.append(f"tone {got.tone}, expected {expected.get('tone')}")
    if "speechStartSec" in expected:
        true, latest = expected["speechStartSec"], expected["speechStartLatestSec"]
        start = None if got.speech_start is None else got.speech_start / SAMPLE_RATE
        if start is None or not true - 0.1 <= start <= latest:
            wrong.append(f"speech began at {start}, expected {true:.3f}")
    return wrong, margin


def report(case: dict[str, Any], got: Decision) -> bool:
    """Print one line; whether the decision is right."""
    expected = case["expected"]
    wrong, margin = faults(expected, got)
    off = 1e3 * (got.at / SAMPLE_RATE - expected["atSec"])
    started = ""
    if got.speech_start is not None and "speechStartSec" in expected:
        began = 1e3 * (got.speech_start / SAMPLE_RATE - expected["speechStartSec"])
        started = f"start {began:+5.0f} ms"
    print(
        f"{'WRONG' if wrong else 'right'} {case['id']:14} {case['category']:30}"
        f" {expected['outcome']:24} {off:+6.0f} ms, margin {1e3 * margin:5.0f} ms {started:15}"
        f" {'; '.join(wrong)}".rstrip()
    )
    return not wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--model", default="auto", choices=["auto", *MODELS])
    parser.add_argument("--decide", default="engine", choices=DECIDE)
    parser.add_argument("--sensitivity", type=float, default=0.5)
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--cut", type=int, default=SAMPLE_RATE, help="samples fed at once")
    options = parser.parse_args()
    setup = Setup(load_model(options.model), options.sensitivity, options.gate, options.cut)
    cases = json.loads(options.manifest.read_text("utf-8"))["cases"]
    right = failed = 0
    spent = heard = 0.0
    for case in cases:
        sound, rate = soundfile.read(options.manifest.parent / case["file"], dtype="int16")
        if rate != SAMPLE_RATE or sound.ndim != 1:
            raise SystemExit(f"{case['file']} is not mono at {SAMPLE_RATE} Hz")
        began = time.perf_counter()
        got = DECIDE[options.decide](sound, request_of(case["params"]), setup)
        spent += time.perf_counter() - began
        heard += got.at / SAMPLE_RATE
        good = report(case, got)
        right += good
        failed += not good and "hard" not in case["tags"]
    print(
        f"{right} of {len(cases)} right ({setup.model.name}, {options.decide});"
        f" {heard / spent:.0f} times real time"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
