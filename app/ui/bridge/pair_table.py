"""Which simulated id stands for which real one: the user sees it, adds to it, takes away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.theme import SPACE, icon

Pairs = tuple[tuple[str, str], ...]


class PairTable(QWidget):
    """GUI thread. Says what is wanted; shows what it is told."""

    added = Signal(str, str)
    """Simulated and real id."""
    removed = Signal(str)
    """Simulated id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Simulated id"), self.tr("Real id")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setFont(fonts.mono(11))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.tr("Pairs of simulated and real ids"))
        self.table.setMinimumHeight(96)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.simulated, self.real = QLineEdit(self), QLineEdit(self)
        for line, text in (
            (self.simulated, self.tr("Simulated id")),
            (self.real, self.tr("Real id")),
        ):
            line.setPlaceholderText(text)
            line.setAccessibleName(text)
            line.setFont(fonts.mono(11))
        self.put = QPushButton(icon("plus"), self.tr("Set"), self)
        self.put.clicked.connect(lambda: self.added.emit(self.simulated.text(), self.real.text()))
        self.take = QPushButton(icon("trash"), self.tr("Remove"), self)
        self.take.setEnabled(False)
        self.take.clicked.connect(lambda: self.removed.emit(self._selected()))
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        for part in (self.simulated, self.real, self.put, self.take):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_pairs(self, pairs: Pairs) -> None:
        """Show ``pairs``, the newest first."""
        if pairs == self.pairs():
            return
        selected = self._selected()
        self.table.clearSelection()
        self.table.setRowCount(len(pairs))
        for number, pair in enumerate(reversed(pairs)):
            for column, text in enumerate(pair):
                self.table.setItem(number, column, QTableWidgetItem(text))
            if selected and pair[0] == selected:
                self.table.selectRow(number)  # rows move when pairs come

    def pairs(self) -> Pairs:
        """Return what is shown, the oldest first."""
        rows = range(self.table.rowCount() - 1, -1, -1)
        return tuple((self._text(row, 0), self._text(row, 1)) for row in rows)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()

    def _selected(self) -> str:
        """Return the simulated id of the selected row, empty without one."""
        rows = self.table.selectionModel().selectedRows()
        return self._text(rows[0].row(), 0) if rows else ""

    def _chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self.take.setEnabled(bool(rows))
        if rows:
            self.simulated.setText(self._text(rows[0].row(), 0))
            self.real.setText(self._text(rows[0].row(), 1))
