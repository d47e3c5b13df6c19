"""Keeps a call's audio flowing: caller -> engine -> speaker, in pieces of 10 ms.

A live microphone is the clock: the engine gets exactly what it delivers, as soon as it comes. A
scripted caller, and a microphone that froze or vanished, is replaced by the wall clock, so the
timers of the call go on.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from app.engine.events import Event
from app.engine.states import CallState
from app.engine.timebase import FRAME, PIECE, SAMPLE_RATE
from app.runtime.calls import Call
from app.runtime.ports import Audio, Clock

INTERVAL: Final = PIECE / SAMPLE_RATE
"""Seconds between two looks at the wall clock where no microphone wakes the pump."""

PATIENCE: Final = 3 * INTERVAL
"""Seconds without a word from the microphone after which its status is looked at all the same."""

SILENT: Final = -120.0
"""What stands for the level of digital silence, in dBFS."""

CATCH_UP: Final = 50 * FRAME
"""Most samples fed at once after the machine was busy (1 s), so that other calls get their turn."""


async def pump(
    call: Call,
    clock: Clock,
    publish: Callable[[Call, Sequence[Event]], None],
    hear: Callable[[Call, Audio], None],
    complain: Callable[[Call, str], None],
) -> None:
    """Feed ``call`` until it has ended. ``publish`` gets the events of every stretch, ``hear`` what
    the call heard in it, after that; ``complain`` what the user should know of the microphone."""
    loop = asyncio.get_running_loop()
    news = asyncio.Event()
    if call.microphone is not None:
        call.microphone.on_samples(lambda: loop.call_soon_threadsafe(news.set))
        # What came while the devices were opened would stay as a delay for the whole call.
        call.microphone.read()
    last = clock.monotonic()
    carried = 0.0
    heard = last
    wake, clocked = loop.time(), False
    unseen, peak = 0, SILENT
    while call.engine.state is not CallState.TERMINATED:
        wake = loop.time() + PATIENCE if clocked else max(wake, loop.time() - INTERVAL) + INTERVAL
        timer = loop.call_at(wake, news.set)
        await news.wait()
        timer.cancel()
        news.clear()
        now = clock.monotonic()
        delivered = _takes_microphone(call, complain)
        heard = now if delivered or call.live is None else heard
        call.unheard = now - heard
        clocked = delivered or _runs(call)
        if clocked:
            last, carried = now, 0.0
        else:
            carried += (now - last) * SAMPLE_RATE
            last = now
            if call.live is not None:
                whole = int(carried)
                call.live.put(np.zeros(whole, np.int16))
                carried -= whole
        due = call.live.available if call.live is not None else int(carried)
        count = min(due, CATCH_UP) // PIECE * PIECE
        if call.live is None:
            carried -= count
        if count:
            fed = call.feeder.feed(count)
            if call.speaker is not None:
                scripted = fed.heard if call.live is None else None
                call.speaker.write(call.side_tone.mix(fed.speaker, scripted))
            unseen, peak = unseen + count, max(peak, _peak(fed.heard))
            if fed.events or unseen >= FRAME:
                call.level, unseen, peak = peak, 0, SILENT
                publish(call, fed.events)
            hear(call, fed.heard)


def _takes_microphone(call: Call, complain: Callable[[Call, str], None]) -> bool:
    """Move what the microphone delivered, and return whether that was anything."""
    if call.live is None or call.microphone is None:
        return False
    samples = call.microphone.read()
    complaint = call.check.look(samples)
    if complaint is not None:
        complain(call, complaint)
    call.live.put(amplified(samples, call.gain))
    status = call.microphone.status
    trouble = status.message if status.state != "running" else ""
    if trouble and trouble != call.trouble:
        complain(call, trouble)
    call.trouble = trouble
    return len(samples) > 0


def amplified(samples: Audio, gain: float) -> Audio:
    """Return ``samples`` ``gain`` dB louder, cut at full scale; the very same at 0 dB."""
    if not gain:
        return samples
    louder = np.rint(samples * 10 ** (gain / 20))
    return np.asarray(np.clip(louder, -32768, 32767), np.int16)


def _runs(call: Call) -> bool:
    """Whether a live microphone is the clock; ``False`` where the wall clock has to stand in."""
    if call.live is None or call.microphone is None:
        return False
    return call.microphone.status.state == "running"


def _peak(samples: Audio) -> float:
    """Return the peak in dBFS."""
    peak = max(int(samples.max()), -int(samples.min())) if len(samples) else 0
    return 20 * math.log10(peak / 32768) if peak else SILENT
