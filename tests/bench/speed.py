"""How fast ``simulate`` runs, in times real time, and what a live call costs the engine."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np

from app.audio.wavfile import read_caller
from app.engine.call import EngineConfig
from app.engine.timebase import FRAME, PIECE, SAMPLE_RATE
from app.engine.voice import SpeechModel, load_model
from app.graph.profiles import V1
from app.graph.requests import parse_record_response
from app.resources import resource
from app.runtime.clock import new_id
from app.runtime.ports import Audio
from app.runtime.simulation import simulate
from tests.bench.figures import Row

SECONDS: Final = 120
"""The longest recording that Graph allows."""

CORES: Final = 2
FILES: Final = 8


def measure() -> list[Row]:
    """Simulate 120 s of speech: a file at once, frame by frame, many over two cores."""
    speech = read_caller(resource("sounds/demo-caller.wav"))
    audio = np.tile(speech, 1 + SECONDS * SAMPLE_RATE // len(speech))[: SECONDS * SAMPLE_RATE]
    best, energy = load_model(), load_model("energy")
    at_once, frames = _seconds(audio, best, SAMPLE_RATE), _seconds(audio, best, FRAME)
    live = _seconds(audio, best, PIECE)
    plain, plain_frames = _seconds(audio, energy, SAMPLE_RATE), _seconds(audio, energy, FRAME)
    return [
        (f"simulate, {best.name} and tones", f"{SECONDS / at_once:.0f} x", ">= 55 x"),
        ("the same, frame by frame (20 ms)", f"{SECONDS / frames:.0f} x", ""),
        ("simulate, energy and tones", f"{SECONDS / plain:.0f} x", ""),
        ("the same, frame by frame (20 ms)", f"{SECONDS / plain_frames:.0f} x", ">= 600 x"),
        (f"simulate, {FILES} files over {CORES} cores", f"{_together(audio):.0f} x", ">= 100 x"),
        ("a live call, engine alone", f"{100 * live / SECONDS:.1f} % of a core", "<= 4 %"),
    ]


def _seconds(audio: Audio, model: SpeechModel, piece: int, runs: int = 3) -> float:
    """The median of some runs."""
    return sorted(_run(audio, model, piece) for _ in range(runs))[runs // 2]


def _run(audio: Audio, model: SpeechModel, piece: int) -> float:
    body = {"maxRecordDurationInSeconds": SECONDS, "maxSilenceTimeoutInSeconds": 120}
    request = parse_record_response(body, V1)
    beep = read_caller(resource("sounds/beep.wav"))
    began = time.perf_counter()
    result = simulate(
        audio,
        request,
        config=EngineConfig(beep),
        model=lambda: model,
        new_id=new_id,
        piece=piece,
    )
    took = time.perf_counter() - began
    assert result.data["outcome"]["seconds"] == SECONDS, result.data["outcome"]
    return took


def _together(audio: Audio) -> float:
    """Times real time of all files together, as ``simulate`` runs them."""
    models = [load_model() for _ in range(CORES)]

    def share(number: int) -> None:
        for _ in range(FILES // CORES):
            _run(audio, models[number], SAMPLE_RATE)

    with ThreadPoolExecutor(CORES) as workers:
        began = time.perf_counter()
        list(workers.map(share, range(CORES)))
        return FILES * SECONDS / (time.perf_counter() - began)
