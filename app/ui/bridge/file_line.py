"""A line for the path of a file, with a button that looks for it."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.ui.theme import SPACE, icon


class FileLine(QWidget):
    """GUI thread."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.browse = QToolButton(self)
        self.browse.setIcon(icon("folder-open"))
        text = self.tr("Choose a file: {name}").format(name=name)
        self.browse.setAccessibleName(text)
        self.browse.setToolTip(text)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)

    @property
    def path(self) -> str:
        """What is written there."""
        return self.line.text().strip()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._name)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
