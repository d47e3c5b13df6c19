"""The button that opens the recent calls: one is chosen to be called again."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.runtime.calls import CallSnapshot
from app.ui import theme
from app.ui.current_call import is_live
from app.ui.phone.recent_calls import RecentCall, RecentCalls
from app.ui.presenters.call_text import ending

REDIAL_KEYS: Final = "Ctrl+Shift+R"


class RecentMenu(QToolButton):
    """Lists calls as they come; GUI thread."""

    chosen = Signal(object)
    """A :class:`RecentCall` whose number and bot are to be taken over."""
    redial = Signal(object)
    """The one that is to be called again at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = RecentCalls()
        self.setProperty("kind", "quiet")
        self.setIcon(theme.icon("clock-counter-clockwise", "muted"))
        self.setIconSize(QSize(20, 20))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setAccessibleName(self.tr("Recent calls"))
        self.setToolTip(
            self.tr("Recent calls; {keys} calls the last one again").format(keys=REDIAL_KEYS)
        )
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        QShortcut(QKeySequence(REDIAL_KEYS), self).activated.connect(self._redial)

    def note(self, call: CallSnapshot, number: str, bot: str) -> None:
        """Keep ``call``; ``number`` and ``bot`` are what was typed for it."""
        why = "" if is_live(call) else ending(call.result, call.direction)
        self.recent.put(RecentCall(call.id, number, bot, call.direction, call.created, why))

    def fill(self) -> None:
        """Show what there is now."""
        menu = self.menu()
        menu.clear()
        last = self.recent.last_dialled
        if last is None and not self.recent.calls:
            menu.addAction(self.tr("No calls yet")).setEnabled(False)
            return
        if last is not None:
            again = menu.addAction(
                theme.icon("phone-outgoing"),
                self.tr("Call {name} again").format(name=self._name(last)) + f"\t{REDIAL_KEYS}",
            )
            again.triggered.connect(self._redial)
            menu.addSeparator()
        for call in self.recent.calls:
            icon = "phone-outgoing" if call.direction == "incoming" else "phone-incoming"
            action = menu.addAction(theme.icon(icon), self._line(call))
            action.setToolTip(call.bot or self.tr("Practice bot"))
            action.triggered.connect(lambda _=False, call=call: self.chosen.emit(call))
        menu.addSeparator()
        menu.addAction(theme.icon("trash"), self.tr("Clear the list"), self.recent.clear)

    def _redial(self) -> None:
        if self.recent.last_dialled is not None:
            self.redial.emit(self.recent.last_dialled)

    def _name(self, call: RecentCall) -> str:
        return call.number or urlsplit(call.bot).netloc or self.tr("the practice bot")

    def _line(self, call: RecentCall) -> str:
        at = call.at.astimezone()
        today = at.date() == QDate.currentDate().toPython()
        when = f"{at:%H:%M}" if today else f"{at:%Y-%m-%d %H:%M}"
        parts = [when, self._name(call)]
        if call.number and call.bot:
            parts.append(urlsplit(call.bot).netloc)
        if call.ending:
            parts.append(call.ending)
        return " · ".join(parts).replace("&", "&&")
