"""The phone in a window of its own, in front of all others: for demos beside other programs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme


class FloatingPhone(QWidget):
    """Takes the phone out of ``home`` and puts it back, first, when it is closed. GUI thread."""

    changed = Signal(bool)
    """Whether the phone floats now."""

    def __init__(self, phone: QWidget, home: QHBoxLayout) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(phone.window(), flags)
        self._phone = phone
        self._home = home
        self.setWindowTitle(self.tr("Phone"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.SPACE] * 4)

    @property
    def floats(self) -> bool:
        """Whether the phone is here."""
        return self._column.count() > 0

    def toggle(self) -> None:
        """Take the phone out, or put it back."""
        if self.floats:
            self.close()
            return
        height = self._phone.height()
        self._column.addWidget(self._phone)
        self.resize(self._phone.width() + 2 * theme.SPACE, height)
        self.show()
        self.changed.emit(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.floats:
            self._home.insertWidget(0, self._phone)
            self._phone.show()
            self.changed.emit(False)
        super().closeEvent(event)
