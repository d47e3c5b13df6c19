from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from app.bridge.hold import Hold
from app.runtime.clock import SystemClock
from tests.helpers.simulator import FastClock


def soon(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


async def test_nothing_is_held_back_before_a_429() -> None:
    hold = Hold(SystemClock())
    await hold.wait()
    assert hold.until is None


async def test_it_is_over_by_the_clock_and_says_so() -> None:
    clock = FastClock(step=1.0)
    hold, told = Hold(clock), []
    hold.changed = lambda: told.append(hold.until)
    clock.monotonic()
    until = clock.now() + timedelta(seconds=0.02)
    hold.begin(until)
    waiting = asyncio.ensure_future(hold.wait())
    await asyncio.sleep(0)
    clock.monotonic()
    async with asyncio.timeout(10):
        await waiting
    assert hold.until is None and told == [until, None]


async def test_a_shorter_one_ends_no_longer_one() -> None:
    hold = Hold(SystemClock())
    long = soon(60)
    hold.begin(long)
    hold.begin(soon(1))
    assert hold.until == long


async def test_switched_all_go_on_that_wait() -> None:
    hold = Hold(SystemClock())
    hold.begin(soon(60))
    waiting = [asyncio.ensure_future(hold.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    assert not any(one.done() for one in waiting)
    hold.end()
    async with asyncio.timeout(10):
        await asyncio.gather(*waiting)
    assert hold.until is None
