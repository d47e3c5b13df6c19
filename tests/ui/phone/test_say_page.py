"""Where texts are typed that the caller says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.phone.say_page import SayPage


@pytest.fixture
def page(qtbot: QtBot) -> SayPage:
    page = SayPage(None)
    qtbot.addWidget(page)
    page.show()
    page.show_call(ready=True, muted=False, seconds=0.0)
    return page


def test_enter_says_and_shift_enter_is_a_line(page: SayPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.text, "one")
    qtbot.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(page.text, "two")
    with qtbot.waitSignal(page.say) as said:
        qtbot.keyClick(page.text, Qt.Key.Key_Return)
    assert said.args == ["one\ntwo"] == [page.text.toPlainText()]


def test_the_button_stops_what_is_said(page: SayPage, qtbot: QtBot) -> None:
    page.text.setPlainText("hello")
    page.set_preparing(preparing=True)
    assert (page.button.text(), page.news.text()) == ("Stop", "Preparing…")
    page.set_preparing(preparing=False)
    page.show_call(ready=True, muted=False, seconds=3.2)
    assert page.news.text() == "Speaking, 3 s left"
    qtbot.keyClick(page.text, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.stop):
        page.button.click()
    page.show_call(ready=True, muted=True, seconds=3.2)
    assert "does not hear" in page.news.text()
    page.show_call(ready=False, muted=False, seconds=3.2)
    assert page.news.text() == "Goes on after the hold" and page.button.isEnabled()
    page.show_call(ready=True, muted=False, seconds=0.0)
    assert (page.button.text(), page.button.isEnabled()) == ("Say", True)


def test_without_a_call_it_waits(page: SayPage) -> None:
    page.text.setPlainText("hello")
    page.show_call(ready=False, muted=False, seconds=0.0)
    assert not page.button.isEnabled() and page.news.text() == "In a call, with any caller"


def test_without_a_voice_it_says_how_to_get_one(qtbot: QtBot) -> None:
    page = SayPage("Install one: sudo apt-get install espeak-ng")
    qtbot.addWidget(page)
    page.show_call(ready=True, muted=False, seconds=0.0)
    assert not page.text.isEnabled() and page.button.isHidden()
    assert page.news.text() == "Install one: sudo apt-get install espeak-ng"
