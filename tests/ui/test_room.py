"""At every size and in every language: nothing overlaps, and no text is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.consent import ConsentDesk, Question
from app.ui.language import apply_language
from app.ui.main_window import MainWindow
from tests.helpers.room import cut_off, overlaps
from tests.helpers.window import World, on_qt_loop
from tests.ui.test_reading import call_with_recording

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture(params=["en", "ru", "zh_CN"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_language(qapp, request.param)
    yield request.param
    apply_language(qapp, "en")


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@on_qt_loop
async def test_everything_has_room(
    language: str, size: tuple[int, int], world: World, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply_theme(qapp, "light")
    desk = ConsentDesk()
    window = MainWindow(world.link, desk)
    qtbot.addWidget(window)
    window.closing.connect(window.hide)
    window.resize(*size)
    window.show()
    window.started()
    await call_with_recording(world, window)
    window.phone.banner.show_message("warn", "No microphone", "Plug one in. " * 20, ("WAV", "No"))
    found: list[str] = []

    def look(where: str) -> None:
        for _ in range(3):  # one layout asks for the next
            QApplication.sendPostedEvents()
        found.extend(f"{where}: {text}" for text in (*cut_off(window), *overlaps(window)))

    link, call, buttons = world.link, window.phone.call, window.phone.buttons
    assert call is not None
    link.set_muted(call.id, muted=True)
    await world.until(buttons.muted.isChecked)
    look("muted")
    link.set_held(call.id, held=True)
    await world.until(buttons.held.isChecked)
    look("held")
    link.set_held(call.id, held=False)
    await world.until(lambda: not buttons.held.isChecked())
    for banners in (1, 2):
        for page in range(window.right.count()):
            window.right.setCurrentIndex(page)
            look(f"page {page}, {banners} banners")
        for page in range(window.phone.drawer.count()):
            window.phone.drawer.setCurrentIndex(page)
            look(f"phone {page}, {banners} banners")
        desk.asked.emit(Question("bot.example.com", "webhook"))
    window.right.setCurrentIndex(0)
    window.inspector.list.selectRow(0)
    for page in range(window.inspector.detail.tabs.count()):
        window.inspector.detail.tabs.setCurrentIndex(page)
        look(f"detail {page}")
    link.hang_up(call.id)
    await world.until(lambda: not window.phone.live)
    look("ended")
    await world.place()
    await world.until(window.phone.incoming.isVisible)
    look("it rings")
    assert (window.width(), window.height()) == size
    assert sorted(set(found)) == []
    await window.stop()
