"""What went wrong that nobody caught, in words that can be copied into a bug report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts, theme
from app.ui.icon_label import IconLabel
from app.unexpected import Crash

SIZE: Final = QSize(680, 440)
MOST: Final = 20
"""Errors whose details are shown; a fault that repeats all the time must not fill the memory."""


class CrashDialog(QDialog):
    """Shown beside the window, never modal: calls go on as far as they can. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setModal(False)
        self._crashes: list[Crash] = []
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setProperty("role", "title")
        self.kept = QLabel()
        self.kept.setWordWrap(True)
        self.kept.setTextInteractionFlags(self.kept.textInteractionFlags().TextSelectableByMouse)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFont(fonts.mono())
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setAccessibleName(self.tr("Details"))
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy details"))
        self.copy.clicked.connect(self._copy)
        self.folder = QPushButton(theme.icon("folder-open"), self.tr("Open folder"))
        self.folder.clicked.connect(self._open_folder)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.resize(SIZE)

    def tell(self, crash: Crash) -> None:
        """Show ``crash``, together with what went wrong before."""
        if len(self._crashes) < MOST:
            self._crashes.append(crash)
            self._show()
        self.show()
        self.raise_()

    def _show(self) -> None:
        first, count = self._crashes[0], len(self._crashes)
        more = self.tr(" (and {n} more)").format(n=count - 1) if count > 1 else ""
        self.summary.setText(f"{first.summary}{more}")
        reports = dict.fromkeys(str(one.report) for one in self._crashes if one.report)
        if reports:
            where = self.tr("A report, with the records of the calls and without secrets, is in ")
            self.kept.setText(where + ", ".join(reports))
        else:
            self.kept.setText(self.tr("No report could be written: please copy the details."))
        self.folder.setVisible(bool(reports))
        rule = f"\n{'-' * 60}\n"
        self.details.setPlainText(rule.join(one.details for one in self._crashes))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _open_folder(self) -> None:
        report = next(one.report for one in self._crashes if one.report)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.parent)))

    def _lay_out(self) -> None:
        say = QLabel(
            self.tr(
                "This is a fault of the program, not of your bot. Calls go on as far as they can. "
                "Nothing was sent anywhere; please add the details to a bug report."
            )
        )
        say.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(IconLabel("warning-circle-fill", "error", 24))
        head.addWidget(self.summary, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(say)
        column.addWidget(self.details, 1)
        column.addWidget(self.kept)
        column.addLayout(buttons)


def show_alone(crash: Crash, argv: Sequence[str]) -> None:
    """Show ``crash`` where there is no window (any more), until it is closed. Main thread only."""
    app = QApplication.instance() or QApplication(list(argv))
    if isinstance(app, QApplication):
        theme.apply_theme(app, "system")
    dialog = CrashDialog()
    dialog.finished.connect(app.quit)
    dialog.tell(crash)
    app.exec()
