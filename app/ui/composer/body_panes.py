"""Form and JSON of a body, side by side; where there is no room, one at a time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.ui.composer.body_form import BodyForm
from app.ui.composer.json_editor import JsonEditor
from app.ui.theme import SPACE

NARROW: Final = 520
"""Below this width the two take turns."""


class BodyPanes(QWidget):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = BodyForm(self)
        self.editor = JsonEditor(self)
        self._narrow: bool | None = None
        well = QFrame(self)
        well.setProperty("well", True)
        inside = QVBoxLayout(well)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.form)
        self._panes = (well, self.editor)
        self._switch = QWidget(self)
        self._chips = QButtonGroup(self)
        chips = QHBoxLayout(self._switch)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(SPACE // 2)
        for number, text in enumerate((self.tr("Form"), self.tr("JSON"))):
            chip = QPushButton(text, self._switch)
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setProperty("kind", "chip")
            self._chips.addButton(chip, number)
            chips.addWidget(chip)
        chips.addStretch(1)
        self._chips.idClicked.connect(self._arrange)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("composer")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(SPACE)
        for pane in self._panes:
            self._splitter.addWidget(pane)
        self._splitter.setSizes([300, 300])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self._switch)
        column.addWidget(self._splitter, 1)
        self._fit()

    def show_json(self) -> None:
        """Bring the JSON to the front, where the two take turns."""
        self._chips.button(1).setChecked(True)
        self._arrange()

    def show_form(self) -> None:
        """Bring the form to the front, where the two take turns."""
        self._chips.button(0).setChecked(True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self, _: int = 0) -> None:
        self._switch.setVisible(bool(self._narrow))
        for number, pane in enumerate(self._panes):
            pane.setVisible(not self._narrow or self._chips.checkedId() == number)
