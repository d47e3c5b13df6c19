"""Keeps a call's audio flowing: caller -> engine -> speaker, in whole 20 ms frames.

A live microphone is the clock: the engine gets exactly what it delivers. A scripted caller, and a
microphone that froze or vanished, is replaced by the wall clock, so the timers of the call go on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from app.engine.events import Event
from app.engine.states import CallState
from app.engine.timebase import FRAME, SAMPLE_RATE
from app.runtime.calls import Call
from app.runtime.ports import Audio, Clock

INTERVAL: Final = 0.01
"""Seconds between two looks at the rings: half a frame, so a block waits 10 ms at most."""

CATCH_UP: Final = 50 * FRAME
"""Most samples fed at once after the machine was busy (1 s), so that other calls get their turn."""


async def pump(
    call: Call,
    clock: Clock,
    publish: Callable[[Call, Sequence[Event]], None],
    complain: Callable[[Call, str], None],
) -> None:
    """Feed ``call`` until it has ended; ``publish`` gets the events of every stretch, and
    ``complain`` what the user should know of the microphone."""
    loop = asyncio.get_running_loop()
    if call.microphone is not None:
        # What came while the devices were opened would stay as a delay for the whole call.
        call.microphone.read()
    last = clock.monotonic()
    carried = 0.0
    heard = last
    wake = loop.time()
    while call.engine.state is not CallState.TERMINATED:
        wake = max(wake + INTERVAL, loop.time() - INTERVAL)
        await asyncio.sleep(max(0.0, wake - loop.time()))
        now = clock.monotonic()
        delivered = _takes_microphone(call, complain)
        heard = now if delivered or call.live is None else heard
        call.unheard = now - heard
        if delivered or _runs(call):
            last, carried = now, 0.0
        else:
            carried += (now - last) * SAMPLE_RATE
            last = now
            if call.live is not None:
                whole = int(carried)
                call.live.put(np.zeros(whole, np.int16))
                carried -= whole
        due = call.live.available if call.live is not None else int(carried)
        count = min(due, CATCH_UP) // FRAME * FRAME
        if call.live is None:
            carried -= count
        if count:
            fed = call.feeder.feed(count)
            call.level = _peak(fed.heard)
            if call.speaker is not None:
                call.speaker.write(fed.speaker)
            publish(call, fed.events)


def _takes_microphone(call: Call, complain: Callable[[Call, str], None]) -> bool:
    """Move what the microphone delivered, and return whether that was anything."""
    if call.live is None or call.microphone is None:
        return False
    samples = call.microphone.read()
    complaint = call.check.look(samples)
    if complaint is not None:
        complain(call, complaint)
    call.live.put(samples)
    status = call.microphone.status
    trouble = status.message if status.state != "running" else ""
    if trouble and trouble != call.trouble:
        complain(call, trouble)
    call.trouble = trouble
    return len(samples) > 0


def _runs(call: Call) -> bool:
    """Whether a live microphone is the clock; ``False`` where the wall clock has to stand in."""
    if call.live is None or call.microphone is None:
        return False
    return call.microphone.status.state == "running"


def _peak(samples: Audio) -> float:
    """Return the peak in dBFS, -120 for digital silence."""
    if not len(samples):
        return -120.0
    peak = int(np.abs(samples.astype(np.int32)).max())
    return 20 * float(np.log10(peak / 32768)) if peak else -120.0
