"""The calls that were kept: search, open, export, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.runtime.saved_calls import CallInfo
from app.ui import theme
from app.ui.accessible import make_search
from app.ui.banner import Banner
from app.ui.history.call_table import CallModel, CallTable

SIZE: Final = QSize(820, 560)

TYPING_MS: Final = 150
"""After the last key, before the history is searched."""


class HistoryDialog(QDialog):
    """Shows and asks; reads nothing itself. Beside the window, never modal. GUI thread."""

    search_wanted = Signal(str)
    open_wanted = Signal(object)
    """A :class:`CallInfo`."""
    export_wanted = Signal(object)
    """A list of :class:`CallInfo`; empty: all traffic of this run."""
    delete_wanted = Signal(object)
    """The ids of the calls."""
    wipe_wanted = Signal()
    case_wanted = Signal()
    """The user wants to choose a case file."""

    def __init__(self, run: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Calls"))
        self.setModal(False)
        self._yes: Callable[[], None] = _nothing
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search calls and everything in them"))
        self.search.setAccessibleName(self.tr("Search calls"))
        make_search(self.search)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(lambda: self.search_wanted.emit(self.search.text()))
        self.model = CallModel(run, self)
        self.table = CallTable(self.model)
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.question = Banner()
        self.notice = QLabel()
        self.notice.setProperty("role", "small")
        self.notice.setWordWrap(True)
        self.show_one = QPushButton(theme.icon("eye"), self.tr("Open"))
        self.export = QPushButton(theme.icon("export"), self.tr("Export…"))
        self.delete = QPushButton(theme.icon("trash"), self.tr("Delete"))
        self.traffic = QPushButton(self.tr("Export all traffic of this run…"))
        self.case = QPushButton(theme.icon("folder-open"), self.tr("Open case file…"))
        self.wipe = QPushButton(self.tr("Wipe all…"))
        self._lay_out()
        self._connect()
        self._enable()
        self.resize(SIZE)

    def open_beside(self) -> None:
        """Show it, in front and ready to search."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the calls again."""
        self.search_wanted.emit(self.search.text())

    def show_calls(self, calls: list[CallInfo]) -> None:
        """Show what was found."""
        chosen = {call.id for call in self.table.chosen()}
        self.model.show_calls(calls)
        for row, call in enumerate(calls):
            if call.id in chosen:
                self.table.selectRow(row)
        self._pages.setCurrentIndex(0 if calls else 1)
        self.empty.setText(
            self.tr("No call matches.")
            if self.search.text()
            else self.tr(
                "No calls yet. Press Call, or run “callsim call”: calls are kept here, without "
                "audio and secrets."
            )
        )
        self._enable()

    def show_keeping(self, calls: int, days: float) -> None:
        """Say how much is kept."""
        if calls == 0:
            words = self.tr("Nothing is kept (setting history.maxCalls).")
            self.notice.setText(words)
            return
        words = self.tr(
            "● of this run. The newest {n} calls are kept, for {days} days; never audio or secrets."
        )
        self.notice.setText(words.format(n=calls, days=f"{days:g}"))

    def show_problem(self, text: str) -> None:
        """Say what went wrong."""
        self._yes = _nothing
        self.question.show_message("error", self.tr("That did not work"), text)

    # -- inside ------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.table.selected.connect(self._enable)
        self.table.open_wanted.connect(self.open_wanted)
        self.table.delete_wanted.connect(self._ask_delete)
        self.show_one.clicked.connect(self._open)
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.table.chosen()))
        self.traffic.clicked.connect(lambda: self.export_wanted.emit([]))
        self.delete.clicked.connect(self._ask_delete)
        self.wipe.clicked.connect(self._ask_wipe)
        self.case.clicked.connect(self.case_wanted)
        self.question.acted.connect(self._answered)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        QShortcut(QKeySequence.StandardKey.Refresh, self).activated.connect(self.refresh)

    def _enable(self) -> None:
        chosen = self.table.chosen()
        self.show_one.setEnabled(len(chosen) == 1)
        self.export.setEnabled(bool(chosen))
        self.delete.setEnabled(bool(chosen))
        self.wipe.setEnabled(self.model.rowCount() > 0 or bool(self.search.text()))

    def _open(self) -> None:
        for call in self.table.chosen()[:1]:
            self.open_wanted.emit(call)

    def _ask_delete(self) -> None:
        ids = [call.id for call in self.table.chosen()]
        title = (
            self.tr("Delete this call?")
            if len(ids) == 1
            else self.tr("Delete {n} calls?").format(n=len(ids))
        )
        self._ask(title, self.tr("Delete"), lambda: self.delete_wanted.emit(ids))

    def _ask_wipe(self) -> None:
        self._ask(self.tr("Delete all calls?"), self.tr("Wipe all"), self.wipe_wanted.emit)

    def _ask(self, title: str, action: str, yes: Callable[[], None]) -> None:
        self._yes = yes
        self.question.show_message(
            "warn", title, self.tr("They cannot be brought back."), (action, self.tr("Keep"))
        )

    def _answered(self, number: int) -> None:
        self.question.hide()
        if number == 0:
            self._yes()
        self._yes = _nothing

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        self._pages = QStackedLayout(card)
        self._pages.setContentsMargins(1, 1, 1, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(theme.SPACE)
        lower.setSpacing(theme.SPACE)
        upper.addWidget(self.search, 1)
        upper.addWidget(self.case)
        for button in (self.show_one, self.export, self.delete):
            lower.addWidget(button)
        lower.addStretch(1)
        lower.addWidget(self.traffic)
        lower.addWidget(self.wipe)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(theme.SPACE)
        column.addLayout(upper)
        column.addWidget(card, 1)
        column.addWidget(self.question)
        column.addLayout(lower)
        column.addWidget(self.notice)


def _nothing() -> None:
    """What happens where nothing was asked."""
