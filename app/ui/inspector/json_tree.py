"""A body as a tree that folds, is searched, and gives value, path and JSON of a line away."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeView, QWidget

from app.ui import fonts
from app.ui.inspector.json_delegate import JsonDelegate
from app.ui.inspector.json_model import JsonModel
from app.ui.inspector.json_nodes import Node, Path, count, find
from app.ui.theme import icon

UNFOLDED: Final = 400
"""Nodes up to which everything is unfolded; of larger bodies only the first level
is, where it holds no more than that."""


class JsonTree(QTreeView):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = {}
        self._found: list[Path] = []
        self._at = -1
        self.nodes = JsonModel(self)
        self.setModel(self.nodes)
        self.setAccessibleName(self.tr("JSON"))
        self.setFont(fonts.mono())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QTreeView { background: transparent; }")
        self.setItemDelegate(JsonDelegate(self))
        self.header().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def show_value(self, value: Any) -> None:
        """Show a JSON value, an object or an array."""
        self._value, self._found, self._at = value, [], -1
        self.nodes.show(value)
        if count(value, UNFOLDED + 1) <= UNFOLDED:
            self.expandAll()
        elif self.nodes.rowCount() <= UNFOLDED:
            for row in range(self.nodes.rowCount()):
                index = self.nodes.index(row, 0)
                if self.nodes.rowCount(index) <= UNFOLDED:
                    self.expand(index)

    def seek(self, text: str) -> int:
        """Mark every line with ``text`` in its name or value, go to the first; return how many."""
        self._found, self._at = find(self._value, text), -1
        self.nodes.mark(self._found)
        self.step(1)
        return len(self._found)

    def step(self, by: int) -> int:
        """Go ``by`` finds on, round and round; return the number of that one, from 1 (0: none)."""
        if not self._found:
            return 0
        self._at = (self._at + by) % len(self._found) if self._at >= 0 else 0
        index = self.nodes.at(self._found[self._at])
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return self._at + 1

    @property
    def node(self) -> Node:
        """The current line; the whole where there is none."""
        return self.nodes.node(self.currentIndex())

    def copy_value(self) -> None:
        """Copy the value of the current line, a text without quotes."""
        QGuiApplication.clipboard().setText(self.node.plain())

    def copy_path(self) -> None:
        """Copy where the current line stands, as JSONPath."""
        QGuiApplication.clipboard().setText(self.node.path)

    def copy_json(self) -> None:
        """Copy the current line and what is below as JSON."""
        QGuiApplication.clipboard().setText(self.node.pretty())

    def make_menu(self) -> QMenu:
        """Return what can be done with the current line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, keys, slot in (
            ("copy", self.tr("Copy value"), "Ctrl+C", self.copy_value),
            ("copy", self.tr("Copy path"), "Ctrl+Shift+C", self.copy_path),
            ("code", self.tr("Copy JSON"), "", self.copy_json),
            ("", "", "", None),
            ("caret-down", self.tr("Unfold all"), "", self.expandAll),
            ("caret-right", self.tr("Fold all"), "", self.collapseAll),
        ):
            if slot is None:
                menu.addSeparator()
                continue
            action = menu.addAction(icon(name), f"{text}\t{keys}" if keys else text)
            action.triggered.connect(slot)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == both:
            self.copy_path()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """The search field searches."""

    def _open_menu(self, place: QPoint) -> None:
        self.make_menu().popup(self.viewport().mapToGlobal(place))
