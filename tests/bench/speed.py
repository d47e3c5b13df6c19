"""How fast ``simulate`` runs, in times real time, with voice and tone detection on."""

from __future__ import annotations

import time

import numpy as np

from app.audio.wavfile import read_caller
from app.engine.call import EngineConfig
from app.engine.voice import SpeechModel, load_model
from app.graph.profiles import V1
from app.graph.requests import parse_record_response
from app.resources import resource
from app.runtime.clock import new_id
from app.runtime.simulation import simulate
from tests.bench.figures import Row

SECONDS = 120
"""The longest recording that Graph allows."""


def measure() -> list[Row]:
    """Simulate 120 s of speech with each detector."""
    speech = read_caller(resource("sounds/demo-caller.wav"))
    audio = np.tile(speech, 1 + SECONDS * 16_000 // len(speech))[: SECONDS * 16_000]
    best = load_model()
    rows = [(f"simulate, {best.name} and tones, times real time", _speed(audio, best), ">= 40")]
    energy = load_model("energy")
    return [*rows, ("simulate, energy and tones, times real time", _speed(audio, energy), "")]


def _speed(audio: np.ndarray, model: SpeechModel) -> str:
    body = {"maxRecordDurationInSeconds": SECONDS, "maxSilenceTimeoutInSeconds": 120}
    request = parse_record_response(body, V1)
    beep = read_caller(resource("sounds/beep.wav"))
    took = []
    for _ in range(5):
        began = time.perf_counter()
        result = simulate(
            audio, request, config=EngineConfig(beep), model=lambda: model, new_id=new_id
        )
        took.append(time.perf_counter() - began)
        assert result.data["outcome"]["seconds"] == SECONDS, result.data["outcome"]
    return f"{SECONDS / sorted(took)[2]:.0f} x"
