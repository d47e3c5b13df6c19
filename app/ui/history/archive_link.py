"""Feeds the inspector with a saved call, in the place of the core: it can be read and not done
again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.runtime.records import Record
from app.settings import Settings


class ArchiveLink(QObject):
    """What the inspector asks of :class:`app.ui.core_link.CoreLink`. GUI thread."""

    record_added = Signal(object)
    settings_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, count: int, parent: QObject | None = None) -> None:
        """``count`` records will be shown."""
        super().__init__(parent)
        self.settings = Settings().set("journal.maxRecords", min(1_000_000, max(100, count)))

    def show_records(self, records: Sequence[Record]) -> None:
        """Show ``records``, oldest first."""
        for record in records:
            self.record_added.emit(record)

    def replay(self, record: Record) -> None:
        """Refused: the call is over, and its secrets are gone."""
        self.refused.emit(
            self.tr("A saved call cannot be replayed: edit and resend its request (D) instead.")
        )
