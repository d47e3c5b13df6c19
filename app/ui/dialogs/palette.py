"""The command palette (Ctrl+K): every action of the window by its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui import theme

SIZE: Final = QSize(520, 420)
_INDEX: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """``title`` is what it is found by, and ``also``; ``keys`` calls it too, ``run`` does it."""

    title: str
    run: Callable[[], object]
    keys: str = ""
    also: str = ""
    """Words that are not shown."""


class CommandPalette(QDialog):
    """Never modal. Typing filters, Enter runs, Esc closes. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("All commands"))
        self._commands: list[Command] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What is to be done?"))
        self.search.setAccessibleName(self.tr("Search commands"))
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.resize(SIZE)

    def offer(self, commands: Sequence[Command]) -> None:
        """Show ``commands``, in front and ready to type."""
        self._commands = list(commands)
        self.search.clear()
        self._seek("")
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    @property
    def titles(self) -> list[str]:
        """What is offered now, in order."""
        return [
            self._commands[self.list.item(i).data(_INDEX)].title for i in range(self.list.count())
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _seek(self, wanted: str) -> None:
        self.list.clear()
        words = wanted.casefold().split()
        for index, command in enumerate(self._commands):
            found_by = f"{command.title} {command.also}".casefold()
            if all(word in found_by for word in words):
                text = f"{command.title}    {command.keys}" if command.keys else command.title
                item = QListWidgetItem(text)
                item.setData(_INDEX, index)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command = self._commands[item.data(_INDEX)]
        self.close()
        command.run()
