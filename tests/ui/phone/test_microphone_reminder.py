"""Before the microphone is used for the first time: who is heard has to know of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.ui.phone.phone_panel import PhonePanel
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def phone(world: World, page: QWidget, qtbot: QtBot) -> PhonePanel:
    phone = PhonePanel(world.link)
    column = QVBoxLayout(page)
    column.addWidget(phone.reminder.banner)
    column.addWidget(phone)
    phone.form.caller.choose(CallerSpec("live"))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return phone


def ways(phone: PhonePanel) -> list[QPushButton]:
    return [b for b in phone.reminder.banner.findChildren(QPushButton) if b.isVisible()]


@on_qt_loop
async def test_the_call_waits_for_it_once(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    phone.buttons.main.click()
    assert "everybody near it" in phone.reminder.banner.text
    assert not phone.live and not world.core.sound.microphones
    first = ways(phone)[0]
    assert first.text() == "Use the microphone" and first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    await world.until(lambda: phone.live)
    assert phone.reminder.banner.isHidden() and world.now.caller == "live"
    phone.hang_up()
    await world.until(lambda: not phone.live)
    phone.dial()
    await world.until(lambda: phone.live)
    assert phone.reminder.banner.isHidden(), "once is enough"


@on_qt_loop
async def test_the_demo_caller_may_speak_instead(world: World, phone: PhonePanel) -> None:
    phone.dial()
    ways(phone)[1].click()
    await world.until(lambda: phone.live)
    assert phone.form.caller.currentText() == "Demo caller"
    assert not world.core.sound.microphones
    phone.form.caller.choose(CallerSpec("live"))
    phone.hang_up()
    await world.until(lambda: not phone.live)
    phone.dial()
    assert not phone.reminder.banner.isHidden(), "the microphone is still unused"


@on_qt_loop
async def test_dismissed_nothing_is_heard(world: World, phone: PhonePanel) -> None:
    phone.dial()
    phone.reminder.banner.dismissed.emit()
    phone.reminder.banner.hide()
    phone.sound.try_microphone.emit()
    assert [way.text() for way in ways(phone)] == ["Use the microphone"]
    assert not phone.test.running
    ways(phone)[0].click()
    assert phone.test.running and not phone.live
    await phone.stop()


@on_qt_loop
async def test_nobody_else_is_reminded(world: World, phone: PhonePanel) -> None:
    phone.form.caller.choose(CallerSpec("silence"))
    phone.dial()
    await world.until(lambda: phone.live)
    assert phone.reminder.banner.isHidden()
