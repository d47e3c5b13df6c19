"""Toasts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import toast as module
from app.ui.toast import WIDEST, Toast


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 600)
    over.show()
    return over


def test_it_lies_over_the_lower_middle_wherever_that_is(over: QWidget) -> None:
    toast = Toast(over)
    toast.say("error", "Something is wrong. " * 8)
    for width in (900, 400):
        over.resize(width, 600)
        assert toast.width() <= min(WIDEST, width)
        assert abs(toast.geometry().center().x() - width // 2) <= 1
        assert 500 < toast.geometry().bottom() < 600


def test_it_goes_by_itself(over: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.SHOWN_MS, "info", 30)
    toast = Toast(over)
    toast.say("info", "Copied.")
    assert toast.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_pointing_at_it_holds_it(
    over: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(module.SHOWN_MS, "info", 30)
    toast = Toast(over)
    toast.say("info", "Copied.")
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Enter))
    assert toast.isVisible() and not toast._going.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_last_message_wins(over: QWidget) -> None:
    toast = Toast(over)
    toast.say("info", "One")
    toast.say("error", "Two", "Title")
    assert toast.text == "Title\nTwo"


def test_it_keeps_clear_of_what_lies_below(over: QWidget) -> None:
    toast, caption = Toast(over), QWidget(over)
    toast.keep_clear(caption)
    caption.hide()
    toast.say("info", "Copied.")
    free = toast.geometry().bottom()
    caption.setGeometry(0, 500, 900, 100)
    caption.show()
    assert toast.geometry().bottom() < 500 < free
    caption.hide()
    assert toast.geometry().bottom() == free
