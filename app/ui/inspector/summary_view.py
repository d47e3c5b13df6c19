"""The Summary tab: the entry in plain words, and its few figures."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.runtime.records import HttpExchange, Record
from app.ui import fonts
from app.ui.accessible import set_role
from app.ui.inspector import formats
from app.ui.inspector.exchange_row import status_words
from app.ui.inspector.explain import explain
from app.ui.inspector.facts import Facts
from app.ui.inspector.wire import is_composed
from app.ui.theme import SPACE, icon


class SummaryView(QScrollArea):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What it means"))
        set_role(self, QAccessible.Role.Grouping)
        page = QWidget(self)
        self.headline = _label(page)
        self.headline.setFont(fonts.ui(fonts.TITLE, bold=True))
        self.sentences = _label(page)
        self.remedy = _label(page)
        self._remedy_box = self._make_remedy_box(page)
        self.facts = Facts(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE + SPACE // 2, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.headline)
        layout.addWidget(self.sentences)
        layout.addWidget(self._remedy_box)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        self.setWidget(page)
        # The card shines through; both would fill themselves with the window's ground.
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_record(self, record: Record, call_created: datetime | None) -> None:
        """Explain ``record``."""
        said = explain(record)
        self.headline.setText(said.headline)
        self.sentences.setText("\n".join(said.sentences))
        self.sentences.setVisible(bool(said.sentences))
        self.remedy.setText(said.remedy)
        self._remedy_box.setVisible(bool(said.remedy))
        self.facts.show_facts(self._facts(record, call_created))
        self.verticalScrollBar().setValue(0)

    def _facts(self, record: Record, call_created: datetime | None) -> list[tuple[str, str]]:
        exchange = record.exchange
        began = record.at if exchange is None else exchange.started
        when = formats.clock_time(began)
        if call_created is not None:
            in_call = formats.call_time((began - call_created).total_seconds())
            when = self.tr("{time} of the call, at {clock}").format(time=in_call, clock=when)
        facts = [(self.tr("When"), when)]
        if exchange is not None:
            status = self.tr("none") if exchange.status is None else status_words(exchange.status)
            facts += [
                (self.tr("Sent by"), self._sender(exchange)),
                (self.tr("Status"), status),
                (self.tr("Took"), formats.duration(exchange.seconds)),
            ]
        return [
            *facts,
            (self.tr("Call"), record.call_id or ""),
            (self.tr("Operation"), record.operation_id or ""),
            (self.tr("Record"), self.tr("no. {n}, {kind}").format(n=record.seq, kind=record.kind)),
        ]

    def _sender(self, exchange: HttpExchange) -> str:
        if exchange.direction == "out":
            bridged = exchange.kind == "bridge"
            return self.tr("the bridge") if bridged else self.tr("the simulator")
        if exchange.kind == "webhook":
            return self.tr("the real Graph, or somebody who claims to be it")
        return self.tr("the composer") if is_composed(exchange) else self.tr("the bot")

    def _make_remedy_box(self, page: QWidget) -> QFrame:
        box = QFrame(page)
        box.setProperty("well", True)
        bulb = QLabel(box)
        bulb.setPixmap(icon("lightbulb", "warn").pixmap(16, 16))
        layout = QHBoxLayout(box)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(bulb, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.remedy, 1)
        return box


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
