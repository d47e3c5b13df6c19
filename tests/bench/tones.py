"""Key tones: our detector beside spandsp and multimon-ng, on the requirements of ITU-T Q.24.

    python -m tests.bench.tones [--quick] [--voices] [--talk-off DIR ...] [--speeds FACTOR ...]

Prints four tables: one factor at a time, the factorial of all of them, false digits in audio that
holds none (talk-off; any folders of sound files), and latency and cost. `--quick` takes every row
with fewer tokens and stays below a minute, also with `--voices` (talk-off on 0.8 h of studio
voices, fetched from Debian). Exit status 1 when our detector misses a requirement.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soundfile
import soxr

from app.engine.timebase import FRAME, SAMPLE_RATE
from app.engine.tones import KEYS
from tests.bench.sounds import NoSounds, fetch
from tests.bench.tone_receivers import Ours, Receiver, Samples, receivers
from tests.helpers.tone_signals import KeyTone, stream, telephone_noise, to_int16

SEED = 1207
MAX_REPORT_MS = 65.0
MAX_FRAME_US = 100.0
MIN_FACTORIAL = 99.9


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the first table: `must` is the share of tokens to be heard, in percent."""

    name: str
    token: KeyTone
    must: float | None = None
    presses: int = 1
    pause: float = 0.2
    per_tone: bool = False
    """Count digits per tone (1.00 is right) where a tone may be taken for two."""


def rows() -> Iterator[Row]:
    t = KeyTone("1")
    for ms, must in ((20, 0), (23, 0), (25, None), (30, None), (35, None)):
        yield Row(f"duration {ms} ms", replace(t, seconds=ms / 1e3), must)
    for ms in (40, 45, 50, 70, 100, 500):
        yield Row(f"duration {ms} ms", replace(t, seconds=ms / 1e3), 100)
    yield Row("duration 40 ms, 5 ms ramps inside", replace(t, seconds=0.04, ramp=0.005))
    for level in (0, -6, -10, -25):
        yield Row(f"level {level} dBm0", replace(t, level=level), 100)
    for level, must in ((-40, None), (-45, None), (-55, 0)):
        yield Row(f"level {level} dBm0", replace(t, level=level), must)
    for twist, must in ((4, 100), (-8, 100), (6, None), (-10, None)):
        yield Row(f"twist {twist:+} dB", replace(t, twist=twist), must)
    for percent, must in ((1.5, 100), (1.8, 100), (2.5, None), (3.0, 0), (3.5, 0)):
        for low, high in ((1, 1), (-1, -1), (1, -1), (-1, 1)):
            lo, hi = low * percent / 100, high * percent / 100
            name = f"frequency {low * percent:+.1f} / {high * percent:+.1f} %"
            yield Row(name, replace(t, low_off=lo, high_off=hi), must)
    for percent in (-3.5, 3.5):
        yield Row(f"low tone alone {percent:+} %", replace(t, low_off=percent / 100), 0)
        yield Row(f"high tone alone {percent:+} %", replace(t, high_off=percent / 100), 0)
    for snr, must in ((20, 100), (15, 100), (12, None), (10, None)):
        yield Row(f"SNR {snr} dB", replace(t, snr=snr), must)
    long = replace(t, seconds=0.1)
    for ms, must in ((10, 100), (20, None)):
        for at in (10, 20, 30, 45, 60, 75, 85):
            name = f"interruption {ms} ms after {at} ms of 100: digits"
            yield Row(name, replace(long, gap=(at / 1e3, ms / 1e3)), must, per_tone=True)
    for ms, must in ((30, None), (40, 100)):
        yield Row(f"pause {ms} ms, same key", t, must, presses=4, pause=ms / 1e3, per_tone=True)
    yield Row("pause 40 ms, tone 40 ms, SNR 15 dB", replace(t, seconds=0.04, snr=15), 100, 4, 0.04)
    yield Row("mu-law, -10 dBm0", replace(t, mu_law=True))
    yield Row("mu-law, -38 dBm0", replace(t, mu_law=True, level=-38))
    yield Row("offset of 1000", replace(t, offset=1000.0))
    yield Row("50 Hz hum 15 dB below", replace(t, hum=-15.0))


