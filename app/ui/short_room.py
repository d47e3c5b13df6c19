"""What is taller than its place scrolls in it, in place of being squeezed until things overlap."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LEAST: Final = 120
"""Pixels of height below which nobody wants to scroll."""


class ShortRoom(QScrollArea):
    """Holds ``inside``; only where that needs more height there is a scroll bar. GUI thread.

    ``least`` is the height in pixels that it asks for itself.
    """

    def __init__(self, inside: QWidget, least: int = LEAST) -> None:
        super().__init__()
        self._inside = inside
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has it
        inside.setMinimumWidth(1)  # else it would be cut off where it is wider than the place
        self.setWidget(inside)
        # The ground of what it stands on shines through.
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        hint = self._inside.minimumSizeHint()
        return QSize(hint.width(), min(self._least, hint.height()))
