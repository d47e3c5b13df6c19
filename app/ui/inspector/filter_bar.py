"""The chips and the text field over the list."""

from __future__ import annotations

from typing import Final, get_args

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.ui.accessible import make_search
from app.ui.inspector.exchange_filter import Choice
from app.ui.theme import SPACE, icon

NARROW: Final = 540
"""Below this width the field has a line of its own."""


class FilterBar(QWidget):
    """Emits what to show; keeps no rows. GUI thread."""

    choice_changed = Signal(str)
    """A :data:`Choice`."""
    text_changed = Signal(str)
    export_wanted = Signal(object)
    """Where on the screen the choice of what to export belongs."""
    left = Signal()
    """The user is done with the text field and wants the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = QButtonGroup(self)
        self._chips.setExclusive(True)
        chips = QHBoxLayout()
        chips.setSpacing(SPACE // 2)
        for number in range(len(get_args(Choice))):
            chip = QPushButton(self)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.setStyleSheet("padding-left: 8px; padding-right: 8px;")
            self._chips.addButton(chip, number)
            chips.addWidget(chip)
        chips.addStretch(1)
        self.field = QLineEdit(self)
        # The icons in the field are tool buttons; the sheet's size of those would displace them.
        self.field.setStyleSheet("QToolButton { min-height: 0; padding: 0; border: none; }")
        make_search(self.field)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(chips, 1)
        self.export = QPushButton(icon("export"), "", self)
        self.export.setProperty("kind", "quiet")
        self.export.setStyleSheet("padding-left: 6px; padding-right: 6px;")
        line = QHBoxLayout()
        line.setSpacing(SPACE // 2)
        line.addWidget(self.field, 1)
        line.addWidget(self.export)
        self._layout.addLayout(line, 1)
        self._label()
        self._chips.button(0).setChecked(True)
        self.set_pinned(0)
        self._chips.idClicked.connect(self._clicked)
        self.field.textChanged.connect(self.text_changed)
        self.field.installEventFilter(self)
        self.export.clicked.connect(self._ask_for_export)
        # A field with the focus keeps the key to itself, so this never takes a typed slash.
        slash = QShortcut(QKeySequence(Qt.Key.Key_Slash), self)
        slash.setContext(Qt.ShortcutContext.WindowShortcut)
        slash.activated.connect(self.focus_field)

    def focus_field(self) -> None:
        """Put the cursor into the text field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Show everything again."""
        self._chips.button(0).click()
        self.field.clear()

    def choose(self, choice: Choice) -> None:
        """Press the chip of ``choice``."""
        self._chips.button(get_args(Choice).index(choice)).click()

    def set_errors(self, count: int) -> None:
        """Show how many errors there are on their chip."""
        chip = self._chips.button(get_args(Choice).index("error"))
        chip.setText(self.tr("Errors {n}").format(n=count) if count else self.tr("Errors"))

    def set_pinned(self, count: int) -> None:
        """Show how many rows are pinned; without any there is nothing to choose."""
        chip = self._chips.button(get_args(Choice).index("pinned"))
        chip.setText(self.tr("Pinned {n}").format(n=count))
        chip.setVisible(count > 0)
        if not count and chip.isChecked():
            self.choose("all")

    # -- inside ------------------------------------------------------------------------------

    def _label(self) -> None:
        names: dict[Choice, str] = {
            "all": self.tr("All"),
            "api": self.tr("API"),
            "webhook": self.tr("Webhooks"),
            "event": self.tr("Events"),
            "error": self.tr("Errors"),
            "pinned": self.tr("Pinned"),
        }
        for number, choice in enumerate(get_args(Choice)):
            chip = self._chips.button(number)
            chip.setText(names[choice])
            chip.setAccessibleName(self.tr("Show: {what}").format(what=names[choice]))
        self.export.setAccessibleName(self.tr("Export"))
        self.export.setToolTip(self.tr("Export a call or entries: HAR, report, case, JSON lines"))
        self.field.setPlaceholderText(self.tr("Filter: path, text, 8514 …    /"))
        self.field.setAccessibleName(self.tr("Filter the list by text"))
        self.field.setToolTip(
            self.tr("Every word has to occur, in the row or in a body. Press / to get here.")
        )

    def _ask_for_export(self) -> None:
        self.export_wanted.emit(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _clicked(self, number: int) -> None:
        self.choice_changed.emit(get_args(Choice)[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < NARROW
        self._layout.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:
                self.field.clear()
                self.left.emit()
                return True
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
