"""Two entries beside each other, field by field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
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
from app.ui.inspector.difference import Difference, differences
from app.ui.theme import SPACE, tokens

MOST: Final = 2_000
"""Fields that are shown; a list of many thousands would stop the window."""

LONGEST: Final = 500
"""Characters of a value that are shown; Ctrl+C takes all."""

WHOLE: Final = Qt.ItemDataRole.UserRole


class DifferenceView(QWidget):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[Difference] = []
        self.names: list[str] = []
        """What the two are called."""
        self.title = QLabel(self)
        self.title.setFont(fonts.ui(fonts.TITLE, bold=True))
        self.only = QCheckBox(self.tr("Differences only"), self)
        self.only.setChecked(True)
        self.only.toggled.connect(self._fill)
        self.table = _Table(self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_pair(self, left: Record, right: Record) -> None:
        """Compare two entries."""
        self._found = differences(left, right)
        self.names = [self.tr("no. {n}").format(n=record.seq) for record in (left, right)]
        self.table.setHeaderLabels([self.tr("Field"), *self.names])
        self._fill()

    def rows(self) -> list[tuple[str, str, str]]:
        """Return field and both values as shown."""
        found = []
        for number in range(self.table.topLevelItemCount()):
            section = self.table.topLevelItem(number)
            for row in range(section.childCount() if section is not None else 0):
                item = section.child(row) if section is not None else None
                if item is not None:
                    found.append((item.text(0), item.text(1), item.text(2)))
        return found

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "table"):
            self._fill()

    def _fill(self) -> None:
        t = tokens()
        differing = sum(found.differs for found in self._found)
        alike = len(self._found) - differing
        words = self.tr("{n} fields differ, {m} are alike") if differing else self.tr("All alike")
        self.title.setText(words.format(n=differing, m=alike))
        self.table.clear()
        sections: dict[str, QTreeWidgetItem] = {}
        shown = [f for f in self._found if f.differs or not self.only.isChecked()]
        if len(shown) > MOST:
            words = self.tr("{title}; the first {n} are shown")
            self.title.setText(words.format(title=self.title.text(), n=f"{MOST:,}"))
        for found in shown[:MOST]:
            if found.section not in sections:
                section = QTreeWidgetItem([found.section])
                section.setFirstColumnSpanned(True)
                section.setFont(0, fonts.ui(fonts.SMALL, bold=True))
                self.table.addTopLevelItem(section)
                sections[found.section] = section
            item = QTreeWidgetItem([found.name])
            for column, value in ((1, found.left), (2, found.right)):
                item.setText(column, _short(value or ""))
                item.setData(column, WHOLE, value or "")
                item.setToolTip(column, _short(value) if value else self.tr("not there"))
                if value is None:
                    item.setText(column, "–")
                if found.differs:
                    ground = t.error_soft if column == 1 else t.ok_soft
                    item.setBackground(column, ground)
            sections[found.section].addChild(item)
        self.table.expandAll()


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


class _Table(QTreeWidget):
    """Ctrl+C copies the current line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Differences"))
        self.setColumnCount(3)
        self.setFont(fonts.mono())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(12)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        for column in range(3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and item is not None:
            words = [item.text(0), item.data(1, WHOLE) or "", item.data(2, WHOLE) or ""]
            QGuiApplication.clipboard().setText("\t".join(words).rstrip())
            return
        super().keyPressEvent(event)