def factorial() -> list[KeyTone]:
    """11,520 tokens: every combination at the limits of AT&T, for all sixteen keys."""
    offsets = ((0.0, 0.0), (0.015, 0.015), (-0.015, -0.015), (0.015, -0.015), (-0.015, 0.015))
    return [
        KeyTone(key, seconds, level, twist, low, high, snr)
        for seconds, level, twist, (low, high), snr, key in itertools.product(
            (0.04, 0.045, 0.05, 0.1),
            (-4.0, -10.0, -25.0),
            (-8.0, -4.0, 0.0, 4.0),
            offsets,
            (None, 20.0, 15.0),
            KEYS,
        )
    ]


def heard(digits: str, key: str) -> tuple[int, int]:
    """Digits that are right and digits that are not."""
    right = digits.count(key)
    return right, len(digits) - right


def grid(peers: list[Receiver], repeats: int) -> list[str]:
    """Print the table of single factors; return what ours misses."""
    print(f"\nOne factor at a time, {16 * repeats} streams a row, % heard (or digits per tone);")
    print("50 ms, -10 dBm0 each, hard keyed, random phase and place unless the row says otherwise")
    print(f"{'':44}{'required':>10}" + "".join(f"{p.name:>13}" for p in peers))
    missed: list[str] = []
    for row in rows():
        total = 16 * repeats * row.presses
        shown, ok = [], True
        for peer in peers:
            rng = np.random.default_rng(SEED)  # the same tokens for each
            seen = digits = wrong = 0
            for key in KEYS * repeats:
                tones = [replace(row.token, tone=key)] * row.presses
                audio, _ = stream(tones, rng, pause=row.pause)
                if row.pause < 0.2:
                    audio = np.concatenate((audio, np.zeros(3200, np.int16)))
                right, other = heard(peer.digits(peer.prepare(audio)), key)
                seen += min(right, row.presses)
                digits += right + other
                wrong += other
            share, per_tone = 100.0 * seen / total, digits / total
            cell = f"{per_tone:.2f}" if row.per_tone else f"{share:.1f}"
            shown.append(cell + (f" +{wrong}f" if wrong else ""))
            if isinstance(peer, Ours) and row.must is not None:
                ok = share == row.must and wrong == 0 and (not row.per_tone or per_tone == 1.0)
        need = "" if row.must is None else "1.00" if row.per_tone else f"{row.must:.0f}"
        mark = "" if ok else "  <- missed"
        print(f"{row.name:44}{need:>10}" + "".join(f"{s:>13}" for s in shown) + mark, flush=True)
        if not ok:
            missed.append(row.name)
    return missed


def run_factorial(peers: list[Receiver], part: int) -> list[str]:
    """Print the share of all combinations (or of every part-th) that each receiver hears."""
    tokens = factorial()[::part]
    print(f"\nFactorial: {len(tokens)} of {len(factorial())} tokens")
    missed: list[str] = []
    for peer in peers:
        rng = np.random.default_rng(SEED)
        seen = twice = wrong = 0
        for token in tokens:
            audio, _ = stream([token], rng)
            right, other = heard(peer.digits(peer.prepare(audio)), token.tone)
            seen += right > 0
            twice += right > 1
            wrong += other
        share = 100.0 * seen / len(tokens)
        print(
            f"{peer.name:14}{share:8.2f} % heard ({len(tokens) - seen} missed),"
            f" {twice} heard twice, {wrong} false digits",
            flush=True,
        )
        if isinstance(peer, Ours) and (share < MIN_FACTORIAL or wrong or twice):
            missed.append("factorial")
    return missed


def talk_off(peers: list[Receiver], folders: list[Path], speeds: list[float]) -> list[str]:
    """Count digits where there are none; name the files in which ours hears one."""
    missed: list[str] = []
    for folder, speed in itertools.product(folders, [1.0, *speeds]):
        endings = {".wav", ".flac", ".ogg", ".opus", ".mp3"}
        files = sorted(p for p in folder.rglob("*") if p.suffix in endings and p.is_file())
        if not files:
            print(f"{folder}: no sound files")
            missed.append(f"talk-off {folder}")
            continue
        counts = dict.fromkeys((p.name for p in peers), 0)
        where: list[str] = []
        seconds = 0.0
        for path in files:
            audio = load(path, speed)
            seconds += len(audio) / SAMPLE_RATE
            for peer in peers:
                digits = peer.digits(peer.prepare(audio))
                counts[peer.name] += len(digits)
                if digits and isinstance(peer, Ours):
                    where.append(f"{path.name}: {digits}")
        print(
            f"{folder} x {speed}: {seconds / 3600:.2f} h in {len(files)} files, false digits: "
            + ", ".join(f"{name} {count}" for name, count in counts.items()),
            flush=True,
        )
        for line in where:
            print("   ", line)
        if where and speed == 1.0:
            missed.append(f"talk-off {folder}")
    return missed


