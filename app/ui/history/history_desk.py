"""Joins the history, its dialogs and files: what the main window asks, and nothing else knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exports.case_file import SUFFIX
from app.exports.case_reader import CaseError, read_case
from app.history.database import HistoryError
from app.runtime.clock import SystemClock
from app.runtime.records import Record
from app.runtime.saved_calls import CallInfo, SavedCall, saved_call
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink

if TYPE_CHECKING:
    # The dialogs are loaded when they are asked for: the window is up sooner.
    from app.ui.history.call_window import CallWindow
    from app.ui.history.export_dialog import ExportDialog
    from app.ui.history.history_dialog import HistoryDialog


class HistoryDesk(QObject):
    """GUI thread; what blocks is done in workers."""

    edit_wanted = Signal(str, str, str)
    """Method, address and body of a request that the user wants in the composer."""
    failed = Signal(str)
    """What went wrong, for the user."""
    said = Signal(str)

    def __init__(self, link: CoreLink, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self._tasks = TaskOwner()
        self._tidied = False
        self.dialog: HistoryDialog | None = None
        self.opened: list[CallWindow] = []
        """The windows of saved calls that are open."""
        self.exporting: list[ExportDialog] = []
        """The export dialogs that are open."""

    def open(self) -> None:
        """Show the calls."""
        if self.dialog is None:
            from app.ui.history.history_dialog import HistoryDialog

            self.dialog = dialog = HistoryDialog(self._link.run_id, self._window)
            dialog.search_wanted.connect(lambda text: self._do(self._search(text)))
            dialog.open_wanted.connect(lambda info: self._do(self._open(info)))
            dialog.export_wanted.connect(lambda infos: self._do(self._export(infos)))
            dialog.delete_wanted.connect(lambda ids: self._do(self._delete(ids)))
            dialog.wipe_wanted.connect(lambda: self._do(self._wipe()))
            dialog.case_wanted.connect(self._choose_case)
        self.dialog.open_beside()

    def open_case(self, path: Path) -> None:
        """Show the calls in a case file."""
        self._do(self._open_case(path))

    def export_call(self, call_id: str) -> None:
        """Ask how a call of this run is to be exported."""
        self._do(self._export_call(call_id))

    def export_records(self, records: Sequence[Record], *, of_this_run: bool = True) -> None:
        """Ask how ``records`` are to be exported, whatever call they belong to."""
        self._ask_export([], of_this_run=of_this_run, others=records)

    async def stop(self) -> None:
        """End what runs; before the loop ends."""
        for window in self.opened:
            await window.stop()
        for dialog in self.exporting:
            await dialog.job.stop()
        await self._tasks.stop()

    # -- what the dialogs ask ----------------------------------------------------------------

    async def _search(self, text: str) -> None:
        history, settings = self._link.history, self._link.settings
        dialog = self.dialog
        if history is None or dialog is None:
            return
        calls: list[CallInfo] = []
        if await asyncio.to_thread(history.path.exists):
            if not self._tidied:
                self._tidied = True
                limits = (settings.history_calls, settings.history_days)
                await asyncio.to_thread(history.forget_old, SystemClock().now(), *limits)
            calls = await asyncio.to_thread(history.list, text)
        if dialog.search.text() == text:
            dialog.show_calls(calls)
            dialog.show_keeping(settings.history_calls, settings.history_days)

    async def _open(self, info: CallInfo) -> None:
        call = await self._find(info)
        if call is not None:
            began = call.info.started.astimezone()
            self._show([call], self.tr("Call of {when}").format(when=f"{began:%Y-%m-%d %H:%M:%S}"))

    async def _export(self, infos: Sequence[CallInfo]) -> None:
        if not infos:
            self.export_records(await self._link.records_of(None))
            return
        calls = [call for info in infos if (call := await self._find(info)) is not None]
        ours = all(info.run == self._link.run_id for info in infos)
        if calls:
            self._ask_export(calls, of_this_run=ours)

    async def _export_call(self, call_id: str) -> None:
        records = await self._link.records_of(call_id)
        if records and records[0].kind == "callCreated":
            audio = await self._link.audio_of(call_id)
            call = saved_call(records, self._link.settings.as_dict(), audio=audio)
            self._ask_export([call], of_this_run=True)
            return
        # The journal has let go of its beginning.
        history = self._link.history
        kept = None if history is None else await asyncio.to_thread(history.find, call_id)
        if kept is None:
            raise HistoryError(self.tr("That call is no longer kept whole: export its entries."))
        self._ask_export([kept])

    async def _delete(self, ids: Sequence[str]) -> None:
        history = self._link.history
        if history is not None:
            await asyncio.to_thread(history.delete, ids)
            await self._search(self.dialog.search.text() if self.dialog else "")

    async def _wipe(self) -> None:
        history = self._link.history
        if history is not None:
            await asyncio.to_thread(history.wipe)
            await self._search(self.dialog.search.text() if self.dialog else "")

    async def _open_case(self, path: Path) -> None:
        case = await asyncio.to_thread(read_case, path)
        if not case.calls:
            raise CaseError(self.tr("'{name}' holds no call.").format(name=path.name))
        self._show(case.calls, path.name, case.left_out)

    # -- inside ------------------------------------------------------------------------------

    async def _find(self, info: CallInfo) -> SavedCall | None:
        """Return a call: of this run from memory, with secrets and audio; others as they were
        kept."""
        history = self._link.history
        kept = None if history is None else await asyncio.to_thread(history.find, info.id)
        if kept is None:
            raise HistoryError(self.tr("That call is no longer kept."))
        if info.run != self._link.run_id:
            return kept
        records = await self._link.records_of(info.id)
        # The journal may have let go of its beginning.
        if len(records) < len(kept.records):
            return replace(kept, audio=await self._link.audio_of(info.id))
        audio = await self._link.audio_of(info.id)
        return saved_call(records, kept.settings, kept.versions, audio)

    def _show(self, calls: Sequence[SavedCall], title: str, notes: Sequence[str] = ()) -> None:
        from app.ui.history.call_window import CallWindow

        window = CallWindow(calls, title, notes, self._window)
        window.edit_wanted.connect(self.edit_wanted)
        window.said.connect(self.said)
        window.export_wanted.connect(self._ask_export)
        window.rows_export_wanted.connect(lambda rows: self.export_records(rows, of_this_run=False))
        window.finished.connect(lambda: self._do(self._closed(self.opened, window, window.stop())))
        self.opened.append(window)
        window.show()

    def _ask_export(
        self,
        calls: Sequence[SavedCall],
        *,
        of_this_run: bool = False,
        others: Sequence[Record] = (),
    ) -> None:
        from app.ui.history.export_dialog import ExportDialog

        dialog = ExportDialog(calls, self._window, of_this_run=of_this_run, others=others)
        end = dialog.job.stop
        dialog.finished.connect(lambda: self._do(self._closed(self.exporting, dialog, end())))
        self.exporting.append(dialog)
        dialog.show()

    async def _closed(
        self, kept: list[Any], dialog: QWidget, stop: Coroutine[Any, Any, None]
    ) -> None:
        """Let go of ``dialog`` once nothing runs in it."""
        await stop
        kept.remove(dialog)
        dialog.deleteLater()

    def _choose_case(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Open a case file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Case files") + f" (*{SUFFIX})", self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open_case(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(self._guarded(work), "a question to the history")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except (HistoryError, CaseError) as error:
            self._tell(str(error))

    def _tell(self, text: str) -> None:
        tell: Callable[[str], object] = self.failed.emit
        if self.dialog is not None and self.dialog.isVisible():
            tell = self.dialog.show_problem
        tell(text)
