"""How exactly, and how surely, is speech found? Start, delay and end over noises and levels.

    python -m tests.bench.hearing_accuracy FOLDER ... [--model NAME] [--count N] [--skip PART ...]

FOLDER holds WAV files of single clean utterances, one voice a folder. Their true edges are measured
on the clean file; each is then put into noise, and the segmenter's edges are compared with them.
The second table counts false starts in sounds that are no speech, alone and after speech.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from app.engine.speech import SpeechSegmenter
from app.engine.timebase import SAMPLE_RATE
from app.engine.tones import KEYS, dtmf
from app.engine.voice import MODELS, SpeechModel, load_model

Sound = NDArray[np.float64]
Rng = np.random.Generator
SEED = 1207
TEN_MS = SAMPLE_RATE // 100
WITHIN_MS = 250
"""An end is good when it lies this close to the true one: a quarter of the shortest pause."""


def colored(power: float) -> Callable[[int, Rng], Sound]:
    """Noise whose amplitude falls with frequency ** power (0 white, 0.5 pink, 1 brown)."""

    def noise(n: int, rng: Rng) -> Sound:
        frequency = np.fft.rfftfreq(n, 1 / SAMPLE_RATE)
        spectrum = np.fft.rfft(rng.standard_normal(n))
        spectrum[frequency < 30] = 0.0
        spectrum /= np.maximum(frequency, 30.0) ** power
        sound = np.fft.irfft(spectrum, n)
        return np.asarray(sound / np.sqrt(np.mean(sound**2)))

    return noise


NOISES = {"white": colored(0.0), "pink": colored(0.5), "brown": colored(1.0)}


def db(level: float) -> float:
    return float(10.0 ** (level / 20.0))


def utterance(path: Path) -> Sound | None:
    """A file cut to its speech, at an active level of 0 dB; None where the edges are not crisp.

    Edge: the first and last 10 ms within 38 dB of the peak. Not crisp: no 10 ms within 22 dB of the
    active level in the 80 ms next to it, a pause over 0.35 s inside, or outside 0.3 to 5 s.
    """
    audio, rate = soundfile.read(path, dtype="float64")
    if audio.ndim != 1 or len(audio) < rate // 5:
        return None
    sound = np.asarray(soxr.resample(audio, rate, SAMPLE_RATE))
    frames = sound[: len(sound) // TEN_MS * TEN_MS].reshape(-1, TEN_MS)
    level = 10.0 * np.log10(np.mean(frames**2, axis=1) + 1e-12)
    peak = float(level.max())
    active = np.flatnonzero(level > max(peak - 38.0, -58.0))
    if peak < -35.0 or not 30 <= len(active) <= 500 or np.diff(active).max() > 35:
        return None
    first, last = int(active[0]), int(active[-1]) + 1
    loud = 10.0 * np.log10(np.mean(10.0 ** (level[level > peak - 30.0] / 10.0)))
    if min(level[first : first + 8].max(), level[last - 8 : last].max()) < loud - 22.0:
        return None
    return sound[first * TEN_MS : last * TEN_MS] / db(loud)


def utterances(folders: list[Path], skip: list[str], count: int, rng: Rng) -> list[Sound]:
    """As many from each folder, in random order, until there are `count`."""
    voices = [
        rng.permutation(
            sorted(str(p) for p in f.rglob("*.wav") if not any(s in p.name for s in skip))
        )
        for f in folders
    ]
    found: list[Sound] = []
    for row in zip(*voices, strict=False):
        found += [sound for path in row if (sound := utterance(Path(path))) is not None]
        if len(found) >= count:
            return found[:count]
    return found


def segments(model: SpeechModel, sound: Sound) -> list[tuple[int, int, int]]:
    """Confirmed speech as (start, last, sample at which it was confirmed)."""
    model.reset()
    pcm = np.clip(np.round(sound * 32_768.0), -32_768, 32_767).astype(np.int16)
    segmenter, found = SpeechSegmenter(), dict[int, tuple[int, int]]()
    for voice in map(segmenter.feed, model.feed(pcm)):
        if voice.start is not None and voice.last is not None:
            found[voice.start] = (voice.last, found.get(voice.start, (0, voice.end))[1])
    return [(start, last, known) for start, (last, known) in found.items()]


def edges(model: SpeechModel, speech: list[Sound], rng: Rng) -> None:
    """Print the first table."""
    print(f"{'noise':10} {'SNR':>5} {'n':>4} missed false  start ms [2.5, 97.5 %]", end="")
    print(f"  known after (p95)  end ms [2.5, 97.5 %]  <= {WITHIN_MS} ms")
    conditions = [("quiet", None)] + [(noise, snr) for snr in (30, 20, 10, 5) for noise in NOISES]
    for noise, snr in conditions:
        missed = false = 0
        starts, delays, ends = [], [], []
        for sound in speech:
            level = rng.uniform(-30.0, -20.0)
            true = int(rng.uniform(0.7, 1.5) * SAMPLE_RATE)
            whole = true + len(sound) + 2 * SAMPLE_RATE
            bed = NOISES["pink" if snr is None else noise](whole, rng)
            bed *= db(-62.0 if snr is None else level - snr)
            bed[true : true + len(sound)] += sound * db(level)
            found = segments(model, bed)
            missed += not found
            if found:
                false += found[0][0] < true - SAMPLE_RATE // 10
                starts.append((found[0][0] - true) / 16)
                delays.append((found[0][2] - true) / 16)
                ends.append((found[-1][1] - true - len(sound)) / 16)
        print(
            f"{noise:10} {'' if snr is None else snr:>5} {len(speech):4} {missed:6} {false:5}"
            f"  {spread(starts):>25}  {np.median(delays):11.0f} ({np.percentile(delays, 95):3.0f})"
            f"  {spread(ends):>20}  {100 * np.mean(np.abs(ends) <= WITHIN_MS):7.1f} %"
        )


def spread(values: list[float]) -> str:
    low, middle, high = np.percentile(values, [2.5, 50, 97.5])
    return f"{middle:.0f} [{low:.0f}, {high:.0f}]"


def no_speech(n: int, rng: Rng) -> Iterator[tuple[str, Sound]]:
    """Sounds that are no speech."""
    t = np.arange(n) / SAMPLE_RATE

    def tones(*hertz: float, on: float = 1.0, off: float = 0.0) -> Sound:
        together = sum((np.sin(2 * np.pi * f * t) for f in hertz), np.zeros(n))
        return np.asarray(together * (t % (on + off) < on) * db(rng.uniform(-30.0, -14.0)))

    def scattered(make: Callable[[], Sound], pause: tuple[float, float]) -> Sound:
        sound, at = np.zeros(n), int(rng.uniform(0.2, 0.8) * SAMPLE_RATE)
        while at + SAMPLE_RATE < n:
            one = make()
            sound[at : at + len(one)] += one
            at += len(one) + int(rng.uniform(*pause) * SAMPLE_RATE)
        return sound

    def click() -> Sound:
        decay = np.exp(-np.arange(480) / rng.uniform(8.0, 96.0))
        return np.asarray(rng.standard_normal(480) * decay * db(rng.uniform(-36.0, -10.0)))

    def breath() -> Sound:
        length = int(rng.uniform(0.4, 1.0) * SAMPLE_RATE)
        return np.asarray(
            NOISES["pink"](length, rng) * np.hanning(length) * db(rng.uniform(-55.0, -38.0))
        )

    def key() -> Sound:
        pressed = dtmf(KEYS[int(rng.integers(16))], round(rng.uniform(0.05, 0.3) * SAMPLE_RATE))
        return np.asarray(pressed / 32_768.0)

    yield "clicks", scattered(click, (0.05, 0.6))
    yield "breath", scattered(breath, (0.6, 1.6))
    yield "keys", scattered(key, (0.05, 0.8))
    yield "ringing", tones(425, on=1.0, off=4.0)
    yield "ringing 2", tones(400, 450, on=0.4, off=0.2)
    yield "dial tone", tones(350, 440)
    yield "busy", tones(480, 620, on=0.5, off=0.5)
    yield "beep", tones(1000, on=0.4, off=0.8)
    yield "hum", tones(50, 150, 250)
    for name, noise in NOISES.items():
        yield name, noise(n, rng) * db(rng.uniform(-55.0, -28.0))


def false_starts(model: SpeechModel, speech: list[Sound], rng: Rng) -> None:
    """Print the second table."""
    alone: dict[str, int] = {}
    after: dict[str, int] = {}
    rounds = speech[: max(1, len(speech) // 4)]
    for sound in rounds:
        length = len(sound) + 6 * SAMPLE_RATE
        for name, other in no_speech(length, rng):
            bed = other + NOISES["pink"](length, rng) * db(-62.0)
            alone[name] = alone.get(name, 0) + bool(segments(model, bed))
            if name in ("clicks", "breath", "keys", "ringing", "busy", "beep"):
                end = SAMPLE_RATE + len(sound)
                bed[:end] -= other[:end]
                bed[SAMPLE_RATE:end] += sound * db(-24.0)
                found = segments(model, bed)
                late = bool(found) and abs(found[-1][1] - end) > WITHIN_MS * 16
                after[name] = after.get(name, 0) + late
    print(f"\nof {len(rounds)}: false start; speech end moved by more than {WITHIN_MS} ms")
    for name, count in alone.items():
        print(f"{name:10} {count:4} {after.get(name, ''):>4}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--model", default="auto", choices=["auto", *MODELS])
    parser.add_argument("--count", type=int, default=60, help="utterances a condition")
    parser.add_argument(
        "--skip",
        nargs="*",
        default=["beep", "confbridge-join", "confbridge-leave"],
        help="parts of names of files that hold no speech",
    )
    options = parser.parse_args()
    rng = np.random.default_rng(SEED)
    speech = utterances(options.folders, options.skip, options.count, rng)
    if not speech:
        raise SystemExit("no utterance with crisp edges in these folders")
    model = load_model(options.model)
    print(f"{model.name}, {len(speech)} utterances of {len(options.folders)} voices")
    edges(model, speech, rng)
    false_starts(model, speech, rng)


if __name__ == "__main__":
    main()
