"""What stands there while there is no operation."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.operation.empty_operation import EmptyOperation


def test_it_says_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyOperation()
    qtbot.addWidget(empty)
    words = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "Press Call" in words and "recordResponse" in words
