"""The core thread."""

from __future__ import annotations

import asyncio
import threading

from app.runtime.thread import CoreThread


def test_work_runs_on_the_core_thread_and_its_result_comes_back() -> None:
    core = CoreThread()
    core.start()

    async def work() -> str:
        await asyncio.sleep(0)
        return threading.current_thread().name

    assert core.submit(work()).result(5) == "core"
    core.stop()


def test_stopping_cancels_what_still_waits() -> None:
    core = CoreThread()
    core.start()
    started = threading.Event()

    async def wait() -> None:
        started.set()
        await asyncio.Event().wait()

    future = core.submit(wait())
    assert started.wait(5)
    core.stop()
    assert future.cancelled() or future.done()
