"""The buttons below the pad: Call or Hang up, Mute, Hold; Accept, Decline, Busy while it rings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.ui import theme
from app.ui.current_call import is_live, rings
from app.ui.phone.push_to_talk import KEYS as TALK_KEYS

MUTE_KEYS: Final = "Ctrl+Shift+M"
HANG_UP_KEYS: Final = "Ctrl+Shift+H"
ACCEPT_KEYS: Final = "Ctrl+Shift+A"
"""All as in Microsoft Teams."""
HOLD_KEYS: Final = "Ctrl+Shift+L"
"""As long as nobody knows one better; Teams has none."""

NARROW: Final = "padding-left: 3px; padding-right: 3px; font-size: 12px;"
"""Three buttons have to fit."""


class CallButtons(QWidget):
    """Shows what can be done with the call; says what is wanted."""

    call = Signal()
    accept = Signal()
    decline = Signal()
    busy = Signal()
    hang_up = Signal()
    mute = Signal(bool)
    hold = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._live = self._rings = False
        self.main = QPushButton()
        self.main.setIconSize(QSize(20, 20))
        self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.main.clicked.connect(self._pressed)
        self.declined = QPushButton(
            theme.icon("phone-disconnect-fill", "on_action"), self.tr("Decline")
        )
        self.declined.setProperty("kind", "hangUp")
        self.declined.setIconSize(QSize(20, 20))
        self.declined.setStyleSheet(NARROW)
        self.declined.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.declined.setToolTip(self.tr("Decline the call ({keys})").format(keys=HANG_UP_KEYS))
        self.declined.clicked.connect(self.decline)
        self.busied = QPushButton(self.tr("Busy"))
        self.busied.setMinimumHeight(44)
        self.busied.setStyleSheet(NARROW)
        self.busied.setToolTip(self.tr("Let the bot hear that this phone is busy"))
        self.busied.clicked.connect(self.busy)
        self.muted = QPushButton()
        self.muted.setCheckable(True)
        self.muted.setMinimumHeight(44)
        self.muted.setMinimumWidth(88)
        self.muted.setStyleSheet(NARROW)
        self.muted.setIconSize(QSize(18, 18))
        self.muted.setAccessibleName(self.tr("Mute"))
        self.muted.setToolTip(
            self.tr(
                "Mute: the bot hears silence, and its timers go on ({keys}). While muted, hold "
                "{talk} to be heard."
            ).format(keys=MUTE_KEYS, talk=TALK_KEYS)
        )
        self.muted.clicked.connect(self.mute)
        self.held = QPushButton()
        self.held.setCheckable(True)
        self.held.setMinimumHeight(44)
        self.held.setMinimumWidth(78)
        self.held.setStyleSheet(NARROW)
        self.held.setIconSize(QSize(18, 18))
        self.held.setAccessibleName(self.tr("Hold"))
        self.held.setToolTip(
            self.tr(
                "Hold: no sound either way, operations and their timers stand still, and the bot "
                "is told ({keys})"
            ).format(keys=HOLD_KEYS)
        )
        self.held.clicked.connect(self.hold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.main, 1)
        row.addWidget(self.declined, 1)
        row.addWidget(self.busied)
        row.addWidget(self.muted)
        row.addWidget(self.held)
        for keys, slot in (
            (MUTE_KEYS, self.muted.click),
            (HOLD_KEYS, self.held.click),
            (HANG_UP_KEYS, self._hang_up_by_key),
            (ACCEPT_KEYS, self._accept_by_key),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.show_call(None, ready=False, dialling=False)

    def show_call(self, call: CallSnapshot | None, *, ready: bool, dialling: bool) -> None:
        """Show what can be done; ``ready``: the local Graph is up, ``dialling``: asked for."""
        self._live, self._rings = is_live(call), rings(call)
        if self._rings:
            self._show_main(self.tr("Accept"), "phone-incoming-fill", "call")
            self.main.setToolTip(
                self.tr("Accept the call (Enter, {keys})").format(keys=ACCEPT_KEYS)
            )
        elif self._live:
            self._show_main(self.tr("Hang up"), "phone-disconnect-fill", "hangUp")
            self.main.setToolTip(self.tr("Hang up ({keys})").format(keys=HANG_UP_KEYS))
        else:
            text = self.tr("Calling…") if dialling else self.tr("Call")
            self._show_main(text, "phone-fill", "call")
            self.main.setToolTip("" if ready else self.tr("The local Graph is starting…"))
        self.main.setEnabled(self._live or (ready and not dialling))
        self.declined.setVisible(self._rings)
        self.busied.setVisible(self._rings)
        self.muted.setVisible(not self._rings)
        muted = self._live and call is not None and call.engine.muted
        self.muted.setEnabled(self._live)
        self.muted.setChecked(muted)
        self.muted.setText(self.tr("Muted") if muted else self.tr("Mute"))
        self._show_icon(self.muted, "microphone-slash-fill", "microphone", lit=muted)
        held = call is not None and call.engine.state is CallState.HOLD
        established = call is not None and call.engine.state is CallState.ESTABLISHED
        self.held.setVisible(held or established)
        self.held.setChecked(held)
        self.held.setText(self.tr("Resume") if held else self.tr("Hold"))
        self._show_icon(self.held, "play-fill", "pause", lit=held)

    def _show_icon(self, button: QPushButton, on: str, off: str, *, lit: bool) -> None:
        if button.property("shown") != lit:
            button.setProperty("shown", lit)
            button.setIcon(theme.icon(on, "accent") if lit else theme.icon(off))

    def _show_main(self, text: str, icon: str, kind: str) -> None:
        if self.main.text() == text and self.main.property("kind") == kind:
            return
        self.main.setText(text)
        self.main.setIcon(theme.icon(icon, "on_action"))
        theme.set_variant(self.main, "kind", kind)

    def _pressed(self) -> None:
        if self._rings:
            self.accept.emit()
        else:
            (self.hang_up if self._live else self.call).emit()

    def _accept_by_key(self) -> None:
        if self._rings:
            self.accept.emit()

    def _hang_up_by_key(self) -> None:
        if self._rings:
            self.decline.emit()
        elif self._live:
            self.hang_up.emit()
