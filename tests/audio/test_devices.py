"""The lists that a user sees."""

from __future__ import annotations

import pytest

from app.audio.catalogue import Catalogue, Entry, Kind
from app.audio.devices import _shown, list_devices, refresh
from app.audio.portaudio import LIBRARY
from app.audio.stream import Speaker
from tests.helpers.virtual_audio import VirtualAudio, until

pytestmark = pytest.mark.audio


def test_both_directions_are_listed(card: VirtualAudio) -> None:
    found = list_devices()
    assert found.problem is None
    inputs = {device.name: device for device in found.inputs}
    outputs = {device.name: device for device in found.outputs}
    assert {"virtual_microphone", "silent_microphone", "default"} <= inputs.keys()
    assert {"virtual_speaker", "default"} <= outputs.keys()
    assert "virtual_speaker" not in inputs
    assert inputs["default"].is_default
    assert outputs["default"].is_default
    assert inputs["virtual_microphone"].host_api == "ALSA"


def test_refresh_finds_what_came_and_went(card: VirtualAudio) -> None:
    card.configure("default")
    assert "virtual_microphone" in {device.name for device in list_devices().inputs}
    assert "virtual_microphone" not in {device.name for device in refresh().inputs}
    card.configure()
    assert "virtual_microphone" in {device.name for device in refresh().inputs}


def test_refresh_does_not_interrupt_an_open_stream(card: VirtualAudio) -> None:
    speaker = Speaker()
    speaker.open("virtual_speaker")
    stream = speaker._stream
    assert stream is not None
    card.configure("virtual_speaker")
    assert "silent_microphone" not in {device.name for device in refresh().inputs}
    count = stream.blocks
    until(lambda: stream.blocks > count, "the stream goes on")
    assert not stream.ended
    speaker.close()


@pytest.mark.parametrize(("there", "missing"), [("input", "speaker"), ("output", "microphone")])
def test_missing_direction_is_told(there: Kind, missing: str) -> None:
    channels: dict[Kind, int] = {"input": 0, "output": 0, there: 1}
    only = Entry(0, "Thing", "ALSA", channels, 48_000, {"input": 0.01, "output": 0.01})
    found = _shown(Catalogue([only], {"input": 0, "output": 0}))
    assert len(found.inputs) + len(found.outputs) == 1
    assert found.problem == f"No {missing} was found. Connect one and refresh the list."


def test_dead_server_is_told(card: VirtualAudio) -> None:
    card.down()
    found = refresh()
    assert found.inputs == found.outputs == ()
    assert found.problem is not None
    assert "libasound2-plugins" in found.problem
    card.up()
    assert refresh().problem is None
    assert LIBRARY.idle
