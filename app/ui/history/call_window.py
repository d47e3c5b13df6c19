"""Saved calls, opened: their records in an inspector that only shows, and run again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.engine.voice import load_model
from app.runtime.rerun import Rerun, rerun
from app.runtime.saved_calls import SavedCall
from app.runtime.tasks import TaskOwner
from app.ui import theme
from app.ui.banner import Banner
from app.ui.history.archive_link import ArchiveLink
from app.ui.inspector.inspector_panel import InspectorPanel

if TYPE_CHECKING:
    from app.ui.core_link import CoreLink

SIZE: Final = QSize(760, 680)


class CallWindow(QDialog):
    """Beside the window, never modal. GUI thread."""

    edit_wanted = Signal(str, str, str)
    """Method, address and body of a request that the user wants in the composer."""
    export_wanted = Signal(object)
    """The calls that are to be exported."""
    rows_export_wanted = Signal(object)
    """The records of a call that are to be exported."""
    said = Signal(str)

    def __init__(
        self,
        calls: Sequence[SavedCall],
        title: str,
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show ``calls`` (at least one); ``notes`` are what their file leaves out."""
        super().__init__(parent)
        self._calls = calls
        self._tasks = TaskOwner()
        self.setModal(False)
        self.setWindowTitle(title)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Call"))
        for call in calls:
            began = call.info.started.astimezone()
            self.chooser.addItem(f"{began:%Y-%m-%d %H:%M:%S} · {call.info.bot_url}")
        self.chooser.setVisible(len(calls) > 1)
        self.facts = QLabel()
        self.facts.setProperty("role", "small")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.notes = Banner()
        self.outcome = Banner()
        self.again = QPushButton(theme.icon("repeat"), self.tr("Run again"))
        self.again.setToolTip(
            self.tr("The same audio and request through the engine: does it end the same?")
        )
        self.export = QPushButton(theme.icon("export"), self.tr("Export…"))
        self.pages = QStackedWidget()
        self._panels: dict[int, InspectorPanel] = {}
        self._lay_out()
        self.chooser.currentIndexChanged.connect(self.show_call)
        self.again.clicked.connect(self._run_again)
        self.export.clicked.connect(lambda: self.export_wanted.emit([self.call]))
        self.show_call(0)
        if notes:
            self.notes.show_message("info", self.tr("Left out"), "\n".join(notes))
        self.resize(SIZE)

    @property
    def call(self) -> SavedCall:
        """The one in front."""
        return self._calls[self.chooser.currentIndex()]

    @property
    def inspector(self) -> InspectorPanel:
        """The one of the call in front."""
        return self._panels[self.chooser.currentIndex()]

    def show_call(self, number: int) -> None:
        """Bring a call to the front."""
        call = self._calls[number]
        if number not in self._panels:
            link = ArchiveLink(len(call.records), self)
            panel = InspectorPanel(cast("CoreLink", link), self)
            link.refused.connect(lambda text: self.outcome.show_message("info", "", text))
            link.show_records(call.records)
            panel.edit_wanted.connect(self.edit_wanted)
            panel.said.connect(self.said)
            panel.call_export_wanted.connect(lambda _: self.export_wanted.emit([self.call]))
            panel.rows_export_wanted.connect(self.rows_export_wanted)
            self._panels[number] = panel
            self.pages.addWidget(panel)
        self.pages.setCurrentWidget(self._panels[number])
        self.outcome.hide()
        made = ", ".join(f"{name} {version}" for name, version in call.versions.items())
        self.facts.setText(
            self.tr("{id} · made with {versions} · read only").format(
                id=call.info.id, versions=made or "?"
            )
        )

    async def stop(self) -> None:
        """End what runs; before the loop ends."""
        await self._tasks.stop()

    def _run_again(self) -> None:
        self.again.setEnabled(False)
        self._tasks.start(self._rerun(self.call), "running a saved call again")

    async def _rerun(self, call: SavedCall) -> None:
        try:
            runs = await asyncio.to_thread(rerun, call, load_model)
        finally:
            self.again.setEnabled(True)
        if not runs:
            self.outcome.show_message(
                "info", self.tr("Nothing to run"), self.tr("This call recorded nothing.")
            )
            return
        bad = any(run.now is not None and not run.same for run in runs)
        unknown = any(run.now is None for run in runs)
        title = (
            self.tr("It ends otherwise now")
            if bad
            else self.tr("Not everything could be run")
            if unknown
            else self.tr("The same outcome")
        )
        lines = [self._line(number, run) for number, run in enumerate(runs, start=1)]
        self.outcome.show_message("warn" if bad else "info", title, "\n".join(lines))

    def _line(self, number: int, run: Rerun) -> str:
        then = f"{run.reason}, {run.seconds:.2f} s"
        if run.now is None:
            words = self.tr("Recording {n}: {then}. {problem}")
            return words.format(n=number, then=then, problem=run.problem)
        reason, seconds = run.now
        words = self.tr("Recording {n}: then {then}; now {now}.")
        return words.format(n=number, then=then, now=f"{reason}, {seconds:.2f} s")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.chooser, 1)
        head.addWidget(self.facts, 2)
        head.addWidget(self.again)
        head.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.outcome)
        column.addWidget(self.pages, 1)
