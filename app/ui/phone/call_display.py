"""The display of the phone: number, state, talking time, and what was keyed."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.ui import fonts, theme
from app.ui.icon_label import IconLabel
from app.ui.phone.recent_menu import RecentMenu
from app.ui.presenters.call_text import caller_name, describe, recorded, talk_time
from app.ui.steady_label import SteadyLabel

KEYS_SHOWN: Final = 24
"""As many as fit below the state."""
_END: Final = Qt.TextElideMode.ElideLeft


class CallDisplay(QFrame):
    """Shows what it is told; says when the number is to lose its last symbol."""

    erase = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("well", True)
        self._text = describe(None)
        self._number = QLabel()
        self._number.setFont(fonts.ui(22, bold=True, tabular=True))
        self._number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._number.setMinimumHeight(30)
        self._erase = QToolButton()
        self._erase.setProperty("kind", "quiet")
        self._erase.setIcon(theme.icon("backspace", "muted"))
        self._erase.setIconSize(QSize(20, 20))
        self._erase.setAutoRepeat(True)
        self._erase.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._erase.setAccessibleName(self.tr("Erase the last digit"))
        self._erase.setToolTip(self.tr("Erase the last digit (Backspace)"))
        self._erase.clicked.connect(self.erase)
        policy = self._erase.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._erase.setSizePolicy(policy)
        self._icon = IconLabel(self._text.icon, self._text.color)
        self._state = QLabel()
        self._state.setFont(fonts.ui(14, bold=True))
        self._timer = SteadyLabel()
        self._timer.setFont(fonts.ui(15, tabular=True))
        self._timer.setAccessibleDescription(self.tr("Talking time"))
        self._detail = QLabel()
        self._detail.setProperty("role", "small")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._recording = SteadyLabel()
        self._recording.setFont(fonts.ui(13, bold=True, tabular=True))
        theme.set_variant(self._recording, "ink", "error")
        self._recording.setAccessibleDescription(self.tr("Recorded time"))
        self._recording.hide()
        self.recent = RecentMenu()
        self._full_number = self._full_detail = ""
        self._lay_out()
        self.show_call(None, "", "")
        self._elide()

    def show_call(
        self, call: CallSnapshot | None, number: str, keys: str, callee: str = ""
    ) -> None:
        """Show ``call``, the ``number`` to be dialled, and the ``keys`` received.

        A call without a number shows ``callee``, or where it went.
        """
        live = call is not None and call.engine.state is not CallState.TERMINATED
        self._text = describe(call)
        self._state.setText(self._text.state)
        self._timer.setText(talk_time(call))
        self._show_recording(recorded(call))
        if live and call is not None:
            dialled = callee if call.direction == "incoming" else ""  # as the bot sees it
            number = call.number or dialled or urlsplit(call.bot_url).netloc
        self._show_number(number)
        self._erase.setVisible(not live and bool(number))
        self._show_detail(self._details(call, keys) if live else self._ended(call))
        self._icon.show_icon(self._text.icon, self._text.color)
        theme.set_variant(self._state, "ink", self._text.color)

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Number, state, time and detail as shown."""
        return self._full_number, self._state.text(), self._timer.text(), self._full_detail

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(2)
        number.addWidget(self._number, 1)
        number.addWidget(self._erase)
        number.addWidget(self.recent)
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._icon)
        state.addWidget(self._state)
        state.addStretch(1)
        state.addWidget(self._recording)
        state.addSpacing(6)
        state.addWidget(self._timer)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(number)
        column.addLayout(state)
        column.addWidget(self._detail)

    @property
    def recorded(self) -> str:
        """The recording timer as shown, empty while nothing is recorded."""
        return "" if self._recording.isHidden() else self._recording.text()

    def _show_recording(self, seconds: float | None) -> None:
        self._recording.setVisible(seconds is not None)
        if seconds is not None:
            self._recording.setText(f"● {int(seconds) // 60}:{int(seconds) % 60:02d}")

    def _show_number(self, number: str) -> None:
        if number == self._full_number:
            return
        self._full_number = number
        self._number.setAccessibleName(number or self.tr("No number"))
        self._elide()

    def _show_detail(self, detail: str) -> None:
        if detail != self._full_detail:
            self._full_detail = detail
            self._elide()

    def _ended(self, call: CallSnapshot | None) -> str:
        if call is None:
            return self.tr("Type one, or just press Call")
        return self._text.detail[:1].upper() + self._text.detail[1:]

    def _details(self, call: CallSnapshot | None, keys: str) -> str:
        if call is not None and call.keys_waiting:
            return self.tr("Sending: {keys}").format(keys=call.keys_waiting[:KEYS_SHOWN])
        if call is not None and call.engine.state is CallState.HOLD:
            return self.tr("No sound; the bot's timers stand still")
        if call is not None and call.engine.muted:
            return self.tr("Muted; the bot's timers go on")
        if keys:
            return self.tr("Keys: {keys}").format(keys=keys[-KEYS_SHOWN:])
        caller = "" if call is None else caller_name(call.caller)
        return self.tr("Caller: {name}").format(name=caller)

    def _elide(self) -> None:
        number, detail = self._full_number, self._full_detail
        metrics = self._number.fontMetrics()
        width = max(0, self._number.width())
        shown = number or self.tr("Number")
        # Of a number one types on at its end, of a name one reads the beginning.
        mode = Qt.TextElideMode.ElideRight if any(map(str.isalpha, shown)) else _END
        self._number.setText(metrics.elidedText(shown, mode, width))
        theme.set_variant(self._number, "ink", "" if number else "faint")
        metrics, width = self._detail.fontMetrics(), max(0, self._detail.width())
        self._detail.setText(metrics.elidedText(detail, Qt.TextElideMode.ElideMiddle, width))
