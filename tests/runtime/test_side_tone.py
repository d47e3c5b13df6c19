"""What the presser hears."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.timebase import to_samples
from app.runtime.side_tone import SideTone, key_tone


@pytest.mark.parametrize("key", "123A456B789C*0#D")
def test_it_is_quiet_and_does_not_click(key: str) -> None:
    sound = key_tone(key, 1600).astype(float)
    peak = 20 * np.log10(np.abs(sound).max() / 32768)
    assert -17.5 < peak <= -15.9
    ramp = to_samples(0.01)
    for edge in (sound[: ramp // 10], sound[-(ramp // 10) :]):
        assert np.abs(edge).max() < 0.1 * np.abs(sound).max()


@pytest.mark.parametrize("piece", [160, 320, 777])
def test_it_is_mixed_into_the_speaker_whatever_the_pieces(piece: int) -> None:
    tone, bot = SideTone(), np.full(piece, 100, np.int16)
    tone.press("5", 1600)
    heard = np.concatenate([tone.mix(bot) for _ in range(1600 // piece + 2)])
    assert np.array_equal(heard[:1600], key_tone("5", 1600) + 100)
    assert (heard[1600:] == 100).all()
    assert tone.mix(bot) is bot


def test_a_loud_bot_is_cut_and_not_wrapped() -> None:
    tone = SideTone()
    tone.press("1", 1600)
    mixed = tone.mix(np.full(1600, 32_000, np.int16))
    assert mixed.max() == 32_767 and mixed.min() > 20_000


def test_it_can_be_off() -> None:
    tone, bot = SideTone(), np.zeros(320, np.int16)
    tone.on = False
    tone.press("1", 1600)
    assert tone.mix(bot) is bot


def test_a_caller_who_is_no_person_is_heard_beside_the_bot() -> None:
    tone, bot, caller = SideTone(), np.full(320, 100, np.int16), np.full(320, 32_700, np.int16)
    assert (tone.mix(bot, caller) == 32_767).all(), "cut and not wrapped"
    assert tone.mix(bot, np.zeros(320, np.int16)) is bot
    tone.press("5", 1600)
    both = tone.mix(bot, np.full(320, 50, np.int16))
    assert np.array_equal(both, key_tone("5", 1600)[:320] + 150)
    tone.caller = False
    assert np.array_equal(tone.mix(bot, caller), key_tone("5", 1600)[320:640] + 100)
