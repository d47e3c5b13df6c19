"""Names and values under each other; values can be selected and copied, empty ones are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.theme import SPACE


class Facts(QWidget):
    """A few lines (labels are reused, never one for each row of a list). GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show ``facts`` (name, value) in place of those before."""
        shown = [(name, value) for name, value in facts if value]
        while len(self._lines) < len(shown):
            self._add_line()
        for number, (name_label, value_label) in enumerate(self._lines):
            used = number < len(shown)
            name, value = shown[number] if used else ("", "")
            name_label.setText(name)
            value_label.setText(value)
            value_label.setAccessibleName(f"{name}: {value}")
            name_label.setVisible(used)
            value_label.setVisible(used)

    def texts(self) -> dict[str, str]:
        """Return what is shown, by name."""
        return {name.text(): value.text() for name, value in self._lines if not name.isHidden()}

    def _add_line(self) -> None:
        name, value = QLabel(self), QLabel(self)
        name.setProperty("role", "small")
        name.setFont(fonts.ui(fonts.SMALL))
        value.setFont(fonts.ui(fonts.SMALL, tabular=True))
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = len(self._lines)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._lines.append((name, value))
