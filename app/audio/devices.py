"""The lists of microphones and speakers that a user chooses from."""

from __future__ import annotations

import sys
from typing import Final

from app.audio.catalogue import Catalogue
from app.audio.portaudio import LIBRARY, PortAudio
from app.runtime.ports import AudioUnavailable, DeviceList

NO_SERVER: Final = (
    "On a desktop with PipeWire or PulseAudio, PortAudio needs ALSA's plug-in to reach it: "
    "sudo apt-get install libasound2-plugins"
)


def list_devices(library: PortAudio = LIBRARY) -> DeviceList:
    """Return the devices known so far; ``problem`` says what is missing and how to get it.

    Never raises. May block for some tenths of a second: run it in a worker.
    """
    try:
        return _shown(library.known_catalogue())
    except AudioUnavailable as error:
        return DeviceList((), (), str(error))


def refresh(library: PortAudio = LIBRARY) -> DeviceList:
    """As ``list_devices``, after looking for new devices; open streams go on."""
    try:
        return _shown(library.fresh_catalogue())
    except AudioUnavailable as error:
        return DeviceList((), (), str(error))


def _shown(catalogue: Catalogue) -> DeviceList:
    inputs, outputs = catalogue.shown("input"), catalogue.shown("output")
    if inputs and outputs:
        return DeviceList(inputs, outputs)
    missing = "microphone" if outputs else "speaker" if inputs else "sound device"
    cure = f" {NO_SERVER}" if sys.platform.startswith("linux") and not (inputs or outputs) else ""
    return DeviceList(
        inputs, outputs, f"No {missing} was found. Connect one and refresh the list.{cure}"
    )
