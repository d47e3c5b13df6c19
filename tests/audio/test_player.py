"""Playing a finished recording."""

from __future__ import annotations

import queue

import numpy as np
import pytest

from app.audio import portaudio
from app.audio.player import ClipPlayer
from app.audio.portaudio import LIBRARY
from tests.helpers.listening import noise, place_of
from tests.helpers.virtual_audio import PATIENCE, VirtualAudio, until

pytestmark = pytest.mark.audio


@pytest.mark.parametrize("start", [0, 8_000])
def test_clip_is_heard_bit_for_bit(card: VirtualAudio, start: int) -> None:
    clip = noise(1.0)
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    with card.recording() as listener:
        player.play(clip, "virtual_speaker", start)
        assert player.playing
        assert ended.get(timeout=PATIENCE) is None
        until(lambda: place_of(clip[start:], listener.so_far())[1] > 0.99, "it is heard")
    assert not player.playing
    assert player.position == len(clip)
    place, _ = place_of(clip[start:], listener.samples)
    np.testing.assert_array_equal(listener.samples[place : place + len(clip) - start], clip[start:])
    assert LIBRARY.idle


def test_position_moves_and_stays_where_it_was_stopped(card: VirtualAudio) -> None:
    clip = noise(5.0)
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    player.play(clip, "virtual_speaker", 16_000)
    until(lambda: player.position > 16_000 + 1_600, "it moves")
    player.stop()
    assert ended.get(timeout=PATIENCE) is None
    place = player.position
    assert 16_000 < place < 32_000
    assert not player.playing
    player.play(clip, "virtual_speaker", place)
    until(lambda: player.position > place, "it goes on from there")
    player.stop()
    until(lambda: not player.playing, "it ends")


def test_next_clip_replaces_the_one_that_plays(card: VirtualAudio) -> None:
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    player.play(noise(5.0), "virtual_speaker")
    until(lambda: player.position > 0, "the first plays")
    player.play(noise(0.2, seed=2), "virtual_speaker")
    assert ended.get(timeout=PATIENCE) is None
    assert player.position == 3_200
    until(lambda: LIBRARY.idle, "both streams are closed")
    assert ended.empty()  # only the last one is told


def test_speaker_of_another_format(card: VirtualAudio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portaudio, "_formats", lambda entry, kind: [(48_000, 2)])
    clip = noise(0.5)
    player = ClipPlayer()
    with card.recording() as listener:
        player.play(clip, "virtual_speaker")
        until(lambda: place_of(clip, listener.so_far())[1] > 0.99, "it is heard")
    until(lambda: not player.playing, "it ends")
    assert player.position == len(clip)


def test_default_is_heard_where_the_device_is_away(card: VirtualAudio) -> None:
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    clip = noise(0.5)
    with card.recording() as listener:
        player.play(clip, "nonesuch")
        assert ended.get(timeout=PATIENCE) is None
        until(lambda: place_of(clip, listener.so_far())[1] > 0.99, "it is heard")


def test_no_device_at_all_is_reported(card: VirtualAudio) -> None:
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    card.down()
    player.play(noise(0.2), "nonesuch")
    problem = ended.get(timeout=PATIENCE)
    assert problem is not None
    assert "No speaker was found" in problem
    assert player.problem == problem
    assert not player.playing


def test_device_that_freezes_is_reported(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.audio.player.PATIENCE", 0.3)
    ended: queue.Queue[str | None] = queue.Queue()
    player = ClipPlayer(finished=ended.put)
    player.play(noise(3.0), "virtual_speaker")
    until(lambda: player.position > 0, "it plays")
    card.freeze("speaker")
    problem = ended.get(timeout=PATIENCE)
    assert problem is not None
    assert "stopped playing" in problem


def test_server_that_dies_is_reported(card: VirtualAudio) -> None:
    player = ClipPlayer()
    player.play(noise(3.0), "virtual_speaker")
    until(lambda: player.position > 0, "it plays")
    card.down()
    until(lambda: not player.playing, "it ends")
    assert player.problem is not None


def test_nothing_to_stop() -> None:
    player = ClipPlayer()
    player.stop()
    assert not player.playing
    assert player.position == 0


def test_empty_clip_ends_at_once(card: VirtualAudio) -> None:
    player = ClipPlayer()
    player.play(np.zeros(0, np.int16), "virtual_speaker")
    until(lambda: not player.playing, "it ends")
    assert player.position == 0
    assert player.problem is None
