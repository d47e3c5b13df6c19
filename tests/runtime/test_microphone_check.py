"""A microphone that delivers zeros, and one that clips."""

from __future__ import annotations

import numpy as np

from app.runtime.microphone_check import CLIPPING, ZEROS, MicrophoneCheck

FRAME = 320


def complaints(audio: np.ndarray) -> list[str]:
    check = MicrophoneCheck()
    found = [
        check.look(audio[start : start + FRAME].astype(np.int16))
        for start in range(0, len(audio), FRAME)
    ]
    return [complaint for complaint in found if complaint]


def test_zeros_are_said_once_after_two_seconds() -> None:
    assert complaints(np.zeros(31_999)) == []
    assert complaints(np.zeros(100_000)) == [ZEROS]


def test_the_faintest_noise_is_no_digital_silence() -> None:
    noise = np.random.default_rng(1).integers(-1, 2, 100_000)
    assert complaints(noise) == []


def test_clipping_is_said_once() -> None:
    tone = np.clip(np.sin(np.arange(50_000) / 5) * 60_000, -32_768, 32_767)
    assert complaints(tone) == [CLIPPING]


def test_a_knock_is_not_clipping() -> None:
    audio = np.random.default_rng(1).integers(-100, 100, 100_000)
    audio[::16_000] = 32_767
    assert complaints(audio) == []


def test_loud_speech_below_full_scale_is_fine() -> None:
    assert complaints(np.sin(np.arange(50_000) / 5) * 32_000) == []
