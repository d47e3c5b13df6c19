"""What the model says of short sounds, put right; with levels and probabilities as it had them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from app.engine.afterglow import ALONE, GLOW, Afterglow, is_key
from app.engine.speech import CHUNK, SpeechSegmenter
from app.engine.timebase import SAMPLE_RATE
from app.engine.tones import KEYS
from app.engine.voice import SpeechModel, load_model
from tests.helpers.speech_sounds import say
from tests.helpers.tone_signals import KeyTone

Chunk = NDArray[np.float32]


def hiss(decibel: float) -> Chunk:
    """A chunk of noise at a level in dBFS."""
    noise = np.random.default_rng(1).standard_normal(CHUNK)
    return (noise * 32_768 * 10 ** (decibel / 20)).astype(np.float32)


def judged(*heard: tuple[float, float]) -> list[float]:
    """What becomes of probabilities at their levels (dBFS), after a second of silence."""
    afterglow = Afterglow()
    for _ in range(32):
        afterglow.judge(hiss(-62), 0.0)
    return [afterglow.judge(hiss(level), probability) for level, probability in heard]


def key(tone: KeyTone) -> NDArray[np.float32]:
    return tone.wave(np.random.default_rng(2)).astype(np.float32)


def test_what_is_said_after_a_pip_does_not_count() -> None:
    assert judged((-29, 0.6), (-64, 0.81), (-63, 0.88)) == [0.6, 0.0, 0.0]


def test_a_sound_as_loud_as_the_pip_counts_at_once() -> None:
    assert judged((-29, 0.6), (-64, 0.81), (-33, 0.88)) == [0.6, 0.0, 0.88]


def test_what_goes_on_for_longer_counts_again() -> None:
    heard = judged((-29, 0.6), *[(-62.0, 0.9)] * (GLOW + 1))
    assert heard == [0.6, *[0.0] * GLOW, 0.9]


def test_a_short_word_has_a_faint_end() -> None:
    word = [(-21.0, 0.77), (-19.0, 0.94), (-42.0, 1.0), (-44.0, 0.98)]
    assert judged(*word) == [probability for _, probability in word]


def test_a_sound_that_lasts_is_left_alone() -> None:
    heard = [(-20.0, 0.2), (-20.0, 0.2), (-21.0, 0.2), (-22.0, 0.6), (-50.0, 0.9)]
    assert judged(*heard) == [probability for _, probability in heard]


def test_the_end_of_a_word_is_left_alone() -> None:
    word = [(-20.0, 0.9)] * 6
    closure = [(-62.0, 0.1)] * (ALONE - 1)
    burst = [(-30.0, 0.6), (-60.0, 0.6)]
    assert judged(*word, *closure, *burst)[-2:] == [0.6, 0.6]
    assert judged(*word, *closure, *closure, *burst)[-2:] == [0.6, 0.0]


def test_reset_forgets_the_pip() -> None:
    afterglow = Afterglow()
    for level, probability in ((-62, 0.0), (-20, 0.6), (-62, 0.6)):
        afterglow.judge(hiss(level), probability)
    afterglow.reset()
    assert afterglow.judge(hiss(-62), 0.6) == 0.6


@pytest.mark.parametrize("tone", KEYS)
@pytest.mark.parametrize("off", [-0.06, 0.0, 0.06])
def test_a_key_is_known_on_and_off_its_frequencies(tone: str, off: float) -> None:
    sound = key(KeyTone(tone, seconds=0.032, low_off=off, high_off=-off))
    assert is_key(sound)
    half = np.zeros(CHUNK, np.float32)
    half[200:] = sound[:-200]
    assert is_key(half)


def test_too_little_of_it_is_not_judged() -> None:
    little = np.zeros(CHUNK, np.float32)
    little[400:] = key(KeyTone("5", seconds=0.032))[:112]
    assert is_key(little) is None
    assert is_key(np.zeros(CHUNK, np.float32)) is None


def test_what_is_no_key() -> None:
    voice = say(2.0).astype(np.float32)
    assert not any(is_key(voice[a:b]) for a, b in pairwise(range(0, len(voice), CHUNK)))
    assert not is_key(hiss(-30))
    one = np.sin(2 * np.pi * 1000 / SAMPLE_RATE * np.arange(CHUNK)) * 3000
    assert not is_key(one.astype(np.float32))


def false_starts(model: SpeechModel, seconds: float) -> int:
    """How many of 64 keys of that length, alone in a quiet room, the model takes for speech."""
    rng = np.random.default_rng(round(seconds * 1000))
    count = 0
    for index in range(64):
        tone = KeyTone(KEYS[index % 16], seconds=seconds, level=rng.uniform(-25.0, -7.0))
        sound = rng.standard_normal(SAMPLE_RATE * 3 // 2) * 30
        at = int(rng.uniform(0.7, 0.9) * SAMPLE_RATE)
        wave = tone.wave(rng)
        sound[at : at + len(wave)] += wave
        count += _spoken(model, sound)
    return count


def _spoken(model: SpeechModel, sound: NDArray[np.float64]) -> bool:
    model.reset()
    segmenter = SpeechSegmenter()
    probabilities: Sequence[float] = model.feed(np.rint(sound).astype(np.int16))
    return any(segmenter.feed(p).speaking for p in probabilities)


@pytest.mark.parametrize("seconds", [0.015, 0.018, 0.05, 0.1, 0.3])
def test_no_key_begins_speech(seconds: float) -> None:
    model = load_model()
    assert false_starts(model, seconds) == 0


def test_without_it_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_model()
    if model.name == "energy":
        pytest.skip("This computer has no Silero model.")
    monkeypatch.setattr(Afterglow, "judge", lambda self, chunk, probability: probability)
    assert sum(false_starts(model, seconds) for seconds in (0.015, 0.018, 0.05)) > 0
