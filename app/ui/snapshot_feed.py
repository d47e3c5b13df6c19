"""Thins out the snapshots of calls: they come fifty times a second, screens need thirty."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.runtime.calls import CallSnapshot

FRAME_MS: Final = 32
"""A little more than 30 frames a second: the beat of all that moves in the window."""


class SnapshotFeed(QObject):
    """Passes the newest snapshot of each call on: the first at once, later ones at most every
    ``FRAME_MS``. The last one always arrives, and each phase that an operation goes through.
    GUI thread only.
    """

    passed = Signal(object)
    """A :class:`CallSnapshot`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, CallSnapshot] = {}
        self._pause = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._next)

    def put(self, snapshot: CallSnapshot) -> None:
        """Take a snapshot; an older one of the same call that still waits is dropped."""
        before = self._waiting.get(snapshot.id)
        if before is not None and _phases(before) != _phases(snapshot):
            self._next()
        self._waiting[snapshot.id] = snapshot
        if not self._pause.isActive():
            self._next()

    def _next(self) -> None:
        if self._waiting:
            self._pause.start()
            waiting, self._waiting = self._waiting, {}
            for snapshot in waiting.values():
                self.passed.emit(snapshot)


def _phases(snapshot: CallSnapshot) -> list[object]:
    return [snapshot.engine.state, *(run.phase for run in snapshot.engine.operations)]
