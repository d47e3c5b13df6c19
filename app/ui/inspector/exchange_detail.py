"""The detail under the list: Summary, Request, Response or Data, Timing and Ledger of one entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.runtime.records import Record
from app.ui.accessible import set_role
from app.ui.bridge.compare_view import CompareView, has_comparison
from app.ui.inspector.difference_view import DifferenceView
from app.ui.inspector.exchange_actions import ExchangeActions, can_edit, can_replay
from app.ui.inspector.json_view import JsonView
from app.ui.inspector.ledger_view import LedgerView
from app.ui.inspector.message_view import LEAST, MessageView
from app.ui.inspector.summary_view import SummaryView
from app.ui.inspector.timing_view import TimingView
from app.ui.short_room import ShortRoom
from app.ui.theme import SPACE, icon

CORNER: Final = 460
"""Below this width the tabs need all of it; menu and keys do the same."""


TIGHT: Final = "QTabBar::tab { padding: 7px 6px; margin-right: 0; font-size: 12px; }"


class ExchangeDetail(QWidget):
    """GUI thread."""

    recording_wanted = Signal(str)
    """The id of the operation whose recording the user wants to hear."""

    def __init__(self, actions: ExchangeActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._record: Record | None = None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Detail"))
        set_role(self.tabs, QAccessible.Role.Grouping)
        self.summary = SummaryView(self)
        self.request = MessageView(self)
        self.response = MessageView(self)
        self.data = JsonView(self)
        self.timing = TimingView(self)
        self.ledger = LedgerView(self)
        self.tabs.addTab(self.summary, self.tr("Summary"))
        self.tabs.addTab(self.request, self.tr("Request"))
        self.tabs.addTab(self.response, self.tr("Response"))
        self.tabs.addTab(self._padded(self.data), self.tr("Data"))
        self.tabs.addTab(self.timing, self.tr("Timing"))
        self.tabs.addTab(self.ledger, self.tr("Ledger"))
        self.compare = CompareView(self)
        self.tabs.addTab(self.compare, self.tr("Compare"))
        self.response.body.recording_wanted.connect(lambda: self._do(self._want_recording))
        self._make_corner()
        self.pair = DifferenceView(self)
        hint = QLabel(self.tr("Choose an entry to see what it means."), self)
        hint.setProperty("role", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(hint)
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.pair)

    def show_record(
        self,
        record: Record | None,
        call_created: datetime | None = None,
        trigger: Record | None = None,
    ) -> None:
        """Show ``record`` (``None``: nothing chosen); the tab in front stays, where it can."""
        record = None if record is None else record.whole()
        self._record = record
        self._stack.setCurrentIndex(0 if record is None else 1)
        if record is None:
            return
        exchange = record.exchange
        wire = exchange is not None
        shown = self.tabs.currentWidget()
        for page, visible in ((1, wire), (2, wire), (3, not wire)):
            self.tabs.setTabVisible(page, visible)
        self.replay.setEnabled(can_replay(record))
        self.edit.setEnabled(can_edit(record))
        self.copy.setEnabled(wire)
        self.summary.show_record(record, call_created)
        self.timing.show_record(record, call_created, trigger)
        self.ledger.show_record(record)
        if exchange is not None:
            self.request.show_request(exchange)
            self.response.show_response(exchange)
        else:
            self.data.show_body(json.dumps(record.data, ensure_ascii=False))
        compared = has_comparison(record)
        self.tabs.setTabVisible(self.tabs.indexOf(self.compare), compared)
        if compared:
            self.compare.show_record(record)
        if not self.tabs.isTabVisible(self.tabs.indexOf(shown)):
            self.tabs.setCurrentIndex(0)

    def _padded(self, inner: QWidget) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(inner)
        return ShortRoom(page, LEAST)

    def show_pair(self, left: Record, right: Record) -> None:
        """Compare two records."""
        self.pair.show_pair(left.whole(), right.whole())
        self._stack.setCurrentWidget(self.pair)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < CORNER
        self._corner.setVisible(not narrow)
        style = TIGHT if narrow else ""
        if self.tabs.styleSheet() != style:
            self.tabs.setStyleSheet(style)

    def _make_corner(self) -> None:
        """Beside the tabs: what can be done with the entry."""
        self._corner = QWidget(self.tabs)
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        self.replay = _tool("arrow-clockwise", self.tr("Replay (R)"))
        self.replay.clicked.connect(lambda: self._do(self._actions.replay))
        self.edit = _tool("pencil-simple", self.tr("Edit and resend (D)"))
        self.edit.clicked.connect(lambda: self._do(self._actions.edit))
        self.copy = _tool("copy", self.tr("Copy as…"))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.copy)
        menu.aboutToShow.connect(self._fill_copies)
        self.copy.setMenu(menu)
        for button in (self.replay, self.edit, self.copy):
            row.addWidget(button)
        self.tabs.setCornerWidget(self._corner, Qt.Corner.TopRightCorner)

    def _want_recording(self, record: Record) -> None:
        self.recording_wanted.emit(record.operation_id or "")

    def _fill_copies(self) -> None:
        menu = self.copy.menu()
        menu.clear()
        self._do(lambda record: self._actions.add_copies(menu, record))

    def _do(self, action: Callable[[Record], None]) -> None:
        if self._record is not None:
            action(self._record)


def _tool(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setIcon(icon(name))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
