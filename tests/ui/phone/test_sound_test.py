"""Trying the devices out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.phone.sound_test import TONE_DBFS, SoundTest, peak_level, speaker_tone
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def test(world: World, qtbot: QtBot) -> Iterator[SoundTest]:
    parent = QObject()
    test = SoundTest(world.link, parent)
    yield test
    world.loop.run_until_complete(test.close())


@on_qt_loop
async def test_two_seconds_are_recorded_and_played_back(world: World, test: SoundTest) -> None:
    levels: list[float] = []
    said: list[str] = []
    test.level.connect(levels.append)
    test.said.connect(said.append)
    test.toggle()
    await world.until(lambda: world.core.sound.microphones)
    world.core.sound.microphones[-1].say(np.full(16_000, 16_384, np.int16))
    await world.until(lambda: world.core.sound.clips.playing)
    clip = world.core.sound.clips.clip
    assert len(clip) == 32_000 and clip.max() == 16_384
    await world.until(lambda: levels and max(levels) == pytest.approx(-6.02, abs=0.01))
    assert said == ["Recording 2 s: say something", "Playing what was recorded"]
    assert test.running and world.core.sound.microphones[-1].closed
    world.core.sound.clips.playing = False
    await world.until(lambda: not test.running)


@on_qt_loop
async def test_it_can_be_stopped(world: World, test: SoundTest) -> None:
    test.toggle()
    await world.until(lambda: world.core.sound.clips.playing)
    test.toggle()
    await world.until(lambda: not test.running)
    assert not world.core.sound.clips.playing


@on_qt_loop
async def test_without_a_microphone_it_says_so(world: World, test: SoundTest) -> None:
    world.core.sound.problem = "No microphone was found."
    test.toggle()
    await world.until(lambda: world.refusals == ["No microphone was found."])
    assert not test.running


@on_qt_loop
async def test_a_tone_and_a_ring(world: World, test: SoundTest) -> None:
    test.tone()
    await world.until(lambda: world.core.sound.clips.playing)
    tone = world.core.sound.clips.clip
    assert peak_level(tone) == pytest.approx(TONE_DBFS, abs=0.1)
    assert tone[0] == 0 and abs(int(tone[-1])) < 10 and np.array_equal(tone, speaker_tone())
    world.link.change_setting("audio.ringDevice", "USB Headset")
    test.ring()
    await world.until(lambda: len(world.core.sound.players) == 2)
    assert world.core.sound.players[1].device == "USB Headset"


def test_levels() -> None:
    assert peak_level(np.array([-32_768], np.int16)) == 0.0
    assert peak_level(np.zeros(5, np.int16)) == peak_level(np.zeros(0, np.int16)) == -120.0
