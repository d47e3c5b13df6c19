"""Qt's view of a JSON tree: a line for each member, with its colours for name and value."""

from __future__ import annotations

from typing import Any, Final, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.ui.inspector.json_nodes import Node, Path
from app.ui.theme import tokens

Index = QModelIndex | QPersistentModelIndex

TIP: Final = 2000


class JsonModel(QAbstractItemModel):
    """GUI thread. The members of the whole are at the top; a value alone stands there itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node({}, None, None, 0)
        self.marked: set[Path] = set()
        """The ways to the nodes that a search found."""

    def show(self, value: Any) -> None:
        """Show another value."""
        self.beginResetModel()
        self._root = Node(value, None, None, 0)
        self.marked = set()
        self.endResetModel()

    def mark(self, found: list[Path]) -> None:
        """Mark the nodes that a search found."""
        self.marked = set(found)
        self.layoutChanged.emit()

    def node(self, index: Index) -> Node:
        """Return the node at ``index``; the whole for an invalid one."""
        return cast(Node, index.internalPointer()) if index.isValid() else self._root

    def at(self, path: Path) -> QModelIndex:
        """Return the index of the node at ``path``."""
        index = QModelIndex()
        for row in path:
            index = self.index(row, 0, index)
        return index

    # -- Qt's questions ----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self.node(parent).children
        if not (0 <= row < len(children) and column == 0):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.node(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        node = self.node(parent)
        return node.is_folder and bool(node.value)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{node.key}: {node.text}"
        if role == Qt.ItemDataRole.BackgroundRole and self._path(node) in self.marked:
            return tokens().warn_soft
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(node.value, str):
            return node.value[:TIP]
        return None

    def _path(self, node: Node) -> Path:
        rows: list[int] = []
        while node.parent is not None:
            rows.append(node.row)
            node = node.parent
        return tuple(reversed(rows))


def colors(node: Node) -> tuple[QColor, QColor]:
    """Return the colours of a node's name and of its value."""
    t = tokens()
    name = t.muted if isinstance(node.key, int) else t.syntax_key
    match node.value:
        case bool() | None:
            return name, t.syntax_literal
        case str():
            return name, t.syntax_string
        case int() | float():
            return name, t.syntax_number
    return name, t.muted
