"""The keys of the window at a glance (F1 or ?)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts, theme
from app.ui.accessible import set_role
from app.ui.presenters.shortcut_text import Group, groups


class ShortcutSheet(QDialog):
    """Shown beside the window, never modal; Esc closes it. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Keys"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(2 * theme.SPACE)
        left, right = QVBoxLayout(), QVBoxLayout()
        for number, group in enumerate(groups()):
            (left if number < 2 else right).addWidget(_card(group))
        for column in (left, right):
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open_beside(self) -> None:
        """Show it in front."""
        self.show()
        self.raise_()
        self.activateWindow()


def _card(group: Group) -> QWidget:
    card = QFrame()
    card.setProperty("card", True)
    card.setAccessibleName(group.title)
    set_role(card, QAccessible.Role.Grouping)
    grid = QGridLayout(card)
    grid.setContentsMargins(12, 10, 12, 10)
    grid.setHorizontalSpacing(2 * theme.SPACE)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    title = QLabel(group.title)
    title.setProperty("role", "title")
    grid.addWidget(title, 0, 0, 1, 2)
    for row, (keys, text) in enumerate(group.rows, 1):
        key = QLabel(keys)
        key.setFont(fonts.mono())
        key.setProperty("ink", "accent")
        grid.addWidget(key, row, 0)
        grid.addWidget(QLabel(text), row, 1)
    return card
