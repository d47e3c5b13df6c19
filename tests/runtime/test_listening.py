"""The microphone outside of a call."""

from __future__ import annotations

import numpy as np
import pytest

from app.runtime.listening import listen
from app.runtime.ports import Audio, AudioUnavailable, StreamStatus
from app.settings import Settings
from tests.helpers.fakes import NoAudio
from tests.helpers.played_sound import PlayedAudio, PlayedMicrophone
from tests.helpers.simulator import FastClock


async def test_it_hears_so_many_seconds_at_the_gain() -> None:
    audio = PlayedAudio(FastClock())
    pieces: list[Audio] = []

    def heard(piece: Audio) -> None:
        pieces.append(piece)
        audio.microphones[-1].say(np.full(3_200, 100, np.int16))

    settings = Settings(input_device="USB Headset", input_gain=20.0)
    sound = await listen(audio, settings, 1.0, heard)
    assert len(sound) == 16_000 and np.array_equal(np.concatenate(pieces), sound)
    assert set(sound.tolist()) == {0, 1_000}
    assert audio.microphones[-1].closed
    assert audio.microphones[-1].status.device == "USB Headset"


class Stalled(PlayedAudio):
    """Its microphones open and deliver nothing."""

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> PlayedMicrophone:
        microphone = super().open_microphone(device)
        microphone.status = StreamStatus("stalled", "USB")
        return microphone


async def test_a_dead_microphone_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.runtime.listening.PATIENCE", 0.04)
    audio = Stalled(FastClock())
    with pytest.raises(AudioUnavailable, match="“USB” delivers nothing"):
        await listen(audio, Settings(), 1.0, lambda piece: None)
    assert audio.microphones[-1].closed


async def test_no_microphone_is_said() -> None:
    with pytest.raises(AudioUnavailable, match="no microphone"):
        await listen(NoAudio(), Settings(), 1.0, lambda piece: None)
