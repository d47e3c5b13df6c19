"""Fetches the prompts of an operation, tells how far that is, and stops when it ends."""

from __future__ import annotations

import asyncio
from typing import Final

from app.engine.commands import PromptFailed, PromptReady
from app.graph.requests import MediaInfo
from app.runtime.calls import Call, Download, Operation
from app.runtime.ports import PromptPort, PromptUnavailable
from app.runtime.switchboard import Switchboard
from app.runtime.tasks import TaskOwner

SHOW_EVERY: Final = 0.1
"""Seconds between two pictures of a download: a bar moves smoothly enough."""

TELL_EVERY: Final = 1.0
"""Seconds between two records of a download, and before the first: most are over by then."""


class PromptLoader:
    """Belongs to the core thread."""

    def __init__(self, switchboard: Switchboard, prompts: PromptPort, tasks: TaskOwner) -> None:
        self._switchboard = switchboard
        self._prompts = prompts
        self._tasks = tasks

    def load(self, call: Call, operation: Operation) -> None:
        """Start to fetch all prompts of ``operation``; its end stops what still runs."""
        for index, media in enumerate(operation.prompts):
            work = self._load(call, operation.id, index, media)
            operation.fetching.append(self._tasks.start(work, f"prompt of {operation.id}"))

    async def _load(self, call: Call, operation_id: str, index: int, media: MediaInfo) -> None:
        watch = _Watch(self._switchboard, call, operation_id, index)
        try:
            audio = await self._prompts.fetch(call.id, media, watch.progress)
        except PromptUnavailable as error:
            self._switchboard.journal.append(
                "warning",
                call_id=call.id,
                operation_id=operation_id,
                data={"message": error.message},
            )
            call.engine.handle(PromptFailed(operation_id, error.cause))
            return
        finally:
            watch.end()
        call.engine.handle(PromptReady(operation_id, index, audio))


class _Watch:
    """Shows one download, and tells of it where it takes long."""

    def __init__(self, switchboard: Switchboard, call: Call, operation_id: str, index: int) -> None:
        self._switchboard, self._call = switchboard, call
        self._key = operation_id, index
        self._time = asyncio.get_running_loop().time
        self._shown, self._told = float("-inf"), self._time()

    def progress(self, received: int, total: int | None) -> None:
        """Take how far it is."""
        operation_id, index = self._key
        self._call.downloads[self._key] = Download(operation_id, index, received, total)
        now = self._time()
        if now - self._told >= TELL_EVERY:
            self._told = now
            self._switchboard.journal.append(
                "promptDownloading",
                call_id=self._call.id,
                operation_id=operation_id,
                data={"index": index, "bytes": received, "total": total},
            )
        if now - self._shown >= SHOW_EVERY:
            self._shown = now
            self._switchboard.show(self._call)

    def end(self) -> None:
        """It is over, one way or another."""
        if self._call.downloads.pop(self._key, None) is not None:
            self._switchboard.show(self._call)
