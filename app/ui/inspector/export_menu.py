"""What of the list can be exported: the call of an entry, or entries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from app.runtime.records import Record
from app.ui.inspector.exchange_list import ExchangeList


class ExportMenu(QObject):
    """Fills menus. GUI thread."""

    call_wanted = Signal(str)
    """The id of a call that is to be exported."""
    rows_wanted = Signal(object)
    """The records that are to be exported, oldest first."""

    def __init__(self, rows: ExchangeList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def fill(self, menu: QMenu) -> None:
        """Add to ``menu`` what can be exported now."""
        current = self._rows.record
        call_id = current.call_id if current is not None else None
        call = menu.addAction(self.tr("The call of this entry…"))
        call.setEnabled(call_id is not None)
        call.triggered.connect(lambda: self.call_wanted.emit(call_id))
        chosen, shown = self._rows.selected, self._rows.shown
        self._add(menu, self.tr("Selected entries ({n})…"), chosen)
        self._add(menu, self.tr("All entries shown ({n})…"), shown)

    def _add(self, menu: QMenu, words: str, records: Sequence[Record]) -> None:
        action = menu.addAction(words.format(n=len(records)))
        action.setEnabled(bool(records))
        action.triggered.connect(lambda: self.rows_wanted.emit(records))
