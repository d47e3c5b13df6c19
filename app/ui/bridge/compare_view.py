"""The Compare tab: the simulator's answer and the real one, field by field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.runtime.records import Record
from app.ui import fonts
from app.ui.theme import SPACE, tokens


def has_comparison(record: Record | None) -> bool:
    """Whether both sides answered what ``record`` is about."""
    told = record.data.get("bridge") if record is not None else None
    return isinstance(told, dict) and "differences" in told


class CompareView(QWidget):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[dict[str, Any]] = []
        self.title = QLabel(self)
        self.title.setFont(fonts.ui(bold=True))
        self.title.setWordWrap(True)
        self.expected = QCheckBox(self.tr("Expected ones too"), self)
        self.expected.setToolTip(self.tr("Ids, times, addresses and tokens always differ"))
        self.expected.setChecked(True)
        self.expected.toggled.connect(self._fill)
        self.table = QTreeWidget(self)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.setHeaderLabels(
            [self.tr("Where"), self.tr("Kind"), self.tr("Simulated"), self.tr("Real")]
        )
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.expected)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_record(self, record: Record) -> None:
        """Show what the bridge found; ``record`` :func:`has_comparison`."""
        told = record.data["bridge"]
        self._found = list(told["differences"])
        counted = sum(1 for one in self._found if one["kind"] != "expected")
        words = (
            self.tr("{n} differences with {target}")
            if counted
            else self.tr("As the real service: {target}")
        )
        self.title.setText(words.format(n=counted, target=told.get("target", "")))
        self._fill()

    def rows(self) -> list[tuple[str, ...]]:
        """Return the cells as shown."""
        items = map(self.table.topLevelItem, range(self.table.topLevelItemCount()))
        return [tuple(item.text(n) for n in range(4)) for item in items if item is not None]

    def _fill(self) -> None:
        self.table.clear()
        kinds = {
            "expected": self.tr("expected"),
            "shape": self.tr("shape"),
            "value": self.tr("value"),
        }
        muted = QBrush(tokens().muted)
        for one in self._found:
            plain = one["kind"] == "expected"
            if plain and not self.expected.isChecked():
                continue
            cells = [one["where"], kinds[one["kind"]], one["simulated"], one["real"]]
            item = QTreeWidgetItem(cells)
            item.setFont(0, fonts.mono(11))
            for column, text in enumerate(cells):
                item.setToolTip(column, text)
                if plain:
                    item.setForeground(column, muted)
            if not plain:
                item.setForeground(1, QBrush(tokens().error))
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.table.addTopLevelItem(item)
