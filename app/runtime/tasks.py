"""Background tasks with an owner: kept, named, their failures reported, all ended together."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from app.unexpected import unexpected


class TaskOwner:
    """Owns tasks of one event loop; use it instead of a bare ``asyncio.create_task``."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run ``work`` until it ends or :meth:`stop`; a failure is reported (app.unexpected)."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def stop(self) -> None:
        """Cancel what still runs and wait for its end."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            unexpected(error, task.get_name())
