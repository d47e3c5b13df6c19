"""The banner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.ui.banner import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def test_it_is_hidden_until_there_is_something(banner: Banner) -> None:
    assert banner.isHidden()
    banner.show_message("warn", "No microphone", "Plug one in.")
    assert not banner.isHidden()
    assert banner.text == banner.accessibleName() == "No microphone\nPlug one in."


def test_its_ways_out_are_told_by_number(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message("warn", "Title", "Text", ("One", "Two"))
    second = next(b for b in banner.findChildren(QPushButton) if b.text() == "Two")
    with qtbot.waitSignal(banner.acted) as acted:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert acted.args == [1]
    assert not banner.isHidden(), "who listens decides whether it is settled"


def test_the_next_message_has_its_own_ways_out(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message("warn", "Title", "Text", ("One", "Two"))
    banner.show_message("error", "Other", "", ("Three",))
    qtbot.waitUntil(
        lambda: [button.text() for button in banner.findChildren(QPushButton)] == ["Three"]
    )
    assert banner.text == "Other"


def test_it_can_be_dismissed(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message("info", "", "Done.")
    cross = banner.findChild(QToolButton)
    assert isinstance(cross, QToolButton) and cross.accessibleName() == "Dismiss"
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_markup_in_a_message_is_shown_as_it_is(banner: Banner) -> None:
    banner.show_message("error", "<b>x</b>", "<img src='http://example.com/'>")
    assert "<img" in banner.text
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in (banner._title, banner._text)
    )
