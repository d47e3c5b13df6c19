"""Keys of the keyboard that are the phone's, in a real call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.ui.phone.phone_panel import PhonePanel
from tests.helpers.window import World, on_qt_loop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def phone(world: World, qtbot: QtBot) -> PhonePanel:
    phone = PhonePanel(world.link)
    qtbot.addWidget(phone)
    phone.form.caller.choose(CallerSpec("silence"))
    phone.show()
    phone.activateWindow()
    qtbot.waitUntil(phone.isActiveWindow)
    phone.setFocus()
    return phone


async def talking(world: World, phone: PhonePanel) -> str:
    call_id = await world.call()
    await world.until(lambda: phone.display.words[1] == "In call")
    return call_id


@on_qt_loop
async def test_letters_are_digits_where_wanted(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    qtbot.keyClicks(phone, "az")
    assert phone.number == ""
    world.link.change_setting("phone.letters", True)
    qtbot.keyClicks(phone, "aZs")
    assert phone.number == "297"


@on_qt_loop
async def test_a_number_is_pasted_and_copied(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("tel: +1 (555) 010-0,12#")
    qtbot.keyClick(phone, Qt.Key.Key_V, CONTROL)
    assert phone.number == "+15550100,12#"
    qtbot.keyClick(phone, Qt.Key.Key_Comma)
    qtbot.keyClick(phone, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "+15550100,12#,"


@on_qt_loop
async def test_what_is_pasted_in_a_call_is_looked_at_before_it_is_sent(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    await talking(world, phone)
    QGuiApplication.clipboard().setText("12#")
    qtbot.keyClick(phone, Qt.Key.Key_V, CONTROL)
    assert phone.form.keys.text.text() == "12#" and phone.form.keys.text.hasFocus()
    assert "toneReceived" not in world.kinds()
    qtbot.keyClick(phone.form.keys.text, Qt.Key.Key_Return)
    await world.until(lambda: phone.display.words[3] == "Keys: 12#")


@on_qt_loop
async def test_esc_hangs_up(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    await talking(world, phone)
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    await world.until(lambda: phone.display.words[1] == "Ended")


@on_qt_loop
async def test_esc_twice_or_never(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    said: list[str] = []
    phone.said.connect(said.append)
    await talking(world, phone)
    world.link.change_setting("phone.escape", "nothing")
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    world.link.change_setting("phone.escape", "twice")
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    assert said == ["Press Esc again to hang up"] and phone.live
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    await world.until(lambda: phone.display.words[1] == "Ended")


@on_qt_loop
async def test_text_fields_keep_their_keys(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    world.link.change_setting("phone.letters", True)
    await talking(world, phone)
    fields: list[QLineEdit | QPlainTextEdit] = [phone.form.keys.text, phone.drawer.say.text]
    for page, field in zip((phone.form, phone.drawer.say), fields, strict=True):
        phone.drawer.setCurrentWidget(page)
        field.setFocus()
        qtbot.keyClicks(field, "a1,")
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert phone.live and phone.hasFocus(), "Esc leaves the field"
    assert phone.form.keys.text.text().startswith("a1")
    assert phone.drawer.say.text.toPlainText().startswith("a1")
    assert "toneReceived" not in world.kinds() and phone.number == ""


@on_qt_loop
async def test_enter_in_a_field_dials_nothing(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    phone.form.keys.text.setFocus()
    qtbot.keyClick(phone.form.keys.text, Qt.Key.Key_Return)
    assert not phone._dialling.isActive()
