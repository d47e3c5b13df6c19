"""The main window, on a real core."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.ui import theme
from app.ui.main_window import SMALLEST, MainWindow
from app.ui.phone.phone_panel import WIDTH
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def window(world: World, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    theme.apply_theme(qapp, "light")
    window = MainWindow(world.link)
    qtbot.addWidget(window)
    # The cross only asks; the test's end has to close it.
    window.closing.connect(window.hide)
    window.show()
    return window


@on_qt_loop
async def test_everything_has_its_place(world: World, window: MainWindow) -> None:
    assert window.phone.width() == WIDTH
    panels = (window.phone, window.timeline, window.operation, window.inspector)
    assert all(panel.isVisible() for panel in panels)
    assert not window.composer.isVisible()
    lefts = [panel.mapTo(window, panel.rect().topLeft()).x() for panel in panels]
    assert lefts[0] < lefts[1] == lefts[2] < lefts[3]


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_nothing_needs_more_room_than_there_is(
    window: MainWindow, world: World, size: tuple[int, int]
) -> None:
    window.resize(*size)
    assert (window.width(), window.height()) == size
    hint = window.minimumSizeHint()
    assert hint.width() <= 1024 and hint.height() <= 700
    assert window.minimumSize() == SMALLEST


@on_qt_loop
async def test_a_call_shows_in_every_panel(world: World, window: MainWindow) -> None:
    window.started()
    call_id = await world.call()
    await world.bot.record(call_id, stopTones=["#"], maxRecordDurationInSeconds=60)
    await world.until(lambda: window.operation.stepper.value == "Listening")
    await world.until(lambda: window.phone.display.words[1] == "Recording")
    await world.until(lambda: window.inspector.model.rowCount() == len(world.records))
    await window.stop()


@on_qt_loop
async def test_digits_typed_anywhere_reach_the_phone(
    world: World, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    await world.until(window.isActiveWindow)
    assert window.phone.hasFocus()
    for focus in (window.inspector.list, window.header.settings, window.phone.keypad.keys["5"]):
        focus.setFocus()
        qtbot.keyClick(focus, Qt.Key.Key_4)
    assert window.phone.number == "444"
    window.right.setCurrentWidget(window.composer)
    window.composer.editor.setFocus()
    qtbot.keyClick(window.composer.editor, Qt.Key.Key_4)
    assert window.phone.number == "444"


@on_qt_loop
async def test_space_plays_where_nothing_else_takes_it(
    world: World, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[bool] = []
    monkeypatch.setattr(window.timeline, "toggle", lambda: played.append(True))
    window.phone.setFocus()
    qtbot.keyClick(window.phone, Qt.Key.Key_Space)
    assert played == [True]
    key = window.phone.keypad.keys["7"]
    key.setFocus()
    qtbot.keyClick(key, Qt.Key.Key_Space)
    assert played == [True] and window.phone.number == "7"
    await window.stop()


@on_qt_loop
async def test_refusals_warnings_and_news_are_toasts(world: World, window: MainWindow) -> None:
    world.link.hang_up("no-such-call")
    await world.until(window.toast.isVisible)
    assert "no longer known" in window.toast.text
    await world.record(kind="warning", data={"message": "The microphone is missing."})
    assert window.toast.text == "The microphone is missing."
    old = await world.record(kind="warning", data={"message": "Another one."})
    window.toast.say("info", "Meanwhile.")
    world.link.record_added.emit(replace(old, at=old.at - timedelta(hours=1)))
    assert window.toast.text == "Meanwhile.", "told by the window before this one"
    window.started("Port 8899 is in use.")
    assert window.toast.text == "Port 8899 is in use."
    window.failed("ValueError: x")
    assert window.toast.text == "Something went wrong\nValueError: x"
    await window.stop()


@on_qt_loop
async def test_the_theme_is_put_on_at_once(
    world: World, window: MainWindow, qapp: QApplication
) -> None:
    world.link.change_setting("window.theme", "dark")
    assert theme.tokens() is theme.DARK
    world.link.change_setting("window.theme", "light")
    assert theme.tokens() is theme.LIGHT


@on_qt_loop
async def test_the_settings_open_beside_it(world: World, window: MainWindow, qtbot: QtBot) -> None:
    window.open_settings()
    dialog = window._settings
    assert dialog is not None and dialog.isVisible()
    assert window.isEnabled()
    window.open_settings()
    assert window._settings is dialog
    dialog.close()


@on_qt_loop
async def test_a_request_can_be_taken_into_the_composer(world: World, window: MainWindow) -> None:
    window.inspector.edit_wanted.emit(
        "POST", "http://127.0.0.1:8899/v1.0/communications/calls/c/recordResponse", '{"a": 1}'
    )
    assert window.right.currentWidget() is window.composer
    assert '"a": 1' in window.composer.editor.toPlainText()
    record = await world.record(kind="muted", call_id="c")
    window.composer.record_wanted.emit(record.seq)
    assert window.right.currentWidget() is window.inspector


@on_qt_loop
async def test_closing_only_asks(world: World, window: MainWindow, qtbot: QtBot) -> None:
    window.closing.disconnect(window.hide)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    window.closing.connect(window.hide)


@on_qt_loop
async def test_size_and_splitters_are_remembered(
    world: World, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(SMALLEST.width(), 720)  # Qt lets no window be restored beyond the screen
    window.columns.setSizes([300, 340])
    window.close()
    again = MainWindow(world.link)
    qtbot.addWidget(again)
    again.closing.connect(again.hide)
    again.show()
    assert again.size() == window.size()
    for one, other in ((again.centre, window.centre), (again.columns, window.columns)):
        assert one.sizes() == pytest.approx(other.sizes(), abs=2)


@on_qt_loop
async def test_a_recording_that_is_gone_is_told_of(world: World, window: MainWindow) -> None:
    window.inspector.recording_wanted.emit("of-an-earlier-call")
    assert "no longer here" in window.toast.text


@on_qt_loop
async def test_calls_and_files_open_from_it(world: World, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    await world.until(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = window.history.dialog
    assert dialog is not None and dialog.isVisible() and window.isEnabled()
    dialog.close()
    window.header.calls.click()
    assert dialog.isVisible()
    dialog.close()
    window.drop.case_dropped.emit(Path("no-such.callcase"))
    await world.until(window.toast.isVisible)
    assert "no-such.callcase" in window.toast.text
    window.drop.sound_dropped.emit(Path("/a/caller.wav"))
    assert window.phone.form.caller.caller == CallerSpec("file", Path("/a/caller.wav"))
    await world.ring()
    await world.until(lambda: window.phone.live)
    window.drop.sound_dropped.emit(Path("/a/other.wav"))
    assert "A call is running" in window.toast.text
    window.history.edit_wanted.emit("GET", "http://127.0.0.1:8899/v1.0/communications/calls/c", "")
    assert window.right.currentWidget() is window.composer
    await window.stop()
