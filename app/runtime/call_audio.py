"""Gives a call its voice and its ears: the caller's source, the microphone, the speaker.

A call never fails for want of a device: it goes on with silence, and the journal says what is
missing.
"""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from app.runtime.callers import CallerSpec, Live, Script, Silence, Source
from app.runtime.calls import Call
from app.runtime.journal import Journal
from app.runtime.ports import Audio, AudioPort, AudioUnavailable
from app.settings import Settings


class ReadAudio(Protocol):
    """Decodes a sound file (a path or its bytes) to int16 mono 16 kHz; raises ValueError.
    ``channel`` is the one to take, from 1; 0 mixes all."""

    def __call__(self, source: Any, *, channel: int = 0) -> Audio: ...


async def caller_source(
    caller: CallerSpec, settings: Settings, read_audio: ReadAudio
) -> tuple[Source, Live | None]:
    """Return the source for ``caller``, and it again if it is the live one.

    Raises ValueError for a sound file that cannot be read or has no such channel.
    """
    if caller.kind == "live":
        live = Live()
        return live, live
    if caller.path is None:
        return Silence(), None
    channel = settings.caller_channel if caller.channel is None else caller.channel
    audio = await asyncio.to_thread(read_audio, caller.path, channel=channel)
    return Script(audio, only_recording=settings.caller_starts == "recording"), None


async def open_devices(call: Call, audio: AudioPort, settings: Settings, journal: Journal) -> None:
    """Open the microphone of a live caller, and the speaker where the settings want it."""
    if call.live is not None:
        try:
            call.microphone = await asyncio.to_thread(
                audio.open_microphone, settings.input_device or None, stand_in=True
            )
        except AudioUnavailable as error:
            journal.append("warning", call_id=call.id, data={"message": str(error)})
    if settings.speaker == "always" or (settings.speaker == "live" and call.live is not None):
        try:
            call.speaker = await asyncio.to_thread(
                audio.open_speaker, settings.output_device or None, stand_in=True
            )
        except AudioUnavailable as error:
            journal.append("warning", call_id=call.id, data={"message": str(error)})


def close_devices(call: Call) -> None:
    """Close what the call has open."""
    if call.microphone is not None:
        call.microphone.close()
        call.microphone = None
    if call.speaker is not None:
        call.speaker.close()
        call.speaker = None
