"""The caption of the presentation: what happens, in large letters, and the keys that drive it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.ui import fonts
from app.ui.presenters import shortcut_text as keys

CAPTION: Final = 24
"""Pixels: readable from the last row, at the distance of six times the picture's height."""


class Caption(QFrame):
    """A card with one sentence. GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setFont(fonts.ui(CAPTION, bold=True))
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setMinimumHeight(2 * CAPTION)
        self._told.setAccessibleName(self.tr("Caption"))
        hint = QLabel(
            self.tr("{demo} demo · {reset} back to the start · {present} leave").format(
                demo=keys.DEMO, reset=keys.RESET, present=keys.PRESENT
            )
        )
        hint.setProperty("role", "small")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(self._told, 1)
        column.addWidget(hint)

    def text(self) -> str:
        """Return the sentence."""
        return self._told.text()

    def tell(self, text: str) -> None:
        """Show another one."""
        self._told.setText(text)
