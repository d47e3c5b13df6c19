"""The pad of twelve keys (ITU-T E.161: layout and letters)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.accessible import set_role
from app.ui.phone.key_button import KeyButton

LETTERS: Final = {
    "1": "",
    "2": "ABC",
    "3": "DEF",
    "4": "GHI",
    "5": "JKL",
    "6": "MNO",
    "7": "PQRS",
    "8": "TUV",
    "9": "WXYZ",
    "*": "",
    "0": "+",
    "#": "",
}
"""In reading order; below the zero stands what holding it means."""

COLUMNS: Final = 3


class Keypad(QWidget):
    """Says which key went down, at once; ``held`` says that the last one meant another symbol."""

    key_down = Signal(str)
    held = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Dial pad"))
        set_role(self, QAccessible.Role.Grouping)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.keys: dict[str, KeyButton] = {}
        for index, (symbol, letters) in enumerate(LETTERS.items()):
            key = KeyButton(symbol, letters, "+" if symbol == "0" else None, self)
            key.key_down.connect(self.key_down)
            key.held.connect(self.held)
            grid.addWidget(key, index // COLUMNS, index % COLUMNS)
            self.keys[symbol] = key

    def flash(self, symbol: str) -> None:
        """Light up the key of ``symbol``, if the pad has it."""
        key = self.keys.get(symbol)
        if key is not None:
            key.flash()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left.value: -1,
            Qt.Key.Key_Right.value: 1,
            Qt.Key.Key_Up.value: -COLUMNS,
            Qt.Key.Key_Down.value: COLUMNS,
        }.get(event.key())
        keys = list(self.keys.values())
        here = next((i for i, key in enumerate(keys) if key.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = here + step
        same_row = abs(step) > 1 or there // COLUMNS == here // COLUMNS
        if 0 <= there < len(keys) and same_row:
            keys[there].setFocus(Qt.FocusReason.TabFocusReason)
