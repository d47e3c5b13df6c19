"""A label for a number that changes many times a second."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class SteadyLabel(QLabel):
    """Its size is that of its text, fixed: a new number of the same width leaves the layout of
    the window alone. For fonts with tabular digits. GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())

    def setText(self, text: str) -> None:
        super().setText(text)
        size = self.sizeHint()
        if size != self.minimumSize():
            self.setFixedSize(size)
