"""The two buttons below the pad: Call / Hang up, and Mute."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.ui import theme

MUTE_KEYS = "Ctrl+Shift+M"
HANG_UP_KEYS = "Ctrl+Shift+H"
"""Both as in Microsoft Teams."""


class CallButtons(QWidget):
    """Shows what can be done with the call; says what is wanted."""

    call = Signal()
    hang_up = Signal()
    mute = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._live = False
        self.main = QPushButton()
        self.main.setIconSize(QSize(20, 20))
        self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main.clicked.connect(self._pressed)
        self.muted = QPushButton()
        self.muted.setCheckable(True)
        self.muted.setMinimumHeight(44)
        self.muted.setMinimumWidth(104)
        self.muted.setIconSize(QSize(20, 20))
        self.muted.setAccessibleName(self.tr("Mute"))
        self.muted.setToolTip(
            self.tr("Mute: the bot hears silence, and its timers go on ({keys})").format(
                keys=MUTE_KEYS
            )
        )
        self.muted.clicked.connect(self.mute)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.main, 1)
        row.addWidget(self.muted)
        QShortcut(QKeySequence(MUTE_KEYS), self).activated.connect(self.muted.click)
        QShortcut(QKeySequence(HANG_UP_KEYS), self).activated.connect(self._hang_up_by_key)
        self.show_call(None, ready=False, dialling=False)

    def show_call(self, call: CallSnapshot | None, *, ready: bool, dialling: bool) -> None:
        """Show what can be done; ``ready``: the local Graph is up, ``dialling``: asked for."""
        self._live = call is not None and call.engine.state is not CallState.TERMINATED
        if self._live:
            self._show_main(self.tr("Hang up"), "phone-disconnect-fill", "hangUp")
            self.main.setToolTip(self.tr("Hang up ({keys})").format(keys=HANG_UP_KEYS))
        else:
            text = self.tr("Calling…") if dialling else self.tr("Call")
            self._show_main(text, "phone-fill", "call")
            self.main.setToolTip("" if ready else self.tr("The local Graph is starting…"))
        self.main.setEnabled(self._live or (ready and not dialling))
        muted = self._live and call is not None and call.engine.muted
        self.muted.setEnabled(self._live)
        self.muted.setChecked(muted)
        self.muted.setText(self.tr("Muted") if muted else self.tr("Mute"))
        if self.muted.property("shown") != muted:
            self.muted.setProperty("shown", muted)
            self.muted.setIcon(
                theme.icon("microphone-slash-fill", "accent") if muted else theme.icon("microphone")
            )

    def _show_main(self, text: str, icon: str, kind: str) -> None:
        if self.main.text() == text and self.main.property("kind") == kind:
            return
        self.main.setText(text)
        self.main.setIcon(theme.icon(icon, "on_action"))
        theme.set_variant(self.main, "kind", kind)

    def _pressed(self) -> None:
        (self.hang_up if self._live else self.call).emit()

    def _hang_up_by_key(self) -> None:
        if self._live:
            self.hang_up.emit()
