"""Until when the real service wants to be left alone, and how to wait for that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from app.runtime.ports import Clock


class Hold:
    """Core thread only."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ended = asyncio.Event()
        self.until: datetime | None = None
        """When the real service may be asked again, after a 429."""
        self.changed: Callable[[], None] = lambda: None
        """Called when it begins, and when it is over."""

    def begin(self, until: datetime) -> None:
        """Hold back what comes; a hold that lasts longer stays."""
        if self.until is None or until > self.until:
            self.until = until
            self.changed()

    def end(self) -> None:
        """Let all go on that wait."""
        self.until = None
        self._ended.set()
        self._ended = asyncio.Event()

    async def wait(self) -> None:
        """Return when nothing is held back (any more)."""
        while self.until is not None:
            left = (self.until - self._clock.now()).total_seconds()
            if left <= 0:
                self.until = None
                self.changed()
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._ended.wait()
