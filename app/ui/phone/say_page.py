"""Say with speech: what is typed is spoken into the call by the system's voice."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui import theme

HEIGHT: Final = 64
"""Pixels: two lines and a half, so that one sees that it scrolls."""


class SayPage(QWidget):
    """Enter says, Shift+Enter begins a new line. GUI thread."""

    say = Signal(str)
    stop = Signal()

    def __init__(self, problem: str | None) -> None:
        """``problem``: why there is no voice."""
        super().__init__()
        self._problem = problem
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("What the caller says. Enter speaks."))
        self.text.setAccessibleName(self.tr("Text to say"))
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "field")
        self.text.setFixedHeight(HEIGHT)
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._show)
        self.news = QLabel(problem or "")
        self.news.setProperty("role", "small")
        self.news.setWordWrap(True)
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.news, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch(1)
        self._ready = self._muted = self._preparing = False
        self._seconds = 0.0
        self._show()

    def show_call(self, *, ready: bool, muted: bool, seconds: float) -> None:
        """``ready``: the bot would hear it; ``seconds`` are still to be said."""
        told = (ready, muted, seconds)
        if told != (self._ready, self._muted, self._seconds):
            self._ready, self._muted, self._seconds = told
            self._show()

    def set_preparing(self, *, preparing: bool) -> None:
        """Whether the voice is at work on a text."""
        self._preparing = preparing
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                if not self._busy:
                    self._act()
                return True
        return False

    @property
    def _busy(self) -> bool:
        return self._preparing or self._seconds > 0

    def _act(self) -> None:
        if self._busy:
            self.stop.emit()
        elif self._ready and self.text.toPlainText().strip():
            self.say.emit(self.text.toPlainText())

    def _show(self) -> None:
        self.text.setEnabled(self._problem is None)
        self.news.setText(self._problem or self._words())
        self.button.setVisible(self._problem is None)
        if self._busy:
            self.button.setText(self.tr("Stop"))
            self.button.setIcon(theme.icon("stop-fill"))
        else:
            self.button.setText(self.tr("Say"))
            self.button.setIcon(theme.icon("chat-text"))
        typed = bool(self.text.toPlainText().strip())
        self.button.setEnabled(self._busy or (self._ready and typed))

    def _words(self) -> str:
        if self._preparing:
            return self.tr("Preparing…")
        if self._seconds > 0 and not self._ready:
            return self.tr("Goes on after the hold")
        if self._seconds > 0 and self._muted:
            return self.tr("Muted: the bot does not hear it")
        if self._seconds > 0:
            return self.tr("Speaking, {seconds:.0f} s left").format(seconds=self._seconds)
        if not self._ready:
            return self.tr("In a call, with any caller")
        return ""
