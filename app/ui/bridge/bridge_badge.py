"""The badge in the header: red, with mode and target, while requests leave this machine."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridging import BridgeMode
from app.runtime.clock import SystemClock
from app.runtime.ports import Clock
from app.ui import theme
from app.ui.bridge.bridge_words import mode_meaning, mode_name, token_end, waiting

TICK_MS: Final = 500
"""Between two looks at a countdown."""

EXPIRY_MS: Final = 30_000


class BridgeBadge(QToolButton):
    """GUI thread. Always there, so that it can be pressed; quiet while the bridge is off."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._view = BridgeView()
        self.setIconSize(QSize(18, 18))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show)
        self.clicked.connect(self.wanted)
        self._show()

    def show_view(self, view: BridgeView) -> None:
        """Show how the bridge stands."""
        self._view = view
        self._show()

    def _show(self) -> None:
        view, now = self._view, self._clock.now()
        off = view.mode is BridgeMode.OFF
        hold = waiting(view, now)
        parts = [f"{mode_name(view.mode)} → {view.name}", hold, token_end(view, now)]
        text = self.tr("Bridge to a real Graph: off") if off else " · ".join(filter(None, parts))
        # The token's end is for the tool tip: the header has no room for it.
        self.setText("" if off else " · ".join(filter(None, parts[:2])))
        self.setAccessibleName(text)
        self.setToolTip(f"{text}\n{mode_meaning(view.mode)}")
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if off else style.ToolButtonTextBesideIcon)
        kind = "quiet" if off else "bridge"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setIcon(theme.icon("arrows-left-right", "text" if off else "on_action"))
            self.style().unpolish(self)
            self.style().polish(self)
        if off:
            self._timer.stop()
        else:
            self._timer.start(TICK_MS if hold else EXPIRY_MS)
