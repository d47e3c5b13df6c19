"""Live audio on the virtual sound card: heard bit for bit, played, at any rate of the device."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from app.audio import portaudio
from app.audio.stream import Microphone, Speaker
from app.runtime.ports import AudioUnavailable
from tests.helpers.listening import heard_exactly, noise, place_of, played_whole, pumping
from tests.helpers.virtual_audio import VirtualAudio, until

pytestmark = pytest.mark.audio


@pytest.fixture
def microphone(card: VirtualAudio) -> Iterator[Microphone]:
    """The virtual one, not opened yet."""
    microphone = Microphone()
    yield microphone
    microphone.close()


@pytest.fixture
def speaker(card: VirtualAudio) -> Iterator[Speaker]:
    """The virtual one, not opened yet."""
    speaker = Speaker()
    yield speaker
    speaker.close()


def only(monkeypatch: pytest.MonkeyPatch, rate: int, channels: int) -> None:
    """Let the virtual devices take nothing but this format, as a sound card may."""
    monkeypatch.setattr(portaudio, "_formats", lambda entry, kind: [(rate, channels)])


def test_what_is_said_arrives_bit_for_bit(card: VirtualAudio, microphone: Microphone) -> None:
    said = noise(1.5)
    microphone.open("virtual_microphone")
    assert microphone.status.state == "running"
    assert microphone.status.rate == 16_000
    with pumping(microphone) as pump:
        heard_exactly(card, pump, said)


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 1), (8_000, 1)])
def test_microphone_of_another_format_is_converted(
    rate: int,
    channels: int,
    card: VirtualAudio,
    microphone: Microphone,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = noise(1.0)
    only(monkeypatch, rate, channels)
    microphone.open("virtual_microphone")
    assert microphone.status.rate == rate
    with pumping(microphone) as pump:
        card.say(said)
        until(lambda: place_of(said, pump.heard)[1] > 0.75, "the said is heard")
    alike = place_of(said, pump.heard)[1]
    assert alike > (0.99 if rate > 16_000 else 0.75)  # 8 kHz carries half of the noise


def test_what_is_played_comes_out_of_the_speaker(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    sound = noise(1.0, top=2000)
    microphone.open("silent_microphone")
    speaker.open("virtual_speaker")
    with pumping(microphone, speaker) as pump, card.recording() as listener:
        played_whole(pump, listener, sound)
    assert 0.03 * 16_000 < speaker.latency_samples < 0.2 * 16_000


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 2)])
def test_speaker_of_another_format_gets_its_own(
    rate: int,
    channels: int,
    card: VirtualAudio,
    microphone: Microphone,
    speaker: Speaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sound = noise(1.0, top=2000)
    microphone.open("silent_microphone")
    only(monkeypatch, rate, channels)
    speaker.open("virtual_speaker")
    assert speaker.status.rate == rate
    with pumping(microphone, speaker) as pump, card.recording() as listener:
        played_whole(pump, listener, sound)


def test_microphone_that_delivers_only_zeros_is_told(
    card: VirtualAudio, microphone: Microphone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.audio.stream.ONLY_ZEROS", 4_800)
    microphone.open("silent_microphone")
    with pumping(microphone):
        until(lambda: "only digital silence" in microphone.status.message, "it is told")
        assert microphone.status.state == "running"
        microphone.close()
        microphone.open("virtual_microphone")
        assert microphone.status.message == ""
        card.say(noise(0.3))
        until(lambda: not microphone.status.message, "a sound ends the message")


def test_unknown_device_is_refused_with_the_names_there_are(
    microphone: Microphone, speaker: Speaker
) -> None:
    with pytest.raises(AudioUnavailable, match=r"no microphone “nonesuch”.*“virtual_microphone”"):
        microphone.open("nonesuch")
    assert microphone.status.state == "failed"
    assert "nonesuch" in microphone.status.message
    with pytest.raises(AudioUnavailable, match=r"no speaker “nonesuch”.*“virtual_speaker”"):
        speaker.open("nonesuch")


def test_change_of_device_in_mid_call(card: VirtualAudio, microphone: Microphone) -> None:
    said = noise(0.5)
    microphone.open("silent_microphone")
    with pumping(microphone) as pump:
        until(lambda: len(pump.heard) > 1600, "it delivers")
        microphone.open("virtual_microphone")
        heard_exactly(card, pump, said)
    assert microphone.status.device == "virtual_microphone"


def test_closed_streams_are_quiet(card: VirtualAudio, microphone: Microphone) -> None:
    assert microphone.status.state == "closed"
    assert len(microphone.read()) == 0
    Speaker().write(np.ones(320, np.int16))
    microphone.close()
    microphone.open(None)
    assert microphone.status.device == "default"
    microphone.close()
    microphone.close()
    assert microphone.status.state == "closed"
    assert portaudio.LIBRARY.idle