def load(path: Path, speed: float) -> Samples:
    """A sound file as int16 mono at 16 kHz, played `speed` times as fast."""
    x, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = x.mean(axis=1)
    if len(mono) and rate * speed != SAMPLE_RATE:
        mono = soxr.resample(mono, rate * speed, SAMPLE_RATE)
    return to_int16(mono.astype(np.float64) * 32768.0)


def latency(peers: list[Receiver], repeats: int) -> list[str]:
    """Time from a tone's first sample to the end of the 20 ms frame that returned it."""
    print("\nReported after the tone began, 20 ms frames (100 ms tones), ms")
    missed: list[str] = []
    for peer in peers:
        delays: list[float] = []
        rng = np.random.default_rng(SEED)
        for key in KEYS * repeats:
            audio, onsets = stream([KeyTone(key, 0.1)], rng)
            for i, digits in enumerate(peer.frames(peer.prepare(audio))):
                delays += [((i + 1) * FRAME - onsets[0]) * 1e3 / SAMPLE_RATE] * len(digits)
        if isinstance(peer, Ours) and (len(delays) < 16 * repeats or max(delays) > MAX_REPORT_MS):
            missed.append("latency")
        if not delays:
            print(f"{peer.name:14} cannot be asked")
            continue
        print(f"{peer.name:14} median {np.median(delays):5.1f}  max {max(delays):5.1f}")
    return missed


def cost(peers: list[Receiver]) -> list[str]:
    """Per 20 ms frame (resampling not counted), and in one piece."""
    rng = np.random.default_rng(SEED)
    n = 60 * SAMPLE_RATE
    held, _ = stream([KeyTone(k, 0.5) for k in KEYS * 7], rng, pause=0.05)
    noise = telephone_noise(n, rng)
    signals: dict[str, Samples] = {
        "silence": np.zeros(n, np.int16),
        "noise": to_int16(noise * 1000.0),
        "tones": held[:n],
    }
    print("\nCost: us per 20 ms frame, median / p99; and x real time in one piece")
    missed: list[str] = []
    for peer in peers:
        cells = []
        for name, audio in signals.items():
            prepared = peer.prepare(audio)
            times = frame_times(peer, prepared)
            start = time.perf_counter()
            peer.digits(prepared)
            speed = len(audio) / SAMPLE_RATE / (time.perf_counter() - start)
            frame = "-"
            if times:
                middle = float(np.median(times))
                frame = f"{middle:.1f} / {np.percentile(times, 99):.1f}"
                if isinstance(peer, Ours) and middle > MAX_FRAME_US:
                    missed.append(f"cost on {name}")
            cells.append(f"{name} {frame}, {speed:,.0f} x")
        print(f"{peer.name:14} " + ";  ".join(cells), flush=True)
    return missed


def frame_times(peer: Receiver, prepared: Samples) -> list[float]:
    """Microseconds for each 20 ms frame; none where the receiver takes no frames."""
    frames = peer.frames(prepared)
    times: list[float] = []
    while True:
        start = time.perf_counter()
        if next(frames, None) is None:
            return times
        times.append((time.perf_counter() - start) * 1e6)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer tokens, below a minute")
    parser.add_argument("--voices", action="store_true", help="talk-off on fetched voices")
    parser.add_argument(
        "--talk-off",
        nargs="+",
        type=Path,
        default=[],
        metavar="DIR",
        help="folders of sound files without key tones",
    )
    parser.add_argument(
        "--speeds",
        nargs="+",
        type=float,
        default=[],
        metavar="FACTOR",
        help="repeat the talk-off at other speeds, e.g. 0.85 0.92 1.08 1.17",
    )
    options = parser.parse_args()
    peers, absent = receivers()
    print("Receivers:", ", ".join(peer.name for peer in peers))
    for sentence in absent:
        print("Left out:", sentence)
    missed = grid(peers, 2 if options.quick else 10)
    missed += run_factorial(peers, 17 if options.quick else 1)
    folders = list(options.talk_off)
    if options.voices:
        try:
            folders.append(fetch())
        except NoSounds as error:
            print("Left out:", error)
    if folders:
        print("\nTalk-off")
        missed += talk_off(peers, folders, options.speeds)
    missed += latency(peers, 2 if options.quick else 10)
    missed += cost(peers)
    print("\nMissed: " + ", ".join(missed) if missed else "\nEvery requirement is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
