"""What the operation card says while there is no operation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.icon_label import IconLabel


class EmptyOperation(QWidget):
    """Teaches what will be seen here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon = IconLabel("record", "muted", 40)
        title = QLabel(self.tr("No recording yet"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Press Call. When the bot sends recordResponse, its phases and timers run here, "
                "and one sentence says why it ended."
            )
        )
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
