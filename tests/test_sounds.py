"""The shipped sounds are what resources/sounds/README.md says of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.wavfile import read_prompt
from app.engine.speech import SpeechSegmenter
from app.engine.tones import ToneDetector
from app.engine.voice import load_model

FOLDER = Path(__file__).parent.parent / "resources" / "sounds"
SOUNDS = sorted(path.name for path in FOLDER.glob("*.wav"))
SPEECH = ["demo-caller.wav", "practice-nothing-heard.wav", "practice-prompt.wav"]
FRAME = 320


def sound(name: str) -> NDArray[np.int16]:
    return read_prompt((FOLDER / name).read_bytes(), lenient=False)


def levels(samples: NDArray[np.int16]) -> NDArray[np.float64]:
    """Return the mean square of each 20 ms, full scale being 1."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME) / 32768
    squares: NDArray[np.float64] = (frames**2).mean(axis=1)
    return squares


def decibel(power: float) -> float:
    return float(10 * np.log10(power))


def segments(samples: NDArray[np.int16]) -> list[tuple[float, float]]:
    """Return where the default detector hears speech, in seconds."""
    model, segmenter = load_model(), SpeechSegmenter()
    found: dict[int, int] = {}
    for probability in model.feed(np.concatenate([samples, np.zeros(16_000, np.int16)])):
        voice = segmenter.feed(probability)
        if voice.start is not None and voice.last is not None:
            found[voice.start] = voice.last
    return [(start / 16_000, end / 16_000) for start, end in found.items()]


def test_there_are_just_the_sounds_that_are_needed() -> None:
    assert sorted(SOUNDS) == sorted(["beep.wav", *SPEECH])


@pytest.mark.parametrize("name", SOUNDS)
def test_source_and_licence_are_given(name: str) -> None:
    assert f"| `{name}` |" in (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", SOUNDS)
def test_graph_would_play_it_and_it_is_small(name: str) -> None:
    assert len(sound(name)) > 0
    assert (FOLDER / name).stat().st_size < 150_000


@pytest.mark.parametrize("name", SPEECH)
def test_speech_has_a_usual_level_and_is_not_clipped(name: str) -> None:
    samples = sound(name)
    squares = levels(samples)
    active = squares[squares > squares.max() / 1000]
    assert decibel(active.mean()) == pytest.approx(-20, abs=0.5)
    assert np.abs(samples.astype(int)).max() < 16_384  # -6 dBFS
    assert abs(samples.mean()) < 2


def test_the_prompt_takes_less_than_four_seconds() -> None:
    assert len(sound("practice-prompt.wav")) < 4 * 16_000


def test_the_beep_is_a_pure_tone() -> None:
    samples = sound("beep.wav")
    assert len(samples) == 6400
    peak = np.abs(samples.astype(int)).max() / 32768
    assert 20 * np.log10(peak) == pytest.approx(-14.5, abs=0.1)
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    line = int(power.argmax())
    assert line * 16_000 / len(samples) == 1000
    assert power[line - 8 : line + 9].sum() > 0.9999 * power.sum()
    assert abs(int(samples[0])) <= 1 and abs(int(samples[-1])) <= 20, "it does not click"


@pytest.mark.parametrize("name", SOUNDS)
def test_no_sound_holds_a_key_tone(name: str) -> None:
    assert ToneDetector().feed(sound(name)) == []


def test_the_beep_is_not_speech() -> None:
    assert segments(sound("beep.wav")) == []


def test_the_demo_caller_is_heard_and_pauses_for_less_than_a_second() -> None:
    samples = sound("demo-caller.wav")
    heard = segments(samples)
    assert 3 * 16_000 < len(samples) < 5 * 16_000
    assert 0.35 < heard[0][0] < 0.55
    assert heard[-1][1] == pytest.approx(4.27, abs=0.15)
    pauses = [after[0] - before[1] for before, after in pairwise(heard)]
    assert len(pauses) == 1
    assert 0.3 < pauses[0] < 1.0
