"""Files that are dropped on the window: a case opens, a sound file becomes the caller."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.exports.case_file import SUFFIX

SOUNDS: Final = (".wav", ".flac", ".ogg")


class FileDrop(QObject):
    """Watches ``window``. GUI thread."""

    case_dropped = Signal(object)
    """A path."""
    sound_dropped = Signal(object)
    """A path."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            return self._take(event)
        if isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def _take(self, event: QDropEvent) -> bool:
        files = files_in(event.mimeData())
        for path in files:
            signal = self.case_dropped if path.suffix.lower() == SUFFIX else self.sound_dropped
            signal.emit(path)
        if files:
            event.acceptProposedAction()
        return bool(files)


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this machine that the window can open."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (SUFFIX, *SOUNDS)]
