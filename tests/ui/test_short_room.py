from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.short_room import LEAST, ShortRoom

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def room(qtbot: QtBot, *heights: int) -> tuple[ShortRoom, list[QLabel]]:
    inside = QWidget()
    column = QVBoxLayout(inside)
    labels = [QLabel(str(height)) for height in heights]
    for label, height in zip(labels, heights, strict=True):
        label.setMinimumHeight(height)
        column.addWidget(label)
    made = ShortRoom(inside)
    qtbot.addWidget(made)
    made.show()
    return made, labels


def test_nothing_is_squeezed_where_there_is_too_little_height(qtbot: QtBot) -> None:
    made, (one, other) = room(qtbot, 200, 100)
    assert made.minimumSizeHint().height() == LEAST
    made.resize(150, LEAST)
    qtbot.waitUntil(made.verticalScrollBar().isVisible)
    assert (one.height(), other.height()) == (200, 100)
    assert one.geometry().bottom() < other.geometry().top()
    made.resize(150, 400)
    qtbot.waitUntil(lambda: not made.verticalScrollBar().isVisible())
    assert one.width() > 100


def test_what_is_low_asks_for_no_more_than_it_needs(qtbot: QtBot) -> None:
    made, _ = room(qtbot, 20)
    assert made.minimumSizeHint() == made.widget().minimumSizeHint()
    assert made.minimumSizeHint().height() < LEAST
