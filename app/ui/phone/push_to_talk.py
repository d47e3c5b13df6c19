"""Hold Ctrl+Space to be heard while muted, as in Microsoft Teams.

An event filter of the application, as a shortcut does not tell when its keys are let go. It sees
every event there is, so it is only there while there is something to talk through.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

KEYS: Final = "Ctrl+Space"


class PushToTalk(QObject):
    """Listens in the window of ``panel``, text fields included: none of them uses these keys."""

    talking = Signal(bool)
    """The keys went down while :attr:`muted`, or were let go again."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._muted = False
        self.held = False
        """Whether the keys are down, and were when the call was muted."""

    @property
    def muted(self) -> bool:
        """Whether there is a call, and it is muted; told by whoever knows."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        if muted is not self._muted:
            self._muted = muted
            self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease):
            return isinstance(event, QKeyEvent) and self._key(watched, event)
        if kind is QEvent.Type.WindowDeactivate and watched is self._panel.window():
            self._let_go()
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        space = event.key() == Qt.Key.Key_Space
        if event.type() is QEvent.Type.KeyRelease:
            if event.isAutoRepeat() or not (space or event.key() == Qt.Key.Key_Control):
                return self.held and space
            ended = self.held
            self._let_go()
            return ended and space
        control = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not space or control != Qt.KeyboardModifier.ControlModifier:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._panel.window():
            return False
        if self.held or not self.muted:
            return self.held
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        self.held = True
        self._watch()
        self.talking.emit(True)
        return True

    def _let_go(self) -> None:
        if self.held:
            self.held = False
            self._watch()
            self.talking.emit(False)

    def _watch(self) -> None:
        app = QApplication.instance()
        assert app is not None, "widgets have an application"
        app.removeEventFilter(self)
        if self.held or self._muted:
            app.installEventFilter(self)
