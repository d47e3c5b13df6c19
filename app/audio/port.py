"""The runtime's view of this package (``app.runtime.ports.AudioPort``)."""

from __future__ import annotations

from app.audio.devices import list_devices, refresh
from app.audio.echo import EchoCanceller
from app.audio.player import ClipPlayer, Finished
from app.audio.portaudio import LIBRARY, PortAudio
from app.audio.stream import Microphone, Speaker
from app.runtime.ports import DeviceList


class PortAudioPort:
    """Live audio through PortAudio.

    Making one costs nothing: the library is loaded with the first call that needs it. Every method
    but ``player`` may block for some tenths of a second (run it in a worker); what opens a device
    raises AudioUnavailable.
    """

    def __init__(self, library: PortAudio = LIBRARY) -> None:
        self._library = library

    def devices(self) -> DeviceList:
        """Return the known devices, or why there are none. Never raises."""
        return list_devices(self._library)

    def refresh(self) -> DeviceList:
        """As ``devices``, after looking for new ones; open streams go on."""
        return refresh(self._library)

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> Microphone:
        """Return the microphone ``device`` (None or "": the default one), running; with
        ``stand_in`` the default one is used for it whenever it is away."""
        microphone = Microphone(self._library)
        microphone.open(device, stand_in=stand_in)
        return microphone

    def open_speaker(self, device: str | None, *, stand_in: bool = False) -> Speaker:
        """Return the speaker ``device`` (None or "": the default one), running; ``stand_in`` as for
        microphones."""
        speaker = Speaker(self._library)
        speaker.open(device, stand_in=stand_in)
        return speaker

    def echo_canceller(self) -> EchoCanceller:
        """Return new ears for one call. Raises AudioUnavailable."""
        return EchoCanceller()

    def player(self, finished: Finished | None = None) -> ClipPlayer:
        """Return a player for finished recordings."""
        return ClipPlayer(self._library, finished)
