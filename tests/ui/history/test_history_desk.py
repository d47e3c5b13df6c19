"""History, dialogs and files together, on a real core."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.exports.case_file import write_case
from app.history.history import History
from app.ui.history.history_desk import HistoryDesk
from app.ui.history.history_dialog import HistoryDialog
from tests.helpers.inspected import CALL
from tests.helpers.kept_calls import Keeping, call_id, call_records
from tests.helpers.saved import SECRETS, found_in, planted_call
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def desk(world: World, tmp_path: Path) -> HistoryDesk:
    keeping = Keeping(tmp_path / "h")
    keeping.write(call_records(1), call_records(2))
    world.core.history = History(keeping.history.path)
    world.link.change_setting("history.maxDays", 3650)
    return HistoryDesk(world.link, QWidget())


async def opened(world: World, desk: HistoryDesk, count: int = 2) -> HistoryDialog:
    desk.open()
    dialog = desk.dialog
    assert dialog is not None
    await world.until(lambda: dialog.model.rowCount() == count)
    return dialog


@on_qt_loop
async def test_calls_are_listed_searched_opened(world: World, desk: HistoryDesk) -> None:
    dialog = await opened(world, desk)
    dialog.search.setText("no such word")
    await world.until(lambda: dialog.model.rowCount() == 0)
    dialog.search.clear()
    await world.until(lambda: dialog.model.rowCount() == 2)
    dialog.open_wanted.emit(dialog.model.call(1))
    await world.until(lambda: desk.opened)
    (window,) = desk.opened
    await world.until(lambda: window.inspector.model.rowCount() == 12)
    assert window.call.info.id == call_id(1) and found_in(repr(window.call)) == []
    window.close()
    await world.until(lambda: not desk.opened)
    await desk.stop()
    dialog.close()


@on_qt_loop
async def test_calls_are_deleted_and_wiped(world: World, desk: HistoryDesk) -> None:
    dialog = await opened(world, desk)
    info = dialog.model.call(0)
    dialog.delete_wanted.emit([info.id])
    await world.until(lambda: dialog.model.rowCount() == 1)
    dialog.open_wanted.emit(info)
    await world.until(lambda: "no longer kept" in dialog.question.text)
    dialog.wipe_wanted.emit()
    await world.until(lambda: dialog.model.rowCount() == 0)
    await desk.stop()
    dialog.close()


@on_qt_loop
async def test_a_call_of_this_run_is_exported_from_memory(
    world: World, desk: HistoryDesk, tmp_path: Path
) -> None:
    """The history has it without secrets; memory has them, and the dialog may ask for them."""
    for record in call_records(1):
        await world.record(
            kind=record.kind, call_id=record.call_id, data=record.data, exchange=record.exchange
        )
    dialog = await opened(world, desk)
    dialog.export_wanted.emit([dialog.model.call(1)])
    await world.until(lambda: desk.exporting)
    (export,) = desk.exporting
    assert export.secrets.isEnabled()
    export.export_to(tmp_path / "x.har")
    await world.until(lambda: "Saved" in export.question.text)
    assert found_in((tmp_path / "x.har").read_text("utf-8")) == []
    export.secrets.setChecked(True)
    export.export_to(tmp_path / "y.har")
    await world.until(lambda: "y.har" in export.question.text)
    assert len(found_in((tmp_path / "y.har").read_text("utf-8"))) > len(SECRETS) / 2
    export.close()
    await world.until(lambda: not desk.exporting)
    await desk.stop()
    dialog.close()


@on_qt_loop
async def test_calls_of_other_runs_and_all_traffic(world: World, desk: HistoryDesk) -> None:
    world.core.run = "another-run"
    dialog = await opened(world, desk)
    dialog.export_wanted.emit([dialog.model.call(0), dialog.model.call(1)])
    await world.until(lambda: len(desk.exporting) == 1)
    assert not desk.exporting[0].secrets.isEnabled()
    dialog.export_wanted.emit([])
    await world.until(lambda: len(desk.exporting) == 2)
    assert desk.exporting[1].secrets.isEnabled()
    for export in tuple(desk.exporting):
        export.close()
    await world.until(lambda: not desk.exporting)
    dialog.close()
    await desk.stop()


@on_qt_loop
async def test_a_call_and_entries_are_exported_from_the_list(
    world: World, desk: HistoryDesk, tmp_path: Path
) -> None:
    for record in call_records(3):  # the history has it not
        await world.record(
            kind=record.kind, call_id=record.call_id, data=record.data, exchange=record.exchange
        )
    desk.export_call(call_id(3))
    await world.until(lambda: desk.exporting)
    (export,) = desk.exporting
    assert export.secrets.isEnabled()
    export.export_to(tmp_path / "x.har")
    await world.until(lambda: "Saved" in export.question.text)
    assert call_id(3) in (tmp_path / "x.har").read_text("utf-8")
    desk.export_records(world.records[:2])
    lines = desk.exporting[1]
    lines.kind.setCurrentIndex(lines.kind.findData("jsonl"))
    lines.export_to(tmp_path / "x.jsonl")
    await world.until(lambda: "Saved" in lines.question.text)
    assert len((tmp_path / "x.jsonl").read_text("utf-8").splitlines()) == 3
    problems = list[str]()
    desk.failed.connect(problems.append)
    desk.export_call("of-an-earlier-run")
    await world.until(lambda: problems)
    assert "no longer kept whole" in problems[0]
    for dialog in tuple(desk.exporting):
        dialog.close()
    await world.until(lambda: not desk.exporting)
    await desk.stop()


@on_qt_loop
async def test_a_case_opens_or_says_why_not(
    world: World, desk: HistoryDesk, tmp_path: Path
) -> None:
    path, problems = tmp_path / "x.callcase", list[str]()
    desk.failed.connect(problems.append)
    with path.open("wb") as file:
        write_case([planted_call()], file)
    desk.open_case(path)
    await world.until(lambda: desk.opened)
    assert desk.opened[0].call.info.id == CALL
    assert "Secrets" in desk.opened[0].notes.text
    path.write_bytes(b"no zip")
    desk.open_case(path)
    await world.until(lambda: problems)
    assert "no case file" in problems[0]
    with path.open("wb") as file:
        write_case([], file)
    desk.open_case(path)
    await world.until(lambda: len(problems) == 2)
    assert "holds no call" in problems[1]
    await desk.stop()
    desk.opened[0].close()


@on_qt_loop
async def test_without_a_history_it_is_empty(world: World, tmp_path: Path) -> None:
    world.core.history = History(tmp_path / "none")
    desk = HistoryDesk(world.link, QWidget())
    dialog = await opened(world, desk, 0)
    await world.until(lambda: dialog.empty.text())
    assert not (tmp_path / "none").exists()
    await desk.stop()
    dialog.close()
