"""Another language is another window, and the call goes on in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

import translations
from app.ui.consent import ConsentDesk
from app.ui.language import apply_language
from app.ui.window_keeper import WindowKeeper
from tests.helpers.window import World, on_qt_loop

LONG = {"initialSilenceTimeoutInSeconds": 120, "maxRecordDurationInSeconds": 120}

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture(autouse=True)
def _back_to_english(qapp: QApplication) -> Iterator[None]:
    translations.compile_stale()
    before = QLocale()
    yield
    apply_language(qapp, "en")
    QLocale.setDefault(before)


@on_qt_loop
async def test_a_call_goes_on_in_the_new_window(world: World, qtbot: QtBot) -> None:
    keeper = WindowKeeper(world.core, ConsentDesk())
    keeper.window.show()
    await keeper.start()
    old = keeper.window
    call_id = await world.call()
    await world.bot.record(call_id, stopTones=["#"], **LONG)
    await world.until(lambda: old.operation.stepper.value == "Listening")
    keeper.link.change_setting("window.language", "ru")
    await world.until(lambda: keeper.window is not old and not old.isVisible())
    window = keeper.window
    await world.until(lambda: window.operation.stepper.value == "Ожидание")
    await world.until(lambda: window.phone.live)
    assert window.isVisible()
    await world.until(lambda: window.inspector.model.rowCount() == len(world.records))
    assert keeper.link.settings.language == "ru"
    window.phone.press("#")
    await world.until(lambda: "8514" in " ".join(x.text() for x in window.findChildren(QLabel)))
    keeper.link.change_setting("window.language", "zh_CN")
    await world.until(lambda: keeper.window is not window and not window.isVisible())
    assert keeper.window.windowTitle() == "Graph Call Simulator"
    assert keeper.window.right.tabText(0) == "流量"
    story = keeper.window.operation.story
    assert story is not None and story.ended and None not in story.timers
    with qtbot.waitSignal(keeper.closing):
        keeper.window.close()
    await keeper.stop()
    keeper.window.hide()
    keeper.window.deleteLater()


@on_qt_loop
async def test_the_window_says_when_there_is_no_font(
    world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.window_keeper.lacks_font", lambda setting: True)
    keeper = WindowKeeper(world.core, ConsentDesk())
    keeper.window.show()
    await keeper.start()
    notice = keeper.window.notice
    assert notice.isVisible() and "No font for Chinese" in notice.text
    (english,) = [each for each in notice.findChildren(QPushButton) if each.text()]
    english.click()
    assert keeper.link.settings.language == "en"
    await keeper.stop()
    keeper.window.hide()
    keeper.window.deleteLater()


@on_qt_loop
async def test_a_warning_is_told_once(world: World, qtbot: QtBot) -> None:
    keeper = WindowKeeper(world.core, ConsentDesk())
    keeper.window.show()
    await keeper.start()
    old = keeper.window
    await world.record(kind="warning", data={"message": "The speaker is missing."})
    await world.until(lambda: old.toast.text == "The speaker is missing.")
    keeper.link.change_setting("window.language", "ru")
    await world.until(lambda: keeper.window is not old and not old.isVisible())
    window = keeper.window
    await world.until(lambda: window.inspector.model.rowCount() == len(world.records))
    assert not window.toast.isVisible()
    await world.record(kind="warning", data={"message": "The microphone is missing."})
    await world.until(lambda: window.toast.text == "The microphone is missing.")
    await keeper.stop()
    window.hide()
    window.deleteLater()
