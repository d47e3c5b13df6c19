"""Drags a recording out of the window, as a WAV file that another program takes.

The file lies in a folder that only the user can look into, until the program ends; one that a
crash left behind goes when the next recording is dragged.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.runtime.clock import SystemClock
from app.runtime.ports import Audio
from app.runtime.recordings import encode_wav
from app.runtime.tasks import TaskOwner

PREFIX: Final = "callsim-drag-"

STALE: Final = 3600.0
"""Seconds after which nobody still takes a dragged file."""

Clip = tuple[str, Audio]
"""The name of the file and the audio (int16 mono 16 kHz)."""

Source = Callable[[], Coroutine[Any, Any, Clip | None]]
"""Reads what is to be dragged, on the Qt loop; ``None``: nothing."""


class WavDrag(QObject):
    """Makes ``handle`` something to drag by; clicks on it stay clicks. GUI thread.

    The audio is read when the button goes down, and there when the hand has moved.
    """

    failed = Signal(str)
    """Why there is no file, for the user."""

    def __init__(self, handle: QWidget, source: Source) -> None:
        super().__init__(handle)
        self._handle = handle
        self._source = source
        self._tasks = TaskOwner()
        self._pressed: QPoint | None = None
        self._clip: Clip | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        handle.installEventFilter(self)

    async def close(self) -> None:
        """Wait for what is read, and delete what was dragged; before the loop ends."""
        await self._tasks.stop()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def file(self) -> Path | None:
        """Write what was read, and return where; ``None`` where there is nothing.

        Raises OSError.
        """
        if self._clip is None:
            return None
        if self._folder is None:
            forget_stale(Path(tempfile.gettempdir()), SystemClock().now().timestamp())
            self._folder = tempfile.TemporaryDirectory(prefix=PREFIX)
        name, audio = self._clip
        path = Path(self._folder.name) / name
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(encode_wav(audio))
        return path

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        place = event.position().toPoint()
        if event.type() is QEvent.Type.MouseButtonPress:
            left = event.button() is Qt.MouseButton.LeftButton
            self._pressed, self._clip = (place if left else None), None
            if left:
                self._tasks.start(self._read(), "audio to drag")
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() is QEvent.Type.MouseMove and self._pressed is not None:
            far = (place - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance() and self._clip is not None:
                self._pressed = None
                return self._drag()
        return False

    async def _read(self) -> None:
        self._clip = await self._source()

    def _drag(self) -> bool:
        try:
            path = self.file()
        except OSError as error:
            words = self.tr("The recording could not be written for dragging: {why}.")
            self.failed.emit(words.format(why=error.strerror or str(error)))
            return True
        if path is None:
            return False
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(self._handle)
        drag.setMimeData(data)
        run_drag(drag)
        return True


def run_drag(drag: QDrag) -> None:
    """Let the user drop it; the window lives on meanwhile."""
    drag.exec(Qt.DropAction.CopyAction)


def forget_stale(folder: Path, now: float) -> None:
    """Delete what crashed programs of this user left in ``folder``; ``now`` in seconds since
    1970."""
    for left in folder.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            facts = left.lstat()
            if stat.S_ISDIR(facts.st_mode) and now - facts.st_mtime > STALE:
                shutil.rmtree(left)
