"""The line numbers beside an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import tokens

if TYPE_CHECKING:
    from app.ui.composer.json_editor import JsonEditor


class LineNumbers(QWidget):
    """Belongs to a :class:`JsonEditor`, which tells it when to move. GUI thread."""

    def __init__(self, editor: JsonEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def width_wanted(self) -> int:
        """Return the room for as many digits as the last number has, at least two."""
        digits = max(2, len(str(self._editor.blockCount())))
        return 16 + digits * self._editor.fontMetrics().horizontalAdvance("9")

    def sizeHint(self) -> QSize:
        return QSize(self.width_wanted(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(event.rect(), t.raised)
        painter.setFont(self._editor.font())
        line = self._editor.fontMetrics().height()
        current = self._editor.textCursor().blockNumber()
        for number, top in self._editor.visible_lines():
            wrong = number + 1 == self._editor.error_line
            color = t.error if wrong else t.text if number == current else t.muted
            place = QRect(0, top, self.width() - 8, line)
            if wrong:
                painter.fillRect(QRect(0, top, self.width(), line), t.error_soft)
            painter.setPen(color)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number + 1))
