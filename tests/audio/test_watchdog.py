"""What goes wrong with devices, each fault as PulseAudio and PortAudio really show it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.audio import portaudio
from app.audio.portaudio import LIBRARY
from app.audio.stream import Microphone, Speaker
from app.runtime.ports import AudioUnavailable
from tests.helpers.listening import heard_exactly, noise, played_whole, pumping
from tests.helpers.virtual_audio import Part, VirtualAudio, until

pytestmark = pytest.mark.audio


@pytest.fixture
def microphone(card: VirtualAudio) -> Iterator[Microphone]:
    """The virtual one, running."""
    microphone = Microphone()
    microphone.open("virtual_microphone")
    yield microphone
    microphone.close()


@pytest.fixture
def speaker(card: VirtualAudio) -> Iterator[Speaker]:
    """The virtual one, running."""
    speaker = Speaker()
    speaker.open("virtual_speaker")
    yield speaker
    speaker.close()


def reaches(stream: Microphone | Speaker, state: str) -> None:
    until(lambda: stream.status.state == state, f"{stream.status} becomes {state}")


def hears(card: VirtualAudio, microphone: Microphone) -> None:
    """Prove that what is said arrives."""
    with pumping(microphone) as pump:
        heard_exactly(card, pump, noise(0.3))


def plays(card: VirtualAudio, microphone: Microphone, speaker: Speaker) -> None:
    """Prove that what is played comes out."""
    with pumping(microphone, speaker) as pump, card.recording() as listener:
        played_whole(pump, listener, noise(0.5, top=2000))


@pytest.mark.parametrize("part", ["mic", "speaker"])
def test_frozen_device_is_told_and_goes_on_when_it_wakes(
    part: Part, card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    stream = microphone if part == "mic" else speaker
    card.freeze(part)
    reaches(stream, "stalled")
    assert "stands still" in stream.status.message
    card.freeze(part, thaw=True)
    reaches(stream, "running")
    assert stream.status.message == ""
    if part == "mic":
        hears(card, microphone)
    else:
        plays(card, microphone, speaker)


def test_frozen_device_is_opened_anew_after_a_while(
    card: VirtualAudio, microphone: Microphone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.audio.watchdog.REOPEN", 0.6)
    first = microphone._stream
    card.freeze("mic")
    until(lambda: microphone._stream not in (first, None), "a new stream")
    assert microphone.status.state == "stalled"  # open is not yet alive
    card.freeze("mic", thaw=True)
    reaches(microphone, "running")


def test_close_does_not_wait_for_a_frozen_device(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    card.freeze("mic")
    card.freeze("speaker")
    reaches(microphone, "stalled")
    reaches(speaker, "stalled")
    microphone.close()
    speaker.close()
    assert microphone.status.state == speaker.status.state == "closed"


def test_other_device_takes_over_unnoticed_and_gives_back(
    card: VirtualAudio, microphone: Microphone, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PulseAudio moves the capture to another microphone; nothing but its silence tells.
    monkeypatch.setattr("app.audio.stream.ONLY_ZEROS", 3200)
    card.unplug("mic")
    with pumping(microphone):
        until(lambda: "only digital silence" in microphone.status.message, "it is told")
    assert microphone.status.state == "running"
    card.plug("mic")
    hears(card, microphone)


def test_last_microphone_is_unplugged_and_comes_back(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    card.unplug("mic")
    card.unplug("silent")
    card.unplug("speaker")  # its monitor would be the last microphone
    reaches(microphone, "lost")
    assert "is gone" in microphone.status.message
    assert microphone.status.device == "virtual_microphone"
    assert len(microphone.read()) < 16_000
    card.plug("silent")
    card.plug("speaker")
    card.plug("mic")
    reaches(microphone, "running")
    reaches(speaker, "running")
    hears(card, microphone)


def test_last_speaker_is_unplugged_and_comes_back(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    card.unplug("mic")  # its feed is a speaker too
    card.unplug("speaker")
    reaches(speaker, "lost")
    speaker.write(np.ones(320, np.int16))
    card.plug("speaker")
    card.plug("mic")
    reaches(speaker, "running")
    reaches(microphone, "running")
    plays(card, microphone, speaker)


def test_sound_server_dies_and_comes_back(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    card.down()
    reaches(microphone, "lost")
    reaches(speaker, "lost")
    card.up()
    reaches(microphone, "running")
    reaches(speaker, "running")
    hears(card, microphone)
    plays(card, microphone, speaker)


def test_device_that_portaudio_has_forgotten_is_found_while_another_one_plays(
    card: VirtualAudio,
    microphone: Microphone,
    speaker: Speaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.audio.watchdog.RETRY", 0.2)
    card.down()
    reaches(microphone, "lost")
    reaches(speaker, "lost")
    card.configure("virtual_speaker")
    card.up()  # the list that PortAudio makes now lacks the microphone
    reaches(speaker, "running")
    first = speaker._stream
    assert microphone.status.state == "lost"
    card.configure()
    reaches(microphone, "running")
    until(lambda: speaker._stream not in (first, None), "the speaker is opened anew")
    reaches(speaker, "running")
    hears(card, microphone)
    plays(card, microphone, speaker)


def test_server_is_gone_when_a_stream_is_opened(
    card: VirtualAudio, microphone: Microphone, speaker: Speaker
) -> None:
    microphone.close()
    speaker.close()
    card.down()
    with pytest.raises(AudioUnavailable, match="microphone"):
        microphone.open("virtual_microphone")
    assert microphone.status.state == "failed"
    with pytest.raises(AudioUnavailable, match="speaker"):
        speaker.open(None)
    card.up()
    microphone.open("virtual_microphone")
    speaker.open(None)
    plays(card, microphone, speaker)


def test_close_while_lost(card: VirtualAudio, microphone: Microphone) -> None:
    card.down()
    reaches(microphone, "lost")
    microphone.close()
    assert microphone.status.state == "closed"
    card.up()
    microphone.open("virtual_microphone")
    hears(card, microphone)


def test_default_stands_in_for_a_chosen_device_that_is_away_from_the_start(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.audio.watchdog.RETURN", 0.2)
    monkeypatch.setattr("app.audio.watchdog.FOLLOW", 0.2)
    card.configure("default", "virtual_speaker")
    LIBRARY.restart()
    microphone = Microphone()
    with pytest.raises(AudioUnavailable, match="no microphone “virtual_microphone”"):
        microphone.open("virtual_microphone")
    microphone.open("virtual_microphone", stand_in=True)
    try:
        status = microphone.status
        assert (status.state, status.stands_in_for) == ("running", "virtual_microphone")
        assert status.device != "virtual_microphone"
        hears(card, microphone)
        card.configure()
        until(lambda: microphone.status.device == "virtual_microphone", "it is taken up again")
        assert microphone.status.stands_in_for == ""
        hears(card, microphone)
    finally:
        microphone.close()


def test_default_stands_in_for_what_is_unplugged_until_it_is_back(
    card: VirtualAudio, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.audio.watchdog.RETURN", 0.2)
    microphone = Microphone()
    microphone.open("virtual_microphone", stand_in=True)
    try:
        assert microphone.status.stands_in_for == ""
        card.down()
        reaches(microphone, "lost")
        card.up("silent", "speaker")
        reaches(microphone, "running")
        assert microphone.status.stands_in_for == "virtual_microphone"
        card.plug("mic")
        until(lambda: microphone.status.device == "virtual_microphone", "it is taken up again")
        assert microphone.status.stands_in_for == ""
        hears(card, microphone)
        reaches(speaker, "running")
    finally:
        microphone.close()


def test_another_default_is_followed_where_the_system_does_not_do_it(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Windows and macOS name another device as the default one; ALSA never does.
    monkeypatch.setattr("app.audio.watchdog.DEFAULT_MOVES", True)
    monkeypatch.setattr("app.audio.watchdog.FOLLOW", 0.2)
    microphone = Microphone()
    microphone.open(None)

    def moved(read: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        def tables(*given: Any) -> dict[str, Any]:
            found = read(*given)
            names = [device["name"] for device in found["devices"]]
            return found | {"defaults": (names.index("virtual_microphone"), found["defaults"][1])}

        return tables

    try:
        assert microphone.status.device == "default"
        for name in ("tables", "fresh_tables"):
            monkeypatch.setattr(portaudio, name, moved(getattr(portaudio, name)))
        until(lambda: microphone.status.device == "virtual_microphone", "it is followed")
        reaches(microphone, "running")
        assert microphone.status.stands_in_for == ""
        hears(card, microphone)
    finally:
        microphone.close()


DYING = """
import threading, time
from app.audio.stream import Microphone

def dig(depth):  # leaves traces on the stacks that the C library keeps for the next threads
    return depth and dig(depth - 1)

threads = [threading.Thread(target=dig, args=(100,)) for _ in range(20)]
for thread in threads: thread.start()
for thread in threads: thread.join()
microphone = Microphone()
microphone.open("virtual_microphone")
print("open", flush=True)
while microphone.status.state != "lost": time.sleep(0.01)
microphone.close()
print(microphone.status.state)
"""


def test_device_that_dies_before_its_first_block(card: VirtualAudio) -> None:
    # PortAudio would loop for ever (app/audio/alsa.py); hence a process of its own.
    card.freeze("mic")
    process = subprocess.Popen(
        [sys.executable, "-c", DYING],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        card.down()
        try:
            out, _ = process.communicate(timeout=10)
        finally:
            process.kill()
    assert out == "closed\n"
    assert process.returncode == 0
