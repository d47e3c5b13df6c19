"""An export on its way: in a worker, with progress, and a way to end it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.exports.export import Format, export_file
from app.exports.progress import Cancelled
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall
from app.runtime.tasks import TaskOwner

LOOK_MS: Final = 50
"""How often the progress is looked at."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, as what, and where to; ``others`` are records of no call."""

    calls: Sequence[SavedCall]
    kind: Format
    path: Path
    secrets: bool = False
    audio: bool = False
    others: Sequence[Record] = ()


class ExportJob(QObject):
    """GUI thread; one export at a time."""

    progressed = Signal(float)
    """The share that is done (0..1)."""
    written = Signal(str)
    """Where the file is."""
    failed = Signal(str)
    """Why there is none; empty where the user ended it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskOwner()
        self._share = 0.0
        self._cancelled = False
        self._running = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(lambda: self.progressed.emit(self._share))

    @property
    def running(self) -> bool:
        """Whether something is being exported."""
        return self._running

    def start(self, wish: Wish) -> None:
        """Export in the background; what came of it is a signal."""
        if self._running:
            return
        self._running, self._cancelled, self._share = True, False, 0.0
        self._look.start()
        self._tasks.start(self._run(wish), "an export")

    def cancel(self) -> None:
        """End it soon; no file is left."""
        self._cancelled = True

    async def stop(self) -> None:
        """End it and wait for that; before the loop ends."""
        self.cancel()
        await self._tasks.stop()

    async def _run(self, wish: Wish) -> None:
        problem: str | None = None
        try:
            await asyncio.to_thread(
                export_file,
                wish.calls,
                wish.kind,
                wish.path,
                secrets=wish.secrets,
                audio=wish.audio,
                others=wish.others,
                progress=self._told,
            )
        except Cancelled:
            problem = ""
        except OSError as error:
            words = self.tr("{path} could not be written: {why}. Choose another place.")
            problem = words.format(path=wish.path, why=error.strerror or str(error))
        finally:
            self._running = False
            self._look.stop()
        if problem is None:
            self.written.emit(str(wish.path))
        else:
            self.failed.emit(problem)

    def _told(self, share: float) -> bool:
        """Runs in the worker: only notes."""
        self._share = share
        return not self._cancelled
