"""Work that waits in lines: within one it is done in order, the lines go on side by side."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

from app.runtime.tasks import TaskOwner

MOST_WAITING: Final = 500
"""In all lines together."""

Item = TypeVar("Item")


class Lines(Generic[Item]):
    """Belongs to one event loop. ``work`` is done for each item; it must not raise."""

    def __init__(self, work: Callable[[Item], Awaitable[object]], tasks: TaskOwner) -> None:
        self._work = work
        self._tasks = tasks
        self._lines: dict[str | None, deque[Item]] = {}
        self.waiting = 0
        """Items whose work has not begun."""

    def add(self, name: str | None, item: Item) -> bool:
        """Put ``item`` at the end of a line; says whether there was room for it."""
        if self.waiting >= MOST_WAITING:
            return False
        self.waiting += 1
        line = self._lines.get(name)
        if line is not None:
            line.append(item)
            return True
        self._lines[name] = deque([item])
        self._tasks.start(self._run(name), f"bridge of {name}")
        return True

    async def _run(self, name: str | None) -> None:
        line = self._lines[name]
        try:
            while line:
                self.waiting -= 1
                await self._work(line.popleft())
        finally:
            self.waiting -= len(line)
            del self._lines[name]
