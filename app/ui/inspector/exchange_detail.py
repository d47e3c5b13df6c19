"""The detail under the list: Summary, Request, Response or Data, Timing and Ledger of one entry."""

from __future__ import annotations

import json
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.runtime.records import Record
from app.ui.inspector.json_view import JsonView
from app.ui.inspector.ledger_view import LedgerView
from app.ui.inspector.message_view import MessageView
from app.ui.inspector.summary_view import SummaryView
from app.ui.inspector.timing_view import TimingView
from app.ui.theme import SPACE, icon


class ExchangeDetail(QWidget):
    """GUI thread."""

    edit_wanted = Signal(str, str, str)
    """Method, path and body of a request that the user wants to send again, edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Detail"))
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
        self._edit = QPushButton(icon("pencil-simple"), self.tr("Edit and resend"), self)
        self._edit.setProperty("kind", "quiet")
        self._edit.setToolTip(self.tr("Open this request in the composer"))
        self._edit.clicked.connect(self._edit_clicked)
        self.request.body.add_action(self._edit)
        hint = QLabel(self.tr("Choose an entry to see what it means."), self)
        hint.setProperty("role", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(hint)
        self._stack.addWidget(self.tabs)

    def show_record(
        self,
        record: Record | None,
        call_created: datetime | None = None,
        trigger: Record | None = None,
    ) -> None:
        """Show ``record`` (``None``: nothing chosen); the tab in front stays, where it can."""
        self._record = record
        self._stack.setCurrentIndex(0 if record is None else 1)
        if record is None:
            return
        exchange = record.exchange
        wire = exchange is not None
        shown = self.tabs.currentWidget()
        for page, visible in ((1, wire), (2, wire), (3, not wire)):
            self.tabs.setTabVisible(page, visible)
        self._edit.setVisible(
            exchange is not None and exchange.kind == "api" and exchange.method != "GET"
        )
        self.summary.show_record(record, call_created)
        self.timing.show_record(record, call_created, trigger)
        self.ledger.show_record(record)
        if exchange is not None:
            self.request.show_request(exchange)
            self.response.show_response(exchange)
        else:
            self.data.show_body(json.dumps(record.data, ensure_ascii=False))
        if not self.tabs.isTabVisible(self.tabs.indexOf(shown)):
            self.tabs.setCurrentIndex(0)

    def _padded(self, inner: QWidget) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(inner)
        return page

    def _edit_clicked(self) -> None:
        exchange = self._record.exchange if self._record is not None else None
        if exchange is not None:
            self.edit_wanted.emit(exchange.method, exchange.url, exchange.request_body)
