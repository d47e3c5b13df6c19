"""The Ledger tab: what of an entry is documented, what was observed, and what is assumed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.graph.evidence import event_evidence, exchange_evidence
from app.graph.ledger import Entry, Evidence
from app.runtime.records import Record
from app.ui import fonts
from app.ui.accessible import set_role
from app.ui.theme import SPACE, set_variant

INK: Final[dict[Evidence, str]] = {"documented": "ok", "observed": "accent", "assumed": "warn"}


def evidence_of(record: Record) -> tuple[Entry, ...]:
    """Return the entries of the ledger that ``record`` rests on."""
    exchange = record.exchange
    if exchange is None:
        return event_evidence(record.kind, record.data)
    return exchange_evidence(
        exchange.kind,
        exchange.method,
        exchange.url,
        exchange.request_body,
        exchange.status,
        exchange.response_body,
    )


class LedgerView(QScrollArea):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is known of this, and how"))
        set_role(self, QAccessible.Role.Grouping)
        self._page = page = QWidget(self)
        self._intro = _label(page)
        self._intro.setProperty("role", "muted")
        self._cards: list[_Card] = []
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, SPACE + SPACE // 2, SPACE, SPACE)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._intro)
        self._column.addStretch(1)
        self.setWidget(page)
        # The card shines through; both would fill themselves with the window's ground.
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_record(self, record: Record) -> None:
        """Show what ``record`` rests on."""
        entries = evidence_of(record)
        self._intro.setText(self._introduction(entries))
        while len(self._cards) < len(entries):
            card = _Card(self._page)
            self._cards.append(card)
            self._column.insertWidget(len(self._cards), card)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(entries))
            if number < len(entries):
                card.show_entry(entries[number])
        self.verticalScrollBar().setValue(0)

    def texts(self) -> list[tuple[str, str, str, str]]:
        """Return subject, evidence, claim and source of what is shown."""
        return [card.words for card in self._cards if not card.isHidden()]

    def _introduction(self, entries: tuple[Entry, ...]) -> str:
        if not entries:
            return self.tr("Nothing here is in question: the ledger has no entry for it.")
        assumed = sum(entry.evidence == "assumed" for entry in entries)
        if not assumed:
            return self.tr("All of this is documented, or was observed on the real service.")
        return self.tr(
            "Nobody outside Microsoft knows what is marked as assumed: the real service may differ."
        )


class _Card(QFrame):
    """One entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("well", True)
        self._badge = QLabel(self)
        self._badge.setProperty("role", "badge")
        self._subject = _label(self)
        self._subject.setFont(fonts.mono())
        self._claim = _label(self)
        self._source = _label(self)
        self._source.setProperty("role", "small")
        self.words = ("", "", "", "")
        set_role(self, QAccessible.Role.Grouping)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._badge)
        head.addWidget(self._subject, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self._claim)
        column.addWidget(self._source)

    def show_entry(self, entry: Entry) -> None:
        """Show ``entry``."""
        names = {
            "documented": self.tr("documented"),
            "observed": self.tr("observed"),
            "assumed": self.tr("assumed"),
        }
        self._badge.setText(names[entry.evidence])
        set_variant(self._badge, "ink", INK[entry.evidence])
        self._subject.setText(entry.subject)
        self._claim.setText(entry.claim)
        self._source.setText(self.tr("Source: {source}").format(source=entry.source))
        self.words = (entry.subject, entry.evidence, entry.claim, entry.source)
        spoken = f"{names[entry.evidence]}: {entry.subject}. {entry.claim}"
        self.setAccessibleName(spoken)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
