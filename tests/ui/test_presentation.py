"""Presentation mode and its demo, in the real window on a real core."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.main_window import MainWindow
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


@on_qt_loop
async def test_it_hides_what_is_private_and_brings_it_back(
    world: World, window: MainWindow
) -> None:
    shown = window.commands.presentation
    private = (window.right, window.header, window.statusBar())
    width = window.phone.width()
    shown.toggle()
    assert shown.on and shown.caption.isVisible() and window.isFullScreen()
    assert not any(part.isVisible() for part in private)
    assert window.phone.isVisible() and window.timeline.isVisible()
    assert window.phone.width() > width
    shown.toggle()
    assert not shown.on and not shown.caption.isVisible() and not window.isFullScreen()
    assert all(part.isVisible() for part in private) and window.phone.width() == width
    await window.stop()


@on_qt_loop
async def test_it_tells_what_happens_and_one_key_resets(world: World, window: MainWindow) -> None:
    window.started()
    shown = window.commands.presentation
    shown.reset()
    shown.toggle()
    ready = shown.caption.text()
    window.phone.press("5")
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=120)
    await world.until(lambda: shown.caption.text() not in ("", ready))
    shown.reset()
    await world.until(lambda: not window.phone.live)
    assert window.phone.number == "" and not shown.demo_runs
    shown.hear("Call ended: you hung up.")
    assert shown.caption.text() == ready, "of that call nothing more is told"
    await world.call()
    await world.until(lambda: window.phone.live)
    shown.hear("The phone rings.")
    assert shown.caption.text() == "The phone rings."
    shown.toggle()
    await window.stop()


@on_qt_loop
async def test_a_demo_that_cannot_call_ends(
    world: World, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.presentation.DEMO", "differences.md")  # no sound: refused
    window.started()
    shown = window.commands.presentation
    shown.start_demo()
    assert shown.on and shown.demo_runs
    await world.until(lambda: world.refusals)
    await world.until(lambda: not shown.demo_runs)
    shown.toggle()
    await window.stop()
