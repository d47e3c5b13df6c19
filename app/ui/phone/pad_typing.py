"""Typing on the keyboard as on the pad, wherever the focus is, unless it is in a text field.

Done with shortcuts of the window: Qt asks the widget with the focus first whether it wants a key
for itself (``ShortcutOverride``), and text fields do. An event filter would have to know them all.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

SYMBOLS: Final = "0123456789*#+"
LETTERS: Final = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999", strict=True))
"""The digit above which each letter stands (ITU-T E.161)."""
SHIFTED: Final = "*#+"
"""Made with Shift on many keyboards; not every platform takes that off."""


def digit_of(text: str) -> str | None:
    """Return the digit of the pad for a letter, ``None`` for anything else."""
    return LETTERS.get(text.upper()) if len(text) == 1 else None


class PadTyping(QObject):
    """Listens in the window of ``panel``."""

    typed = Signal(str)
    """A digit, ``*``, ``#`` or ``+``, from the main row or the number pad; once however long the
    key is held."""
    erased = Signal()
    """Backspace; repeats."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        ways = [(symbol, symbol) for symbol in SYMBOLS]
        ways += [(f"Shift+{symbol}", symbol) for symbol in SHIFTED]
        for keys, symbol in ways:
            shortcut = _shortcut(panel, QKeySequence(keys))
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda symbol=symbol: self.typed.emit(symbol))
        backspace = _shortcut(panel, QKeySequence(Qt.Key.Key_Backspace))
        backspace.activated.connect(self.erased)


def _shortcut(panel: QWidget, keys: QKeySequence) -> QShortcut:
    shortcut = QShortcut(keys, panel)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    return shortcut
