"""Tells screen readers, and who else listens, how the call goes on: a sentence for each change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.runtime.records import Record
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall
from app.ui.presenters.call_text import describe
from app.ui.presenters.operation_story import Stories
from app.ui.presenters.phase_text import telling

PAUSE_MS: Final = 500
"""What changes faster is not read out in between; the last state always is."""


class Announcer(QObject):
    """GUI thread. ``widget``: on whose behalf it is read out."""

    said = Signal(str)
    """What goes on now, or why it ended."""

    def __init__(self, link: CoreLink, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._current = CurrentCall()
        self._stories = Stories()
        self._next = self._last = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._say)
        link.record_added.connect(self._record_added)
        link.call_changed.connect(self._call_changed)

    def _record_added(self, record: Record) -> None:
        """Which key ended a recording stands in the records alone."""
        if record.call_id is not None and record.call_id == self._current.id:
            self._stories.hear(record)

    def _call_changed(self, call: CallSnapshot) -> None:
        before = self._current.id
        if not self._current.take(call):
            return
        if call.id != before:
            self._stories = Stories()
            self._last = ""
        self._stories.take(call)
        self._next = self._words(call)
        if self._next != self._last and not self._pause.isActive():
            self._say()

    def _words(self, call: CallSnapshot) -> str:
        story = self._stories.front
        if story is not None and call.engine.state is not CallState.TERMINATED:
            return telling(story)
        text = describe(call)
        words = text.state
        if text.detail:
            words = self.tr("Call ended: {why}.").format(why=text.detail)
        if story is not None and story.ended:
            return f"{telling(story)} {words}"
        return words

    def _say(self) -> None:
        if self._next == self._last:
            return
        self._last = self._next
        self._pause.start()
        self.said.emit(self._last)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, self._last))
