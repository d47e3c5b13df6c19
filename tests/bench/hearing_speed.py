"""What a speech model costs: time a chunk, reset, further instances, memory, and two threads.

    python -m tests.bench.hearing_speed [MODEL ...]

Without names, every model that works here. Memory is the growth of the resident set (Linux).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from app.engine.speech import SpeechSegmenter
from app.engine.timebase import FRAME, SAMPLE_RATE
from app.engine.voice import CHUNK, MODELS, SpeechModel, load_model
from tests.helpers.speech_sounds import noise, say

SOUND = np.concatenate([part for _ in range(6) for part in (say(5.0), noise(5.0, level=0.002))])
SECONDS = len(SOUND) / SAMPLE_RATE


def seconds(action: Callable[[], Any]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def megabytes() -> float:
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096 / 1e6
    except OSError:
        return float("nan")


def report(name: str) -> None:
    models: list[SpeechModel] = []
    before = megabytes()
    first = seconds(lambda: models.append(load_model(name)))
    loaded = megabytes()
    more = [seconds(lambda: models.append(load_model(name))) for _ in range(4)]
    print(f"{name}")
    print(f"  first {1e3 * first:.0f} ms, {loaded - before:.0f} MB;", end=" ")
    print(f"each more {1e3 * np.median(more):.1f} ms, {(megabytes() - loaded) / 4:.1f} MB")

    model = models[0]
    chunks = SOUND[: len(SOUND) // CHUNK * CHUNK].reshape(-1, CHUNK)
    spent = np.array([seconds(lambda c=chunk: model.feed(c)) for chunk in chunks]) * 1e6  # type: ignore[misc]
    print(f"  a chunk of 32 ms: median {np.median(spent):.0f} us,", end=" ")
    print(f"p99 {np.percentile(spent, 99):.0f}, mean {spent.mean():.0f}", end="")
    print(f" = {CHUNK / SAMPLE_RATE / spent.mean() * 1e6:.0f} times real time;", end=" ")
    print(f"reset {1e6 * np.median([seconds(model.reset) for _ in range(100)]):.0f} us")

    def frames() -> None:
        segmenter = SpeechSegmenter()
        model.reset()
        for start in range(0, len(SOUND), FRAME):
            for probability in model.feed(SOUND[start : start + FRAME]):
                segmenter.feed(probability)

    print(f"  with the segmenter, 20 ms at a time: {SECONDS / seconds(frames):.0f} times real time")
    alone = seconds(lambda: [model.feed(SOUND) for model in models[:2]])
    with ThreadPoolExecutor(2) as threads:
        together = seconds(lambda: list(threads.map(lambda m: m.feed(SOUND), models[:2])))
    print(f"  two threads: {alone / together:.2f} times as fast as one")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("models", nargs="*", metavar="MODEL", help=", ".join(MODELS))
    for name in parser.parse_args().models or MODELS:
        try:
            report(name)
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main()
