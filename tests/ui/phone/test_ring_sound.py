"""The ring."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from app.engine.timebase import SAMPLE_RATE
from app.ui.phone.ring_sound import CYCLE_SECONDS, RING_HZ, Ringer, ring_tone
from tests.helpers.window import World


def test_it_is_the_ringing_tone_and_quiet() -> None:
    tone = ring_tone()
    assert tone.dtype == np.int16 and len(tone) == 2 * SAMPLE_RATE
    spectrum = np.abs(np.fft.rfft(tone.astype(float)))
    strongest = np.sort(np.argsort(spectrum)[-2:]) * SAMPLE_RATE / len(tone)
    assert tuple(strongest) == RING_HZ
    assert 0.09 < np.abs(tone).max() / 32768 <= 0.1, "-20 dBFS"
    assert abs(int(tone[0])) < 20 and abs(int(tone[-1])) < 20


def test_it_rings_at_once_and_again_until_told_to_stop(world: World, qtbot: QtBot) -> None:
    ringer = Ringer(world.link, world.link)
    ringer.set_ringing(ringing=True)
    clips = world.core.sound.players[-1]
    assert ringer.ringing and clips.playing and len(clips.clip) == 2 * SAMPLE_RATE
    assert ringer._cycle.interval() == CYCLE_SECONDS * 1000
    clips.stop()
    ringer.set_ringing(ringing=True)
    assert not clips.playing, "told twice, it does not begin anew"
    ringer._cycle.timeout.emit()
    assert clips.playing
    ringer.set_ringing(ringing=False)
    assert not ringer.ringing and not clips.playing


def test_without_a_speaker_it_is_silent(world: World) -> None:
    world.core.sound.problem = "There is no sound."
    ringer = Ringer(world.link, world.link)
    ringer.set_ringing(ringing=True)
    assert ringer.ringing and world.core.sound.players == []
    ringer.set_ringing(ringing=False)
