"""A recording, the ring and a key: each at its own speaker, none in the way of another."""

from __future__ import annotations

import numpy as np
import pytest

from app.runtime.ports import AudioUnavailable
from tests.helpers.window import World, on_qt_loop

SOUND = np.ones(1_600, np.int16)


@on_qt_loop
async def test_each_has_a_player_and_the_chosen_device(world: World) -> None:
    speaker, sound = world.link.speaker, world.core.sound
    world.link.change_setting("audio.ringDevice", "USB Headset")
    await world.until(lambda: world.link.settings.ring_device)
    assert speaker.position is None
    await speaker.play(SOUND, 800)
    speaker.ring(SOUND)
    speaker.play_key(SOUND)
    assert speaker.position == 800
    assert [player.device for player in sound.players] == [None, "USB Headset", None]
    speaker.stop_ringing()
    assert [player.playing for player in sound.players] == [True, False, True]
    speaker.stop_key()
    await speaker.play(SOUND)
    assert len(sound.players) == 3 and speaker.position == 0
    speaker.stop()
    assert speaker.position is None


@on_qt_loop
async def test_without_a_speaker_only_a_recording_says_so(world: World) -> None:
    world.core.sound.problem = "There is no speaker."
    world.link.speaker.ring(SOUND)
    world.link.speaker.play_key(SOUND)
    world.link.speaker.stop_all()
    with pytest.raises(AudioUnavailable, match="no speaker"):
        await world.link.speaker.play(SOUND)
