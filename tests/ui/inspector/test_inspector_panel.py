"""The inspector on a real call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.inspector.inspector_panel import InspectorPanel
from tests.helpers.inspected import CALL, QuietLink, event, request, webhook, wire
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop


@on_qt_loop
async def test_a_call_is_followed(world: World, keep: Keep) -> None:
    panel = keep(InspectorPanel(world.link))
    panel.resize(700, 600)
    panel.show()
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: "ended" in world.kinds())
    await world.until(lambda: panel.model.rowCount() == len(world.records))
    names = [panel.shown.row(n).name for n in range(panel.shown.rowCount())]
    assert names[0] == "New call" and names[-1] == "Operation ended"
    assert panel.list.following
    panel.list.selectRow(panel.shown.rowCount() - 1)
    assert panel.detail.summary.headline.text() == "An operation failed."


@pytest.fixture
def link(qapp: object) -> QuietLink:
    return QuietLink()


@pytest.fixture
def panel(qtbot: QtBot, keep: Keep, link: QuietLink) -> InspectorPanel:
    panel = keep(InspectorPanel(link))  # type: ignore[arg-type]
    panel.resize(700, 600)
    panel.show()
    link.tell(
        [
            event(1, "callCreated", 0.0),
            wire(2, request()),
            wire(3, webhook({"state": "incoming"}, status=None, error="Nothing listens.")),
        ]
    )
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    return panel


def test_chips_and_text_choose(panel: InspectorPanel) -> None:
    panel.bar.choose("error")
    assert panel.shown.rowCount() == 1
    panel.bar.clear()
    panel.bar.field.setText(f"recordResponse {CALL}")
    assert panel.shown.rowCount() == 1


def test_errors_are_counted(panel: InspectorPanel) -> None:
    assert panel.bar._chips.buttons()[-2].text() == "Errors 1"


def test_a_hidden_record_is_shown_when_asked_for(panel: InspectorPanel) -> None:
    panel.bar.choose("event")
    panel.select_exchange(2)
    assert panel.shown.row(panel.list.currentIndex().row()).record.seq == 2
    assert panel.detail.tabs.isVisible()


def test_what_is_chosen_is_told(panel: InspectorPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.exchange_selected) as told:
        panel.select_exchange(2)
    assert told.args == [2]
    with qtbot.waitSignal(panel.exchange_selected) as told:
        qtbot.keyClick(panel.list, "j")
    assert told.args == [3]


def test_a_record_that_is_gone_leaves_the_filter_alone(panel: InspectorPanel) -> None:
    panel.bar.choose("event")
    panel.select_exchange(99)
    assert panel.shown.rowCount() == 1


def test_a_filter_that_hides_the_chosen_row_empties_the_detail(panel: InspectorPanel) -> None:
    panel.select_exchange(2)
    panel.bar.field.setText("nowhere to be found")
    assert not panel.detail.tabs.isVisible()


def test_records_of_one_moment_go_in_at_once(
    panel: InspectorPanel, link: QuietLink, qtbot: QtBot
) -> None:
    inserted: list[tuple[int, int]] = []
    panel.model.rowsInserted.connect(lambda _p, first, last: inserted.append((first, last)))
    link.tell([event(seq, "beepStarted") for seq in range(4, 10_004)])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 10_003)
    assert inserted == [(3, 10_002)]


def test_the_limit_follows_the_setting(
    panel: InspectorPanel, link: QuietLink, qtbot: QtBot
) -> None:
    link.settings_changed.emit(link.settings.set("journal.maxRecords", 100))
    link.tell([event(seq, "beepStarted") for seq in range(4, 304)])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 100)


def test_keys_do_what_they_say(panel: InspectorPanel, link: QuietLink, qtbot: QtBot) -> None:
    panel.select_exchange(2)
    with qtbot.waitSignal(panel.edit_wanted):
        qtbot.keyClick(panel.list, "D", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.list, "r")
    assert [record.seq for record in link.replayed] == [2]
    with qtbot.waitSignal(panel.said) as told:
        qtbot.keyClick(panel.list, "c")
    assert QGuiApplication.clipboard().text().startswith("curl -X POST ")
    assert told.args == ["Copied; secrets read [redacted]"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.detail.tabs.isVisible()
    qtbot.keyClick(panel.list, "r")
    assert len(link.replayed) == 1, "nothing is chosen"


def test_pins_stay_in_sight(panel: InspectorPanel, link: QuietLink, qtbot: QtBot) -> None:
    chip = panel.bar._chips.buttons()[-1]
    assert not chip.isVisible()
    panel.select_exchange(3)
    qtbot.keyClick(panel.list, "p")
    assert chip.isVisible() and chip.text() == "Pinned 1"
    panel.bar.choose("pinned")
    assert [panel.shown.row(n).record.seq for n in range(panel.shown.rowCount())] == [3]
    qtbot.keyClick(panel.list, "p")
    assert panel.shown.rowCount() == 3 and not chip.isVisible()


def test_two_rows_are_compared(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.select_exchange(2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.detail.pair.isVisible()
    assert panel.detail.pair.table.headerItem().text(1) == "no. 2"
    qtbot.keyClick(panel.list, "k")
    assert panel.detail.tabs.isVisible()


@pytest.mark.qt_log_ignore("raise|grabbing the keyboard", extend=True)
def test_the_menu(panel: InspectorPanel) -> None:
    panel.select_exchange(2)
    record = panel.list.record
    assert record is not None
    panel._open_menu(record, panel.mapToGlobal(panel.rect().center()))
    (menu,) = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu.isVisible() and len(menu.actions()) >= 7
    menu.close()


def test_held_keys_add_nothing_to_what_is_chosen_elsewhere(panel: InspectorPanel) -> None:
    panel.select_exchange(2)
    window = panel.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
        panel.select_exchange(3)
    finally:
        QTest.keyRelease(window, Qt.Key.Key_Control)
    assert [index.row() for index in panel.list.selectionModel().selectedRows()] == [2]
