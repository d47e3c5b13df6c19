"""The screen lets every key through, raises its trigger in time, and does not depend on the cut."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.tone_generator import COLUMN_HZ, KEYS, ROW_HZ, dtmf
from app.engine.tone_screen import HOP, PIECE, WINDOW, Screen, may_be_in_a_run
from tests.helpers.tone_signals import KeyTone, Samples, stream, telephone_noise, to_int16


def screened(audio: Samples) -> Screen:
    return Screen(audio.astype(np.float64))


def triggers(screen: Screen) -> list[int]:
    found: list[int] = []
    step = screen.next_trigger(0)
    while step is not None:
        found.append(step)
        step = screen.next_trigger(step + 1)
    return found


def after_silence(tone: Samples, silence: int = PIECE) -> Samples:
    """Silence, the tone and silence, in whole hops."""
    whole = (silence + len(tone) + PIECE) // HOP * HOP
    audio = np.zeros(whole, np.int16)
    audio[silence : silence + len(tone)] = tone
    return audio


@pytest.mark.parametrize("key", range(16))
def test_each_key_raises_triggers_for_itself(key: int) -> None:
    screen = screened(after_silence(dtmf(KEYS[key], 800, ramp=0)))
    found = triggers(screen)
    # Step k ends k hops after PIECE, where the tone begins: at step 7 it fills the piece.
    assert 7 in found
    assert {screen.key(step) for step in found} == {key}


def test_a_run_is_filled_when_the_tone_is() -> None:
    screen = screened(after_silence(dtmf("5", 800, ramp=0)))
    key = KEYS.index("5")
    # There is some tone in steps 1 to 16. It fills 7 to 10, and all but 5 ms of 6 and 11.
    filled = [step for step in range(1, 17) if screen.is_filled(step, key)]
    assert filled == [6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize("off", [-0.022, -0.015, 0.0, 0.015, 0.022])
@pytest.mark.parametrize("key", [0, 6, 15])
def test_frequencies_are_estimated_to_a_few_hertz(key: int, off: float) -> None:
    tone = KeyTone(KEYS[key], 0.05, snr=15.0, low_off=off, high_off=-off)
    wave = to_int16(tone.wave(np.random.default_rng(key)))
    screen = screened(after_silence(wave))
    low, high = screen.frequencies(7, key)
    assert low == pytest.approx(ROW_HZ[key // 4] * (1 + off), abs=4.0)
    assert high == pytest.approx(COLUMN_HZ[key % 4] * (1 - off), abs=4.0)


def test_powers_are_those_of_the_key_asked_for() -> None:
    screen = screened(after_silence(dtmf("5", 800, low_dbm0=-10.0, high_dbm0=-16.0, ramp=0)))
    low, high = screen.powers(7, KEYS.index("5"))
    assert 10.0 * np.log10(low / high) == pytest.approx(6.0, abs=0.1)
    other_low, other_high = screen.powers(7, KEYS.index("A"))
    assert other_low < low / 3.0
    assert other_high < high / 1000.0


def test_one_tone_alone_is_no_candidate() -> None:
    n = np.arange(3200) * 2.0 * np.pi / 16_000
    for hz in ROW_HZ + COLUMN_HZ:
        assert triggers(screened(to_int16(5000.0 * np.sin(hz * n)))) == []


def test_noise_is_no_candidate() -> None:
    noise = telephone_noise(160_000, np.random.default_rng(3)) * 3000.0
    assert triggers(screened(to_int16(noise))) == []


@pytest.mark.parametrize("level", [-46.0, -43.0, -40.0, -10.0])
def test_a_window_alone_is_judged_as_among_others(level: float) -> None:
    rng = np.random.default_rng(5)
    tones = [
        KeyTone(key, 0.05, level, twist, off, snr=snr)
        for key, twist in (("1", 0.0), ("6", -8.0), ("D", 4.0), ("0", -17.0), ("9", 10.0))
        for off, snr in ((0.0, None), (0.02, 12.0), (-0.05, 3.0))
    ]
    audio, _ = stream(tones, rng)
    audio = np.concatenate((audio[: len(audio) // HOP * HOP], dtmf("5", PIECE)))
    whole = screened(audio)
    steps = range((len(audio) - PIECE) // HOP + 1)
    alone = [
        may_be_in_a_run(audio[i * HOP + PIECE - WINDOW : i * HOP + PIECE].astype(np.float64))
        for i in steps
    ]
    assert alone == [whole.key(i) >= 0 for i in steps]
    assert 10 < sum(alone) < len(alone) - 10


def test_an_offset_changes_no_decision() -> None:
    audio = after_silence(dtmf("9", 800))
    assert triggers(screened(audio + np.int16(12_000))) == triggers(screened(audio))


def test_a_window_measures_the_same_bit_for_bit_in_any_piece() -> None:
    rng = np.random.default_rng(4)
    audio = to_int16(telephone_noise(400 * HOP, rng) * 9000.0)
    audio[::7] = 32767
    audio[::11] = -32768
    audio[100 * HOP : 200 * HOP] = dtmf("5", 100 * HOP)
    whole = screened(audio)
    found = set(triggers(whole))
    steps = (len(audio) - PIECE) // HOP + 1
    assert 80 < len(found) < 100
    for count in (1, 2, 3, 5, 16, 33):
        for first in range(0, steps - count, 41):
            part = screened(audio[first * HOP : (first + count - 1) * HOP + PIECE])
            for step in range(count):
                for key in (0, 5, 10, 15):
                    assert part.powers(step, key) == whole.powers(first + step, key)
            here = sorted(step - first for step in found if first <= step < first + count)
            assert triggers(part) == here
            assert [part.key(step) for step in here] == [whole.key(first + step) for step in here]


def test_windows_fit_the_piece() -> None:
    assert PIECE == WINDOW + 3 * HOP
    assert triggers(screened(np.zeros(PIECE, np.int16))) == []
