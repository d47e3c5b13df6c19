"""The port that the runtime uses, as a call would."""

from __future__ import annotations

import pytest

from app.audio.port import PortAudioPort
from app.runtime.ports import AudioPort, AudioUnavailable
from tests.helpers.listening import noise, place_of, pumping
from tests.helpers.virtual_audio import VirtualAudio, until

pytestmark = pytest.mark.audio


def test_port_keeps_the_protocol() -> None:
    port: AudioPort = PortAudioPort()  # mypy is the judge
    assert port is not None


def test_sound_goes_round_through_both_streams(card: VirtualAudio) -> None:
    port = PortAudioPort()
    assert port.devices().problem is None
    microphone = port.open_microphone("virtual_microphone")
    speaker = port.open_speaker("virtual_speaker")
    sound = noise(0.05)
    try:
        with card.loop(), pumping(microphone, speaker) as pump:
            pump.play(sound)
            until(lambda: place_of(sound, pump.heard)[1] > 0.8, "the speaker is heard")
    finally:
        microphone.close()
        speaker.close()
    assert port.refresh().problem is None


def test_devices_that_are_not_there(card: VirtualAudio) -> None:
    port = PortAudioPort()
    with pytest.raises(AudioUnavailable, match="no microphone “nonesuch”"):
        port.open_microphone("nonesuch")
    with pytest.raises(AudioUnavailable, match="no speaker “nonesuch”"):
        port.open_speaker("nonesuch")


def test_player_tells_when_it_has_finished(card: VirtualAudio) -> None:
    told: list[str | None] = []
    player = PortAudioPort().player(told.append)
    player.play(noise(0.1), "virtual_speaker")
    until(lambda: told == [None], "it is told")
