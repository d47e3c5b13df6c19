"""Paints a line of the JSON tree: the name in one colour, the value in that of its kind."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import fonts
from app.ui.inspector.json_model import JsonModel, colors
from app.ui.theme import tokens

LINE: Final = 18
"""Pixels of a line."""
PADDING: Final = 3


class JsonDelegate(QStyledItemDelegate):
    """For views over a :class:`JsonModel`. GUI thread."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, LINE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        node = cast(JsonModel, index.model()).node(index)
        name_color, value_color = colors(node)
        rect = option.rect
        marked = index.data(Qt.ItemDataRole.BackgroundRole)
        painter.save()
        if marked is not None:
            painter.fillRect(rect, marked)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens().accent_soft)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        font = fonts.mono()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for text, color in ((f"{node.key}: ", name_color), (node.text, value_color)):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.setPen(color)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
            inner.setLeft(inner.left() + metrics.horizontalAdvance(shown))
        painter.restore()
