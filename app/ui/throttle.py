"""Thins out a fast stream: snapshots come fifty times a second, screens need thirty."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

FRAME_MS: Final = 33
"""30 frames a second: the shortest sound that the eye has to follow is a 20 ms block."""


class Throttle(QObject):
    """Passes the newest value on: the first at once, later ones at most every ``FRAME_MS``.

    The last value always arrives. GUI thread only.
    """

    passed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Any = None
        self._has_waiting = False
        self._pause = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._pause.timeout.connect(self._next)

    def put(self, value: object) -> None:
        """Take a value; an older one that still waits is dropped."""
        if self._pause.isActive():
            self._waiting, self._has_waiting = value, True
            return
        self._pause.start()
        self.passed.emit(value)

    def _next(self) -> None:
        if self._has_waiting:
            value, self._waiting, self._has_waiting = self._waiting, None, False
            self._pause.start()
            self.passed.emit(value)
