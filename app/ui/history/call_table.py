"""The list of kept calls."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.runtime.saved_calls import CallInfo
from app.ui.inspector import formats

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    BEGAN = 0
    LASTED = 1
    NUMBER = 2
    BOT = 3
    ENDED = 4


WIDTHS = {Column.BEGAN: 166, Column.LASTED: 70, Column.NUMBER: 110, Column.BOT: 170}


class CallModel(QAbstractTableModel):
    """``run`` names this run: its calls are marked. GUI thread."""

    def __init__(self, run: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._calls: list[CallInfo] = []

    def show_calls(self, calls: Sequence[CallInfo]) -> None:
        """Show ``calls``, in this order."""
        self.beginResetModel()
        self._calls = list(calls)
        self.endResetModel()

    def call(self, row: int) -> CallInfo:
        """Return the call in ``row``."""
        return self._calls[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._calls)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        call, column = self._calls[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(call, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return call.bot_url if column is Column.BOT else self._text(call, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.LASTED:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.BEGAN: self.tr("Began"),
            Column.LASTED: self.tr("Lasted"),
            Column.NUMBER: self.tr("Number"),
            Column.BOT: self.tr("Bot"),
            Column.ENDED: self.tr("Operations ended"),
        }[Column(section)]

    def _text(self, call: CallInfo, column: Column) -> str:
        match column:
            case Column.BEGAN:
                local = call.started.astimezone()
                mark = " ●" if self._run and call.run == self._run else ""
                return f"{local:%Y-%m-%d %H:%M:%S}{mark}"
            case Column.LASTED:
                return "–" if call.seconds is None else formats.length(call.seconds)
            case Column.NUMBER:
                placed = self.tr("bot called") if call.direction == "outgoing" else ""
                return call.number or placed or "–"
            case Column.BOT:
                return call.bot_url.partition("://")[2].partition("?")[0] or call.bot_url
            case Column.ENDED:
                return ", ".join(call.reasons) or "–"


class CallTable(QTableView):
    """Shows the model; the calls that are selected are what the buttons mean."""

    open_wanted = Signal(object)
    """The :class:`CallInfo` that the user wants to see."""
    delete_wanted = Signal()
    selected = Signal()

    def __init__(self, model: CallModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Kept calls"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")  # as the header's
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.ENDED, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(lambda index: self.open_wanted.emit(model.call(index.row())))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        model.modelReset.connect(self.selected)

    def chosen(self) -> list[CallInfo]:
        """Return the selected calls, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._calls.call(row) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
