"""Puts calls together of which is known what is in them, and what must come of them.

The truth comes from how a file is put together, never from a detector. Times are seconds from the
start of the recording (prompt and beep are over).
"""

from __future__ import annotations

import hashlib
import itertools
import os
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from tests.bench.call_signals import Signal, doubled, gain, zeros

SUBCODE: Final = {
    "maxSilenceTimeout": 8509,
    "initialSilenceTimeout": 8510,
    "stopToneDetected": 8514,
    "maxRecordDurationReached": 8515,
}
NO_SPEECH: Final = (
    "beep",
    "2tone",
    "/silence/",
    "confbridge-join",
    "confbridge-leave",
    "tt-monkeys",
    "hello-world",
)
SPARE: Final = {
    "initialSilenceTimeout": (60, 100),
    "maxRecordDurationReached": (60, 100),
    "stopToneDetected": (20, 150),
}
"""Milliseconds before and after the right moment."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A prompt with crisp edges; ``level`` (dBFS) while it speaks."""

    path: Path
    first: int
    end: int
    level: float

    @property
    def seconds(self) -> float:
        return (self.end - self.first) / 160 / 100.0


def read_wav(path: Path) -> Signal:
    """A mono 16-bit file of 8 or 16 kHz."""
    with wave.open(str(path), "rb") as file:
        assert (file.getsampwidth(), file.getnchannels()) == (2, 1), path
        x = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768.0
        rate = file.getframerate()
    assert rate in (SAMPLE_RATE, SAMPLE_RATE // 2), path
    return x if rate == SAMPLE_RATE else doubled(x)


def utterances(sounds: Path, voices: Sequence[str]) -> list[Utterance]:
    """Prompts without an inner pause over 0.35 s; edges by energy, of the clean studio sound."""
    found = []
    for voice in voices:
        files = [Path(d, name) for d, _, names in os.walk(sounds / voice) for name in names]
        for path in sorted(p for p in files if p.suffix == ".wav"):
            if not any(part in str(path) for part in NO_SPEECH):
                found += _crisp(path)
    return found


def _crisp(path: Path) -> list[Utterance]:
    x = read_wav(path)
    if len(x) < 3200:
        return []
    frames = x[: len(x) // 160 * 160].reshape(-1, 160)
    energy = 10 * np.log10(np.mean(frames**2, 1) + 1e-12)
    peak = energy.max()
    if peak < -35:
        return []
    active = np.where(energy > max(peak - 38, -58))[0]
    a, b = int(active[0]), int(active[-1]) + 1
    pause = int(np.diff(active).max()) - 1 if len(active) > 1 else 0
    level = float(10 * np.log10(np.mean(10 ** (energy[energy > peak - 30] / 10))))
    edges = energy[a : a + 8].max(), energy[b - 8 : b].max()
    if b - a < 30 or min(edges) < level - 22 or pause > 35:
        return []
    return [Utterance(path, a * 160, b * 160, level)]


class Maker:
    """Collects cases; ``seed`` decides every chance in them."""

    def __init__(self, sounds: Path, voices: Sequence[str], seed: int) -> None:
        self.utterances = utterances(sounds, voices)
        self.seed = seed
        self.cases: list[dict[str, Any]] = []
        self.sounds: dict[str, Signal] = {}

    def rng(self, name: str) -> np.random.Generator:
        digest = hashlib.sha256(f"{self.seed}/{name}".encode()).digest()
        return np.random.default_rng(int.from_bytes(digest[:8], "little"))

    def utter(self, rng: np.random.Generator, shortest: float, longest: float) -> Signal:
        """One utterance at 0 dB, faded at its edges."""
        fitting = [u for u in self.utterances if shortest <= u.seconds <= longest]
        chosen = fitting[int(rng.integers(len(fitting)))]
        x = read_wav(chosen.path)[chosen.first : chosen.end].copy()
        fade = np.linspace(0, 1, 32)
        x[:32] *= fade
        x[-32:] *= fade[::-1]
        return x / gain(chosen.level)

    def talk(self, rng: np.random.Generator, seconds: float) -> tuple[Signal, list[list[float]]]:
        """About that much speech with short pauses; and where it speaks."""
        parts: list[Signal] = []
        spoken: list[list[float]] = []
        t = 0.0
        while t < seconds:
            x = self.utter(rng, 0.8, 6.0)
            parts.append(x)
            spoken.append([t, t + len(x) / SAMPLE_RATE])
            t += len(x) / SAMPLE_RATE
            if t < seconds:
                pause = int(rng.uniform(0.15, 0.35) * SAMPLE_RATE)
                parts.append(np.zeros(pause))
                t += pause / SAMPLE_RATE
        return np.concatenate(parts), spoken

    def words(
        self, rng: np.random.Generator, words: Sequence[tuple[float, float, float]]
    ) -> tuple[Signal, list[list[float]]]:
        """Utterances (shortest, longest, pause after it); and where they speak."""
        parts: list[Signal] = []
        spoken: list[list[float]] = []
        t = 0.0
        for shortest, longest, pause in words:
            x = self.utter(rng, shortest, longest)
            parts += [x, zeros(pause)]
            spoken.append([t, t + len(x) / SAMPLE_RATE])
            t += len(x) / SAMPLE_RATE + len(zeros(pause)) / SAMPLE_RATE
        return np.concatenate(parts), spoken

    def add(
        self,
        name: str,
        category: str,
        x: Signal,
        params: dict[str, Any],
        speech: Sequence[Sequence[float]] = (),
        keys: Sequence[dict[str, Any]] = (),
        spare: tuple[int, int] = (250, 300),
    ) -> None:
        """Take in a case; ``spare`` is how early and late (ms) a pause may be noticed."""
        asked = {
            "initialSilenceTimeoutInSeconds": 5,
            "maxSilenceTimeoutInSeconds": 5,
            "maxRecordDurationInSeconds": 120,
            "stopTones": [],
        } | params
        right = expected(asked, [[float(a), float(b)] for a, b in speech], keys)
        assert len(x) >= int((right["atSec"] + 3.0) * SAMPLE_RATE), name
        early, late = SPARE.get(right["outcome"], spare)
        right["earliestSec"] = round(right["atSec"] - early / 1000.0, 4)
        right["latestSec"] = round(right["atSec"] + late / 1000.0, 4)
        right["atSec"] = round(right["atSec"], 4)
        truth = {"speech": [[round(a, 4), round(b, 4)] for a, b in speech], "dtmf": list(keys)}
        self.sounds[name] = x
        self.cases.append(
            {
                "id": name,
                "file": f"{name}.wav",
                "category": category,
                "tags": [],
                "params": asked,
                "truth": truth,
                "expected": right,
            }
        )

    def write(self, folder: Path) -> None:
        """Write the sounds, 16 kHz mono 16 bit."""
        for name, x in self.sounds.items():
            samples = np.clip(np.round(x * 32768), -32768, 32767).astype("<i2")
            with wave.open(str(folder / f"{name}.wav"), "wb") as file:
                file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
                file.writeframes(samples.tobytes())


def expected(
    params: dict[str, Any], speech: Sequence[Sequence[float]], keys: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """What the rules make of the truth: the earliest of all endings. No case lies near an edge."""
    initial = params["initialSilenceTimeoutInSeconds"]
    pause = params["maxSilenceTimeoutInSeconds"]
    endings: list[tuple[float, str, str]] = [
        (float(params["maxRecordDurationInSeconds"]), "maxRecordDurationReached", "")
    ]
    for pressed in keys:
        if pressed["expect"] == "must" and pressed["digit"] in params["stopTones"]:
            endings.append((pressed["on"] + 0.04, "stopToneDetected", pressed["digit"]))
    segments = sorted(speech)
    first = segments[0][0] if segments else None
    if first is None or first > initial:
        endings.append((float(initial), "initialSilenceTimeout", ""))
    else:
        starts = [segment[0] for segment in segments[1:]] + [float("inf")]
        for (_, end), following in zip(segments, starts, strict=True):
            if following - end > pause:
                endings.append((end + pause, "maxSilenceTimeout", ""))
                break
    at, outcome, tone = min(endings)
    if first is not None:
        assert abs(first - initial) >= 0.6 or outcome == "stopToneDetected", (first, initial)
    for (_, end), (start, _) in itertools.pairwise(segments):
        assert abs(start - end - pause) >= 0.5 or end > at, (segments, pause)
    others = sorted(ending[0] for ending in endings if ending[1] != outcome)
    assert not others or others[0] - at >= 0.5, endings
    right: dict[str, Any] = {
        "outcome": outcome,
        "subcode": SUBCODE[outcome],
        "atSec": at,
        "recordingSec": round(at, 4),
    }
    if tone:
        right["tone"] = tone
    if first is not None and first < at:
        right["speechStartSec"] = round(first, 4)
        right["speechStartLatestSec"] = round(first + 0.5, 4)
    return right
