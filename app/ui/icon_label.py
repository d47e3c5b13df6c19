"""An icon that stands by itself, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.icons import draw_icon


class IconLabel(QWidget):
    """Says nothing to a screen reader: the text beside it does."""

    def __init__(
        self, name: str, color: str = "text", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setFixedSize(size, size)

    @property
    def icon(self) -> tuple[str, str]:
        """Name and colour as shown."""
        return self._name, self._color

    def show_icon(self, name: str, color: str) -> None:
        """Show the icon ``name`` in the token ``color``."""
        if (name, color) != (self._name, self._color):
            self._name, self._color = name, color
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = getattr(theme.tokens(), self._color)
        draw_icon(painter, QRectF(self.rect()), self._name, color)
        painter.end()
