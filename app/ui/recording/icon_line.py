"""A line of small text behind an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme import SPACE, icon


class IconLine(QWidget):
    """A line of small text behind an icon; hidden until it has something to say."""

    def __init__(self, icon_name: str, role: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._mark.setFixedWidth(16)
        self.text = QLabel(self)
        self.text.setProperty("role", "small")
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self._icon = (icon_name, role)
        self.hide()

    def show_line(self, text: str, icon_name: str | None = None, role: str | None = None) -> None:
        """Show ``text``, with another icon and colour if given."""
        self._icon = (icon_name or self._icon[0], role or self._icon[1])
        self.redraw()
        self.text.setText(text)
        self.show()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme that holds now."""
        self._mark.setPixmap(icon(*self._icon).pixmap(14, 14))
