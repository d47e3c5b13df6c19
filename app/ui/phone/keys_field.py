"""Keys for a call, typed before they are sent: long codes, with pauses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.runtime.dial_string import key_symbols
from app.ui import theme
from app.ui.accessible import set_role


class KeysField(QWidget):
    """A field and its button, which sends, or stops what is being sent."""

    send = Signal(str)
    stop = Signal()
    refused = Signal(str)
    """What was typed cannot be sent; the text says why."""

    def __init__(self) -> None:
        super().__init__()
        self._live = False
        self._waiting = ""
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("12,34#"))
        self.text.setAccessibleName(self.tr("Keys to send"))
        self.text.setToolTip(
            self.tr("0-9 * # A-D; a comma waits 2 s, w half a second. Enter sends, in a call.")
        )
        self.text.returnPressed.connect(self._act)
        self.text.textChanged.connect(lambda _: self._show())
        self.button = QToolButton()
        self.button.setProperty("kind", "quiet")
        self.button.setIconSize(QSize(18, 18))
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.text)
        set_role(self, QAccessible.Role.Grouping)
        self._show()

    def show_call(self, *, live: bool, waiting: str) -> None:
        """``live``: keys can be sent now; ``waiting`` is what has not been sent yet."""
        if (live, waiting) != (self._live, self._waiting):
            self._live, self._waiting = live, waiting
            self._show()

    def _act(self) -> None:
        if self._waiting:
            self.stop.emit()
            return
        if not self._live or not self.text.text().strip():
            return
        try:
            key_symbols(self.text.text())
        except ValueError as error:
            self.refused.emit(str(error))
            return
        self.send.emit(self.text.text())
        self.text.clear()

    def _show(self) -> None:
        sending = bool(self._waiting)
        name = self.tr("Stop sending keys") if sending else self.tr("Send the keys")
        self.button.setIcon(theme.icon("stop-fill" if sending else "paper-plane-tilt"))
        self.button.setAccessibleName(name)
        self.button.setToolTip(name if self._live else self.tr("Send the keys (in a call)"))
        self.button.setEnabled(sending or (self._live and bool(self.text.text().strip())))
