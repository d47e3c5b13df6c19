"""Keeps a trace of each call that is looked at up to date: asks the core for what is new.

One question is under way at most, thirty a second at most, and none while nobody looks. What was
answered is shown in the window's next beat, so that the whole window is painted once for both.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.runtime.timeline_tail import Tail
from app.ui.core_link import CoreLink
from app.ui.timeline.trace import Trace

LATEST_MS: Final = 40
"""When an answer is shown where no beat comes; longer than a beat of the window."""
EARLY_MS: Final = 12
"""A beat that comes earlier than this before it would be one too many."""


class TraceFeed(QObject):
    """GUI thread."""

    grown = Signal(int)
    """The trace of the watched call has grown; its audio looks otherwise from this sample on."""

    def __init__(self, link: CoreLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._watched: Trace | None = None
        self._seen = False
        self._wanted = False
        self._asking = False
        self._answer: Tail | None = None
        self._pause = QTimer(self, interval=LATEST_MS, singleShot=True)
        self._pause.timeout.connect(self._beat)
        link.tail_came.connect(self._came)

    def watch(self, call_id: str | None) -> Trace | None:
        """Follow another call; returns its trace, empty so far."""
        self._watched = None if call_id is None else Trace(call_id)
        self._answer = None
        self.ask()
        return self._watched

    def ask(self) -> None:
        """There may be something new: in a live call this is the window's beat."""
        self._wanted = True
        if self._pause.remainingTime() <= EARLY_MS:
            self._beat()

    def set_seen(self, *, seen: bool) -> None:
        """Ask only while somebody looks."""
        self._seen = seen
        self._next()

    def stop(self) -> None:
        """Ask no more."""
        self._pause.stop()
        self._seen = False

    def _beat(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and self._watched is not None:
            self.grown.emit(self._watched.take(answer))
        self._next()

    def _next(self) -> None:
        if not self._wanted or not self._seen or self._asking or self._answer is not None:
            return
        if self._watched is not None:
            self._wanted, self._asking = False, True
            self._pause.start()
            self._link.ask_tail(self._watched.call_id, self._watched.since)

    def _came(self, tail: Tail | None) -> None:
        self._asking = False
        trace = self._watched
        if tail is not None and trace is not None and tail.call_id == trace.call_id:
            self._answer = tail
        if not self._pause.isActive():
            self._beat()
