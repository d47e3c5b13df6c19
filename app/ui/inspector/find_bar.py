"""A line to search a body with: text, how many, to and fro."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.ui.accessible import offer_clearing
from app.ui.theme import SPACE, icon


class FindBar(QWidget):
    """Hidden until :meth:`open`. Emits what is sought. GUI thread."""

    sought = Signal(str)
    stepped = Signal(int)
    """1: to the next find, -1: to the one before."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in the body"))
        self.field.setAccessibleName(self.tr("Find in the body"))
        offer_clearing(self.field)
        self.field.setStyleSheet("QToolButton { min-height: 0; padding: 0; border: none; }")
        self.field.textChanged.connect(self.sought)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for name, text, by in (
            ("caret-up", self.tr("The one before (Shift+Enter)"), -1),
            ("caret-down", self.tr("The next one (Enter)"), 1),
        ):
            button = _tool(self, name, text)
            button.clicked.connect(lambda _, by=by: self.stepped.emit(by))
            row.addWidget(button)
        close = _tool(self, "x", self.tr("Close the search (Esc)"))
        close.clicked.connect(self.close_search)
        row.addWidget(close)
        self.hide()

    def open(self) -> None:
        """Show it, ready to type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_search(self) -> None:
        """Hide it and mark nothing."""
        self.field.clear()
        self.hide()
        self.closed.emit()

    def show_count(self, number: int, of: int) -> None:
        """Show which of the finds is in front."""
        text = self.tr("{n} of {all}").format(n=number, all=of) if of else self.tr("none")
        self._count.setText(text if self.field.text() else "")

    @property
    def count(self) -> str:
        """What it says."""
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_search()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)


def _tool(parent: QWidget, name: str, text: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("kind", "quiet")
    button.setIcon(icon(name))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
