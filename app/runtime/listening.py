"""Hears the microphone outside of a call, to try it out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio, AudioPort, AudioUnavailable
from app.runtime.pump import amplified
from app.settings import Settings

INTERVAL: Final = 0.02
"""Seconds between two looks at the microphone."""

PATIENCE: Final = 2.0
"""Seconds without a sample after which it is given up."""


async def listen(
    audio: AudioPort, settings: Settings, seconds: float, heard: Callable[[Audio], object]
) -> Audio:
    """Return ``seconds`` of the microphone that ``settings`` name, as calls hear it.

    ``heard`` gets each piece as it comes. Raises AudioUnavailable, also for a microphone that
    delivers nothing. Core thread; the microphone is closed however it ends.
    """
    microphone = await asyncio.to_thread(audio.open_microphone, settings.input_device or None)
    pieces: list[Audio] = [np.zeros(0, np.int16)]
    wanted = round(seconds * SAMPLE_RATE)
    silent = 0.0
    try:
        while (missing := wanted - sum(map(len, pieces))) > 0:
            await asyncio.sleep(INTERVAL)
            piece = amplified(microphone.read(), settings.input_gain)[:missing]
            silent = 0.0 if len(piece) else silent + INTERVAL
            if silent >= PATIENCE:
                status = microphone.status
                raise AudioUnavailable(
                    status.message
                    or f"The microphone “{status.device}” delivers nothing. Choose another one."
                )
            pieces.append(piece)
            if len(piece):
                heard(piece)
    finally:
        await asyncio.to_thread(microphone.close)
    return np.concatenate(pieces)
