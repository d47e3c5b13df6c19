from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.dialogs.palette import Command, CommandPalette

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, ran: list[str]) -> CommandPalette:
    made = CommandPalette()
    qtbot.addWidget(made)
    titles = ("Show Traffic", "Show Composer", "Quit")
    made.offer([Command(t, lambda t=t: ran.append(t), "Ctrl+Q") for t in titles])
    return made


def test_words_filter_in_any_order_and_case(palette: CommandPalette) -> None:
    assert palette.titles == ["Show Traffic", "Show Composer", "Quit"]
    palette.search.setText("COMP show")
    assert palette.titles == ["Show Composer"]
    palette.search.setText("nothing of the kind")
    assert palette.titles == []


def test_keys_choose_and_run(palette: CommandPalette, qtbot: QtBot, ran: list[str]) -> None:
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Up)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert ran == ["Quit"] and not palette.isVisible()


def test_enter_on_nothing_does_nothing(
    palette: CommandPalette, qtbot: QtBot, ran: list[str]
) -> None:
    palette.search.setText("zzz")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert ran == [] and palette.isVisible()
    palette.close()
