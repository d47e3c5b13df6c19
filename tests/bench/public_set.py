"""The public set: 37 calls of studio voices in rooms, noise, with keys, of every outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from app.engine.tones import KEYS
from tests.bench.call_maker import Maker
from tests.bench.call_signals import (
    Signal,
    breaths,
    brown,
    clicks,
    gain,
    key,
    pink,
    put,
    ringing,
    room,
    white,
    zeros,
)

SEED: Final = 1207
VOICES: Final = ("en_US_f_Allison", "it_IT_f_Menardi")

Noise = Callable[[int, np.random.Generator], Signal] | None
Words = Sequence[tuple[float, float, float]]
Press = tuple[str, float, dict[str, Any], str]
"""Key, time, arguments of ``key``, and whether it "must" or "mustNot" be heard."""


def build(sounds: Path) -> Maker:
    """Make all cases of the voices in ``sounds``."""
    maker = Maker(sounds, VOICES, SEED)
    _pauses(maker)
    _nobody_speaks(maker)
    answer(maker, "p-md-00", "maxDuration", 5, 9.0, 0.6, longest=4)
    answer(maker, "p-md-01", "maxDuration", 5, 12.0, 0.6, longest=7, kind=pink, snr=20)
    _stop_tones(maker)
    _talk_off(maker)
    _digits(maker)
    return maker


def bed(rng: np.random.Generator, n: int, kind: Noise = room, level: float = -62) -> Signal:
    return zeros(n / SAMPLE_RATE) if kind is None else kind(n, rng) * gain(level)


def answer(
    maker: Maker,
    name: str,
    category: str,
    pause: int,
    seconds: float,
    lead: float,
    *,
    loud: float = -24,
    kind: Noise = room,
    level: float = -62,
    snr: float | None = None,
    initial: int = 5,
    longest: int = 60,
    words: Words = (),
    spare: tuple[int, int] = (250, 300),
) -> None:
    """Somebody speaks for ``seconds`` (or says ``words``) after ``lead`` seconds."""
    rng = maker.rng(name)
    y, spoken = maker.words(rng, words) if words else maker.talk(rng, seconds)
    n = int((lead + len(y) / SAMPLE_RATE + max(pause, initial) + 5) * SAMPLE_RATE)
    x = bed(rng, n, kind, level if snr is None else loud - snr)
    began, _ = put(x, y * gain(loud), lead)
    params = {
        "initialSilenceTimeoutInSeconds": initial,
        "maxSilenceTimeoutInSeconds": pause,
        "maxRecordDurationInSeconds": longest,
    }
    speech = [[began + a, began + b] for a, b in spoken]
    maker.add(name, category, x, params, speech, spare=spare)


def _pauses(maker: Maker) -> None:
    m = maker
    answer(m, "p-ms-00", "maxSilence/digital", 1, 2.5, 1.0, kind=None)
    answer(m, "p-ms-01", "maxSilence/quiet", 2, 4.0, 1.4)
    answer(m, "p-ms-02", "maxSilence/quiet", 3, 3.0, 2.2, loud=-30)
    answer(m, "p-ms-03", "maxSilence/quiet", 5, 2.0, 0.9, loud=-20)
    three = [(0.6, 1.5, 1.2), (0.8, 2, 1.0), (0.6, 2, 0)]
    answer(m, "p-ms-04", "maxSilence/pauses", 2, 0, 1.1, words=three)
    answer(m, "p-ms-05", "maxSilence/longPause", 1, 0, 1.2, words=[(0.8, 2, 2.2), (0.8, 2, 0)])
    answer(m, "p-ms-06", "maxSilence/longPause", 3, 0, 0.8, words=[(0.8, 2, 4.1), (0.6, 2, 0)])
    answer(m, "p-ms-07", "maxSilence/noise", 2, 3.0, 1.5, kind=white, snr=25)
    answer(m, "p-ms-08", "maxSilence/noise", 1, 3.0, 1.5, kind=pink, snr=20)
    answer(m, "p-ms-09", "maxSilence/noise", 2, 3.0, 1.5, kind=brown, snr=15, spare=(300, 350))
    answer(m, "p-ms-10", "maxSilence/noise", 2, 3.0, 1.5, kind=pink, snr=12, spare=(350, 400))
    answer(m, "p-ms-11", "maxSilence/level", 2, 3.0, 1.3, loud=-40, level=-70)
    answer(m, "p-ms-12", "maxSilence/shortAnswer", 2, 0, 1.6, words=[(0.45, 0.75, 0)])
    clicking: dict[str, Any] = {"loud": -20, "kind": clicks, "level": -22, "spare": (250, 450)}
    answer(m, "p-ms-13", "maxSilence/clicks", 2, 3.0, 1.4, **clicking)
    answer(m, "p-late-00", "initialSilence/speechInTime", 1, 2.0, 3.9, initial=5)
    answer(m, "p-late-01", "initialSilence/speechTooLate", 2, 2.0, 4.2, initial=3)


def _nobody_speaks(maker: Maker) -> None:
    beds: list[tuple[int, Noise, float]] = [
        (2, None, 0),
        (5, room, -60),
        (3, white, -48),
        (4, pink, -42),
        (4, clicks, -24),
        (3, breaths, -32),
    ]
    for number, (initial, kind, level) in enumerate(beds):
        name = f"p-is-{number:02d}"
        x = bed(maker.rng(name), (initial + 5) * SAMPLE_RATE, kind, level)
        params = {"initialSilenceTimeoutInSeconds": initial}
        maker.add(name, "initialSilence/noise", x, params)
    name, n = "p-is-tone", 9 * SAMPLE_RATE
    x = bed(maker.rng(name), n) + ringing(n)
    params = {"initialSilenceTimeoutInSeconds": 5}
    maker.add(name, "initialSilence/callProgressTone", x, params)


def tone_case(
    maker: Maker,
    name: str,
    category: str,
    presses: Sequence[Press],
    stop: str,
    *,
    initial: int = 6,
    speech: tuple[float, float] | None = None,
    total: float = 12.0,
    kind: Noise = room,
    level: float = -62,
) -> None:
    """Keys are pressed; ``speech`` is when somebody begins to speak and for how long."""
    rng = maker.rng(name)
    x = bed(rng, int(total * SAMPLE_RATE), kind, level)
    spoken: list[list[float]] = []
    if speech is not None:
        y, segments = maker.talk(rng, speech[1])
        began, _ = put(x, y * gain(-25), speech[0])
        spoken = [[began + a, began + b] for a, b in segments]
    keys = [pressed(t, put(x, key(t, rng=rng, **how), at), must) for t, at, how, must in presses]
    params = {
        "initialSilenceTimeoutInSeconds": initial,
        "maxSilenceTimeoutInSeconds": 6,
        "stopTones": list(stop),
    }
    maker.add(name, category, x, params, spoken, keys)


def pressed(tone: str, when: tuple[float, float], expect: str = "must") -> dict[str, Any]:
    return {"digit": tone, "on": round(when[0], 4), "off": round(when[1], 4), "expect": expect}


def _stop_tones(maker: Maker) -> None:
    def case(name: str, category: str, presses: Sequence[Press], stop: str, **more: Any) -> None:
        tone_case(maker, f"p-{name}", f"stopTone/{category}", presses, stop, **more)

    hash_late: Press = ("#", 7.5, {"dur": 0.12}, "must")
    case("st-00", "afterSpeech", [hash_late], "#", speech=(0.8, 2.5), total=20)
    case("st-01", "beforeSpeech", [("1", 2.2, {"dur": 0.1}, "must")], "1*#")
    case("st-02", "letters", [("C", 3.013, {"dur": 0.08}, "must")], "ABCD")
    case("st-03", "short50ms", [("0", 1.807, {"dur": 0.05}, "must")], "0")
    case("st-04", "twist", [("6", 2.4, {"dur": 0.08, "twist": -7}, "must")], "6")
    three: list[Press] = [
        (k, at, {"dur": 0.1}, "must") for k, at in zip("23#", (1.5, 2.1, 3.2), strict=True)
    ]
    case("st-05", "afterOthers", three, "#")
    faint: Press = ("8", 2.4, {"dur": 0.09, "level": -20}, "must")
    case("st-06", "noise", [faint], "8", kind=white, level=-38)
    case("nst-00", "otherDigit", [("4", 1.7, {"dur": 0.15}, "must")], "#", initial=5)
    short: list[Press] = [(k, at, {"dur": 0.018}, "mustNot") for k, at in (("5", 1.0), ("9", 1.9))]
    case("nst-01", "tooShort", short, KEYS, initial=4)


def _talk_off(maker: Maker) -> None:
    name = "p-talkoff-00"
    rng = maker.rng(name)
    y, spoken = maker.talk(rng, 36)
    x = np.concatenate([zeros(0.5), y * gain(-20), zeros(1)])
    x = x + bed(rng, len(x))
    params = {"maxRecordDurationInSeconds": 30, "stopTones": list(KEYS)}
    maker.add(name, "talkOff/speech", x, params, [[a + 0.5, b + 0.5] for a, b in spoken])


def _digits(maker: Maker) -> None:
    lines = (("p-dg-00", "147*2580369#ABCD", 0.1, -14), ("p-dg-01", "9988776655", 0.05, -18))
    for name, tones, length, level in lines:
        rng = maker.rng(name)
        x = bed(rng, int((6 + len(tones) * (length + length)) * SAMPLE_RATE))
        keys, t = [], 1.0
        for tone in tones:
            keys.append(pressed(tone, put(x, key(tone, length, level, rng=rng), t)))
            t += length + length
        params = {
            "initialSilenceTimeoutInSeconds": 60,
            "maxSilenceTimeoutInSeconds": 60,
            "maxRecordDurationInSeconds": int(np.ceil(t + 0.3)),
        }
        maker.add(name, "digits", x, params, keys=keys)
