"""The list's model: journal records as rows, only ever added at the end, bounded at the front."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.runtime.records import Record
from app.ui.inspector import formats
from app.ui.inspector.row import Row
from app.ui.inspector.rows import build_row
from app.ui.inspector.wire import short_ids

Index = QModelIndex | QPersistentModelIndex

SLACK: Final = 0.05
"""Share of the limit by which the list may exceed it, so that rows leave in blocks: taking one out
for each that arrives would move the whole list each time."""


class Column(IntEnum):
    TIME = 0
    DIRECTION = 1
    NAME = 2
    SUMMARY = 3
    STATUS = 4
    SIZE = 5
    DURATION = 6
    CALL = 7
    OPERATION = 8


class ExchangeModel(QAbstractTableModel):
    """``limit`` is the number of records kept, ``most`` the characters of their bodies,
    ``most_on_disk`` of those on the disk: the bounds of the journal. GUI thread."""

    def __init__(
        self,
        limit: int = 10_000,
        parent: QObject | None = None,
        *,
        most: int = 200_000_000,
        most_on_disk: int = 1_000_000_000,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._most = most
        self._most_on_disk = most_on_disk
        self._weight = self._weight_on_disk = 0
        self._rows: list[Row] = []
        self._created: dict[str, datetime] = {}
        self._last_seq = 0
        self.pinned: set[int] = set()
        """The numbers of records that the user wants to keep in sight."""
        self.errors = 0
        """How many rows there are that the Errors chip shows."""

    def set_limit(self, limit: int, most: int, most_on_disk: int) -> None:
        """Keep so much from the next addition on."""
        self._limit, self._most, self._most_on_disk = limit, most, most_on_disk

    def append(self, records: Sequence[Record]) -> None:
        """Add records, oldest first; one that is known already is not added again."""
        fresh = [record for record in records if record.seq > self._last_seq]
        if not fresh:
            return
        self._last_seq = fresh[-1].seq
        rows = [self._row(record) for record in fresh]
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.errors += sum(row.is_error for row in rows)
        self._weight += sum(record.weight for record in fresh)
        self._weight_on_disk += sum(record.weight_on_disk for record in fresh)
        self.endInsertRows()
        excess = self._excess()
        if excess:
            self.beginRemoveRows(QModelIndex(), 0, excess - 1)
            gone = self._rows[:excess]
            self.errors -= sum(row.is_error for row in gone)
            self.pinned -= {row.record.seq for row in gone}
            self._weight -= sum(row.record.weight for row in gone)
            self._weight_on_disk -= sum(row.record.weight_on_disk for row in gone)
            del self._rows[:excess]
            self.endRemoveRows()

    def _excess(self) -> int:
        """Return how many of the oldest rows have to go."""
        count = len(self._rows) - self._limit
        excess = count if count > self._limit * SLACK else 0
        weight, on_disk = self._weight, self._weight_on_disk
        slack = 1 + SLACK
        if weight > self._most * slack or on_disk > self._most_on_disk * slack:
            for number, row in enumerate(self._rows[:-1], start=1):
                weight -= row.record.weight
                on_disk -= row.record.weight_on_disk
                if weight <= self._most and on_disk <= self._most_on_disk:
                    return max(excess, number)
            return len(self._rows) - 1
        return excess

    def row(self, number: int) -> Row:
        """Return the row at ``number``."""
        return self._rows[number]

    def pin(self, seq: int) -> bool:
        """Pin the record ``seq``, or unpin it; says whether it is pinned now."""
        self.pinned ^= {seq}
        number = self.number_of(seq)
        if number is not None:
            first, last = self.index(number, 0), self.index(number, len(Column) - 1)
            self.dataChanged.emit(first, last)
        return seq in self.pinned

    def number_of(self, seq: int) -> int | None:
        """Return the row of the record ``seq``, ``None`` where it is not kept."""
        number = bisect_left(self._rows, seq, key=lambda row: row.record.seq)
        found = number < len(self._rows) and self._rows[number].record.seq == seq
        return number if found else None

    def call_created(self, record: Record) -> datetime | None:
        """Return when the call of ``record`` began; for one without a call (a refused request,
        say) the newest call there was then."""
        if record.call_id is not None:
            return self._created.get(record.call_id)
        earlier = (created for created in self._created.values() if created <= record.at)
        return max(earlier, default=None)

    def trigger(self, record: Record) -> Record | None:
        """Return the event that ``record``, a webhook, tells the bot about: the last one before it
        of the same call and, for an operation's, of the same operation."""
        if record.exchange is None or record.exchange.kind != "webhook":
            return None
        for row in reversed(self._rows):
            other = row.record
            if (
                other.seq < record.seq
                and other.exchange is None
                and other.at <= record.exchange.started
                and other.call_id == record.call_id
                and record.operation_id in (None, other.operation_id)
            ):
                return other
        return None

    def _row(self, record: Record) -> Row:
        if record.call_id is not None and record.kind == "callCreated":
            self._created[record.call_id] = record.at
        return build_row(record, self.call_created(record))

    # -- Qt's questions ----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, Column(index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (Column.SIZE, Column.DURATION):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.TIME:
            return self.tr("Time since the call was dialled")
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.DIRECTION:
            return self.tr("Seen from the simulator: out to the bot, in from the bot")
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.SIZE:
            return self.tr("Of both bodies")
        return None

    def _titles(self) -> dict[Column, str]:
        return {
            Column.TIME: self.tr("Time"),
            Column.DIRECTION: self.tr("Way"),
            Column.NAME: self.tr("Request or event"),
            Column.SUMMARY: self.tr("What"),
            Column.STATUS: self.tr("Status"),
            Column.SIZE: self.tr("Size"),
            Column.DURATION: self.tr("Took"),
            Column.CALL: self.tr("Call"),
            Column.OPERATION: self.tr("Operation"),
        }

    def _text(self, row: Row, column: Column) -> str:
        match column:
            case Column.TIME:
                return row.time
            case Column.DIRECTION:
                return row.direction
            case Column.NAME:
                return f"{row.verb} {row.name}".lstrip()
            case Column.SUMMARY:
                return row.summary
            case Column.STATUS:
                return row.badge
            case Column.SIZE:
                return row.size
            case Column.DURATION:
                return row.duration
            case Column.CALL:
                return short_ids(row.record.call_id or "")
            case Column.OPERATION:
                return short_ids(row.record.operation_id or "")

    def _tip(self, row: Row, column: Column) -> str:
        match column:
            case Column.TIME:
                began = row.record.exchange.started if row.record.exchange else row.record.at
                return formats.clock_time(began)
            case Column.NAME | Column.SUMMARY:
                exchange = row.record.exchange
                return f"{exchange.method} {exchange.url}" if exchange else row.summary
            case Column.CALL:
                return row.record.call_id or ""
            case Column.OPERATION:
                return row.record.operation_id or ""
            case _:
                return self._spoken(row, column)

    def _spoken(self, row: Row, column: Column) -> str:
        if column is Column.DIRECTION:
            return {
                "in": self.tr("from the bot"),
                "out": self.tr("to the bot"),
                "": self.tr("event"),
            }[row.direction]
        text = self._text(row, column)
        if column is Column.NAME and row.record.seq in self.pinned:
            return self.tr("{name}, pinned").format(name=text)
        return text
