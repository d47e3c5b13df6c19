"""The headers of a message; what gives access is hidden until asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.theme import SPACE, icon

SECRET: Final = ("authorization", "cookie", "set-cookie")
"""Those that the control plane redacts too. A bot under test may send its real token for Graph,
which should not get into a screenshot by accident."""

MOST_ROWS: Final = 6


def mask(value: str) -> str:
    """Return a secret with its scheme and last four characters left."""
    scheme, space, secret = value.rpartition(" ")
    tail = secret[-4:] if len(secret) > 12 else ""
    return f"{scheme}{space}••••••••{tail}"


class HeadersView(QWidget):
    """A folded table of headers. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers: Sequence[tuple[str, str]] = ()
        self._fold = QPushButton(self)
        self._fold.setProperty("kind", "quiet")
        self._fold.setCheckable(True)
        self._fold.setStyleSheet("padding-left: 2px;")
        self._fold.toggled.connect(self._show)
        self._reveal = QPushButton(icon("eye"), self.tr("Show secrets"), self)
        self._reveal.setProperty("kind", "quiet")
        self._reveal.setCheckable(True)
        self._reveal.setAccessibleName(self.tr("Show secret header values"))
        self._reveal.toggled.connect(self._show)
        self._table = _Table(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._fold)
        bar.addStretch(1)
        bar.addWidget(self._reveal)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE // 2)
        outer.addLayout(bar)
        outer.addWidget(self._table)

    def show_headers(self, headers: Sequence[tuple[str, str]]) -> None:
        """Show ``headers``; folded or not, as it was, and secrets hidden again."""
        self._headers = headers
        self._reveal.setChecked(False)
        self._show()

    def unfold(self, *, unfolded: bool) -> None:
        """Show the table, or only the number of headers."""
        self._fold.setChecked(unfolded)

    def values(self) -> list[tuple[str, str]]:
        """Return what the table shows."""
        items = [self._table.topLevelItem(i) for i in range(self._table.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    def _show(self) -> None:
        unfolded = self._fold.isChecked() and bool(self._headers)
        count = len(self._headers)
        self._fold.setText(self.tr("Headers ({n})").format(n=count))
        self._fold.setIcon(icon("caret-down" if unfolded else "caret-right"))
        self._fold.setEnabled(count > 0)
        self._table.setVisible(unfolded)
        has_secret = any(name.lower() in SECRET for name, _ in self._headers)
        self._reveal.setVisible(unfolded and has_secret)
        self._reveal.setIcon(icon("eye-slash" if self._reveal.isChecked() else "eye"))
        self._table.clear()
        for name, value in self._headers:
            hidden = name.lower() in SECRET and not self._reveal.isChecked()
            item = QTreeWidgetItem([name, mask(value) if hidden else value])
            item.setToolTip(1, "" if hidden else value)
            self._table.addTopLevelItem(item)
        rows = min(max(len(self._headers), 1), MOST_ROWS)
        self._table.setFixedHeight(rows * max(self._table.sizeHintForRow(0), 22) + 4)


class _Table(QTreeWidget):
    """Two columns; Ctrl+C copies the current line as it stands in a request."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Headers"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(fonts.ui(fonts.SMALL))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and item is not None:
            QGuiApplication.clipboard().setText(f"{item.text(0)}: {item.text(1)}")
            return
        super().keyPressEvent(event)
