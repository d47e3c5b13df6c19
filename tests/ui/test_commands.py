"""Everything that the window can do, by name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import ABOUT
from app.ui import theme
from app.ui.main_window import MainWindow
from app.ui.preferences import preferences
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def window(world: World, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    theme.apply_theme(qapp, "light")
    window = MainWindow(world.link)
    qtbot.addWidget(window)
    window.closing.connect(window.hide)
    window.show()
    return window


def titles(window: MainWindow) -> list[str]:
    return [command.title for command in window.commands.commands()]


@on_qt_loop
async def test_what_can_be_done_depends_on_the_call(world: World, window: MainWindow) -> None:
    window.started()
    assert "Call" in titles(window) and "Hang up" not in titles(window)
    await world.call()
    await world.until(lambda: "Hang up" in titles(window))
    (mute,) = [c for c in window.commands.commands() if c.title == "Mute"]
    mute.run()
    await world.until(lambda: "Unmute" in titles(window))
    (hang_up,) = [c for c in window.commands.commands() if c.title == "Hang up"]
    hang_up.run()
    await world.until(lambda: "Call" in titles(window))
    await window.stop()


@on_qt_loop
async def test_every_setting_is_a_command_and_all_titles_differ(
    world: World, window: MainWindow
) -> None:
    found = titles(window)
    assert len(found) == len(set(found))
    assert sum(title.startswith("Setting: ") for title in found) == len(ABOUT)
    await window.stop()


@on_qt_loop
async def test_the_palette_runs_what_was_typed(world: World, window: MainWindow) -> None:
    commands = window.commands
    commands.open_palette()
    assert commands.palette.isVisible() and not commands.palette.isModal()
    commands.palette.search.setText("show composer")
    assert commands.palette.titles == ["Show Composer"]
    commands.palette._run(commands.palette.list.currentItem())
    assert window.right.currentWidget() is window.composer
    assert window.focusWidget() is window.composer.target.action
    assert not commands.palette.isVisible()
    commands.open_sheet()
    assert commands._sheet is not None and commands._sheet.isVisible()
    commands._sheet.close()
    await window.stop()


@on_qt_loop
async def test_a_language_is_found_by_its_english_name(world: World, window: MainWindow) -> None:
    palette = window.commands.palette
    window.commands.open_palette()
    for typed, title in (("russian", "Язык: русский"), ("language chin", "语言: 简体中文")):
        palette.search.setText(typed)
        assert palette.titles == [title]
    palette.close()
    await window.stop()


@on_qt_loop
async def test_the_tour_begins_once(world: World, window: MainWindow) -> None:
    preferences().remove("window/toured")
    window.commands.first_run()
    assert window.commands.tour.isVisible()
    window.commands.tour.close()
    window.commands.first_run()
    assert not window.commands.tour.isVisible()
    await window.stop()
