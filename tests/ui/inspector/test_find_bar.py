"""The line to search with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.inspector.find_bar import FindBar


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_until_opened(bar: FindBar, qtbot: QtBot) -> None:
    assert not bar.isVisible()
    bar.open()
    assert bar.isVisible()
    with qtbot.waitSignal(bar.sought) as told:
        qtbot.keyClicks(bar.field, "a")
    assert told.args == ["a"]


def test_it_goes_to_and_fro(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    steps: list[int] = []
    bar.stepped.connect(steps.append)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    for button in bar.findChildren(QToolButton):
        if "Enter" in button.accessibleName():
            button.click()
    assert steps == [1, -1, -1, 1]


def test_it_says_how_many(bar: FindBar) -> None:
    bar.field.setText("a")
    bar.show_count(2, 3)
    assert bar.count == "2 of 3"
    bar.show_count(0, 0)
    assert bar.count == "none"


def test_escape_closes_it(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    bar.field.setText("a")
    with qtbot.waitSignals([bar.closed, bar.sought]):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden() and bar.field.text() == ""
