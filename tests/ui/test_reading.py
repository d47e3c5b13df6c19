"""Every pane and dialog, by screen reader and by keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.engine.states import Phase
from app.history.history import History
from app.ui import theme
from app.ui.bridge.questions import ask_once
from app.ui.bridge.real_recording import RealRecording
from app.ui.consent import ConsentDesk, Question
from app.ui.dialogs.crash_dialog import CrashDialog
from app.ui.history.export_dialog import ExportDialog
from app.ui.main_window import MainWindow
from app.unexpected import Crash
from tests.helpers import reading
from tests.helpers.inspected import OPERATION
from tests.helpers.kept_calls import Keeping, call_records
from tests.helpers.saved import planted_call
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

View = tuple[str, QWidget]


@pytest.fixture
def desk() -> ConsentDesk:
    return ConsentDesk()


@pytest.fixture
def window(world: World, qtbot: QtBot, qapp: QApplication, desk: ConsentDesk) -> MainWindow:
    theme.apply_theme(qapp, "light")
    window = MainWindow(world.link, desk)
    qtbot.addWidget(window)
    window.closing.connect(window.hide)
    window.resize(1440, 900)
    window.show()
    return window


async def call_with_recording(world: World, window: MainWindow) -> None:
    """Make a call in which a recording has ended, and the next one goes on."""

    def phase() -> Phase | None:
        return None if window.operation.story is None else window.operation.story.phase

    call_id = await world.call()
    await world.bot.record(call_id, stopTones=["#"], maxRecordDurationInSeconds=60)
    await world.until(lambda: phase() is Phase.LISTENING)
    world.link.press(call_id, "#")
    await world.until(lambda: phase() is Phase.ENDED)
    await world.bot.record(call_id, maxRecordDurationInSeconds=60)
    await world.until(lambda: phase() is Phase.LISTENING)


async def main_window(world: World, window: MainWindow, desk: ConsentDesk) -> AsyncIterator[View]:
    """Each page of the main window, empty and with a call in it."""
    window.inspector.list.setFocus()
    yield "main window, empty", window
    await call_with_recording(world, window)
    await world.until(lambda: window.inspector.model.rowCount() == len(world.records))
    for page in range(window.phone.drawer.count()):
        window.phone.drawer.setCurrentIndex(page)
        yield f"phone, page {page}", window
    desk.asked.emit(Question("bot.example.com", "webhook"))
    await world.place()
    await world.until(window.phone.incoming.isVisible)
    yield "banners", window
    for number in range(1, window.right.count()):
        window.right.setCurrentIndex(number)
        yield f"page {window.right.tabText(number)}", window
    window.commands.tour.begin()
    yield "tour", window
    window.commands.tour.hide()
    window.commands.presentation.toggle()
    window.phone.setFocus()
    yield "presentation", window
    window.commands.presentation.toggle()
    window.commands.floating.toggle()
    yield "floating phone", window.commands.floating
    window.commands.floating.close()


async def inspector(world: World, window: MainWindow, desk: ConsentDesk) -> AsyncIterator[View]:
    """The inspector, on each kind of entry."""
    window.right.setCurrentWidget(window.inspector)
    for record in planted_call().records:
        await world.record(
            kind=record.kind,
            call_id=record.call_id,
            operation_id=record.operation_id,
            data=record.data,
            exchange=record.exchange,
        )
    panel = window.inspector
    await world.until(lambda: panel.model.rowCount() == len(world.records))
    detail = panel.detail
    for wanted in (lambda r: r.exchange is not None, lambda r: r.exchange is None):
        record = next(filter(wanted, world.records))
        panel.select_exchange(record.seq)
        for page in range(detail.tabs.count()):
            if detail.tabs.isTabVisible(page):
                detail.tabs.setCurrentIndex(page)
                panel.list.setFocus()
                yield f"{record.kind}: {detail.tabs.tabText(page)}", window
    one, other = [r for r in world.records if r.exchange is not None][:2]
    detail.show_pair(one, other)
    yield "difference", window


async def dialogs(world: World, window: MainWindow, desk: ConsentDesk) -> AsyncIterator[View]:
    """Every other window."""
    window.open_settings()
    yield "settings", shown(window._settings)
    window.open_about()
    yield "about", shown(window._about)
    window.commands.open_sheet()
    yield "keys", shown(window.commands._sheet)
    window.commands.open_palette()
    yield "palette", shown(window.commands.palette)
    window.history.open()
    dialog = window.history.dialog
    assert dialog is not None
    await world.until(lambda: dialog.model.rowCount() == 2)
    dialog.table.selectRow(0)
    yield "calls", dialog
    dialog.open_wanted.emit(dialog.model.call(0))
    await world.until(lambda: window.history.opened)
    yield "a kept call", window.history.opened[0]
    yield "export", shown(ExportDialog([planted_call({OPERATION: np.zeros(1600, np.int16)})]))
    assert window.bridge is not None
    window.bridge.badge.click()
    yield "bridge", shown(window.bridge.dialog)
    yield "real recording", shown(RealRecording(world.link, np.ones(16_000, np.int16)))
    yield "question", ask_once(window, "graph.microsoft.com", "POST", "/x", "{}", lambda: None)
    crash = CrashDialog(window)
    crash.tell(Crash("a call", "ValueError: broken", "all of it", Path("/reports/crash-1.txt")))
    yield "crash", crash


def shown(window: QWidget | None) -> QWidget:
    assert window is not None
    window.show()
    return window


Views = Callable[[World, MainWindow, ConsentDesk], AsyncIterator[View]]


@pytest.mark.parametrize("views", [main_window, inspector, dialogs])
@on_qt_loop
async def test_everything_is_named_and_reached(
    views: Views, world: World, window: MainWindow, desk: ConsentDesk, tmp_path: Path
) -> None:
    window.started()
    keeping = Keeping(tmp_path / "h")
    keeping.write(call_records(1), call_records(2))
    world.core.history = History(keeping.history.path)
    world.link.change_setting("history.maxDays", 3650)
    found: list[str] = []
    seen = 0
    async for name, shown in views(world, window, desk):
        seen += 1
        shown.activateWindow()
        await world.until(shown.isActiveWindow)
        found += [f"{name}: {text}" for text in reading.complaints(shown)]
        found += [f"{name}: Alt+{letter} twice" for letter in reading.twice_used(shown)]
        wanted = reading.stops(shown)
        if QApplication.focusWidget() not in wanted:
            assert wanted, name
            next(iter(wanted)).setFocus()
        for back in (False, True):
            way = reading.walk(shown, back=back)
            found += [f"{name}: not reached: {reading.told(x)}" for x in wanted - set(way)]
        if shown is not window:
            shown.close()
    assert sorted(set(found)) == []
    assert seen > 5
    await window.stop()
