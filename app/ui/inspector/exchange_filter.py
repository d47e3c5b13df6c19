"""Which rows are seen: the chips and the text, over the model without copying it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from app.ui.inspector.exchange_model import ExchangeModel
from app.ui.inspector.row import Category, Row

Choice = Literal["all", "api", "webhook", "event", "error", "pinned"]


class ExchangeFilter(QSortFilterProxyModel):
    """All rows that fit the chip and have every word of the text. GUI thread."""

    def __init__(self, model: ExchangeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._choice: Choice = "all"
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    @property
    def is_on(self) -> bool:
        """Whether anything may be hidden."""
        return self._choice != "all" or bool(self._words)

    def choose(self, choice: Choice) -> None:
        """Show one kind of rows."""
        if choice != self._choice:
            with self._filter_change():
                self._choice = choice

    def seek(self, text: str) -> None:
        """Show rows with every word of ``text`` in them, bodies included, in any case."""
        words = tuple(text.lower().split())
        if words != self._words:
            with self._filter_change():
                self._words = words

    def is_pinned(self, row: Row) -> bool:
        """Whether the user wants to keep ``row`` in sight."""
        return row.record.seq in self._model.pinned

    def row(self, number: int) -> Row:
        """Return the visible row at ``number``."""
        return self._model.row(self.mapToSource(self.index(number, 0)).row())

    def number_of(self, seq: int) -> int | None:
        """Return the visible row of the record ``seq``, ``None`` where it is hidden or gone."""
        number = self._model.number_of(seq)
        if number is None:
            return None
        shown = self.mapFromSource(self._model.index(number, 0))
        return shown.row() if shown.isValid() else None

    @contextmanager
    def _filter_change(self) -> Iterator[None]:
        """Judge the rows anew afterwards; Qt 6.10 has another way for it than those before."""
        modern = hasattr(self, "endFilterChange")
        if modern:
            self.beginFilterChange()
        yield
        if modern:
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:
            self.invalidateRowsFilter()

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        row = self._model.row(source_row)
        if self._choice == "error":
            if not row.is_error:
                return False
        elif self._choice == "pinned":
            if row.record.seq not in self._model.pinned:
                return False
        elif self._choice != "all" and row.category is not Category(self._choice):
            return False
        return all(row.contains(word) for word in self._words)
