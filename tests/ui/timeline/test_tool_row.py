"""The buttons say what is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.timeline.tool_row import ROOMY, ToolRow


@pytest.fixture
def tools(qtbot: QtBot) -> ToolRow:
    tools = ToolRow()
    qtbot.addWidget(tools)
    return tools


def test_every_button_asks(tools: ToolRow, qtbot: QtBot) -> None:
    for button, signal in (
        (tools.play, tools.play_wanted),
        (tools.loop, tools.loop_changed),
        (tools.save, tools.save_wanted),
        (tools.closer, tools.zoom_wanted),
        (tools.out, tools.zoom_wanted),
        (tools.fit, tools.fit_wanted),
        (tools.follow, tools.follow_wanted),
        (tools.what_if, tools.what_if_wanted),
        (tools.clear, tools.clear_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    assert all(button.accessibleName() for button in tools.findChildren(QToolButton))


def test_play_becomes_stop(tools: ToolRow) -> None:
    tools.show_playing(playing=True)
    assert tools.play.accessibleName() == "Stop (Space)"
    tools.show_playing(playing=False)
    assert tools.play.accessibleName() == "Play (Space)"


def test_a_selector_is_there_where_there_is_a_choice(tools: ToolRow, qtbot: QtBot) -> None:
    box = tools.operations
    tools.show_choices(box, [("a", "first")], "a")
    assert box.isHidden()
    tools.show_choices(box, [("a", "first"), ("b", "second")], "b")
    assert not box.isHidden() and box.currentText() == "second"
    with qtbot.waitSignal(tools.operation_chosen) as told:
        box.activated.emit(0)
    assert told.args == ["a"]


def test_where_it_is_narrow_words_give_way(tools: ToolRow) -> None:
    tools.resize(ROOMY - 100, 40)
    tools.show()
    assert tools.title.isHidden()
    assert tools.what_if.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    tools.resize(ROOMY + 10, 40)
    assert not tools.title.isHidden()
