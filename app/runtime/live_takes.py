"""A recording that can be had while it grows (``streamWhileRecording`` of 2018).

What is streamed is exactly what the finished take holds: the engine gives out only what is certain
to be part of it. Readers keep their own place, so a slow one delays nobody.
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from typing import Final

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio

PIECE: Final = 1 << 16
"""Bytes given to a reader at once."""

UNKNOWN_SIZE: Final = 0xFFFFFFFF
"""Of RIFF and data while nobody knows how long it will be, as common encoders write it."""


class StreamBroken(Exception):
    """The recording failed, was cancelled or lost: there is no more of it."""


class LiveTake:
    """Belongs to the core thread."""

    def __init__(self, take_id: str, token: str, call_id: str, operation_id: str) -> None:
        self.id = take_id
        self.token = token
        self.call_id = call_id
        self.operation_id = operation_id
        self._data = bytearray()
        self._done = False
        self._broken = False
        self._news = asyncio.Event()

    @property
    def samples(self) -> int:
        """How much there is of it."""
        return len(self._data) // 2

    def grow(self, audio: Audio) -> None:
        """Add ``audio`` (int16 mono 16 kHz)."""
        self._data += audio.astype("<i2", copy=False).tobytes()
        self._tell()

    def finish(self) -> None:
        """It is whole: readers get what is left, and the end."""
        self._done = True
        self._tell()

    def break_off(self) -> None:
        """It will never be whole: readers get StreamBroken."""
        self._broken = True
        self._tell()

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the WAV file from its header on, as it grows. Raises StreamBroken."""
        yield live_header()
        sent = 0
        while not self._broken:
            piece = bytes(self._data[sent : sent + PIECE])
            if piece:
                sent += len(piece)
                yield piece
            elif self._done:
                return
            else:
                await self._news.wait()
        raise StreamBroken

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


def live_header() -> bytes:
    """Return the 44-byte header of a WAV file of unknown length: PCM, 16 kHz, mono, 16 bit."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, SAMPLE_RATE, 2 * SAMPLE_RATE, 2, 16)
    return (
        struct.pack("<4sI4s", b"RIFF", UNKNOWN_SIZE, b"WAVE")
        + form
        + struct.pack("<4sI", b"data", UNKNOWN_SIZE)
    )
