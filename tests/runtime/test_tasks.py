"""Background tasks with an owner."""

from __future__ import annotations

import asyncio

import pytest

from app.runtime.tasks import TaskOwner


async def test_stopping_ends_what_still_runs() -> None:
    owner, ended = TaskOwner(), asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    task = owner.start(work(), "work")
    await asyncio.sleep(0)
    await owner.stop()
    assert ended.is_set() and task.cancelled()


@pytest.mark.expects_error_log("the work failed")
async def test_a_failure_is_logged_with_its_name() -> None:
    owner = TaskOwner()

    async def work() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        await owner.start(work(), "the work")
    await owner.stop()
