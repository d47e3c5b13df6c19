"""A recording that is read while it grows: by many, at their own pace, to its end or its break."""

from __future__ import annotations

import asyncio
import io
import wave

import numpy as np
import pytest

from app.runtime.live_takes import PIECE, LiveTake, StreamBroken, live_header
from app.runtime.recordings import encode_wav

AUDIO = np.random.default_rng(1).integers(-9_000, 9_000, 100_000).astype(np.int16)


async def read(live: LiveTake) -> bytes:
    return b"".join([piece async for piece in live.pieces()])


def live_take() -> LiveTake:
    return LiveTake("id", "token", "call", "operation")


def test_the_header_says_that_the_length_is_unknown() -> None:
    header = live_header()
    exact = encode_wav(AUDIO[:0])
    assert len(header) == 44
    assert header[4:8] == header[40:44] == b"\xff" * 4
    assert header[:4] + header[8:40] == exact[:4] + exact[8:40]
    with wave.open(io.BytesIO(header)) as file:
        assert file.getparams()[:3] == (1, 2, 16_000)


async def test_readers_get_all_of_it_whenever_they_come() -> None:
    live = live_take()
    first = asyncio.create_task(read(live))
    await asyncio.sleep(0)
    live.grow(AUDIO[:60_000])
    second = asyncio.create_task(read(live))
    await asyncio.sleep(0)
    live.grow(AUDIO[60_000:])
    live.finish()
    expected = live_header() + AUDIO.tobytes()
    assert await first == await second == await read(live) == expected
    assert live.samples == len(AUDIO)


async def test_a_reader_that_stops_in_the_middle_delays_nobody() -> None:
    live = live_take()
    slow = live.pieces()
    assert await anext(slow) == live_header()
    live.grow(AUDIO)
    assert len(await anext(slow)) == PIECE
    live.finish()
    assert len(await read(live)) == 44 + 2 * len(AUDIO)
    assert len(b"".join([piece async for piece in slow])) == 2 * len(AUDIO) - PIECE


async def test_a_break_is_told_also_to_those_who_wait() -> None:
    live = live_take()
    live.grow(AUDIO)
    waiting = asyncio.create_task(read(live))
    await asyncio.sleep(0)
    live.break_off()
    with pytest.raises(StreamBroken):
        await waiting
    with pytest.raises(StreamBroken):
        await read(live)
