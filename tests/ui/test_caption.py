"""The caption of the presentation."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.caption import CAPTION, Caption


def test_it_tells_in_large_letters_and_names_its_keys(qtbot: QtBot) -> None:
    caption = Caption()
    qtbot.addWidget(caption)
    caption.tell("The caller is speaking.")
    told, hint = caption.findChildren(QLabel)
    assert caption.text() == told.text() == "The caller is speaking."
    assert told.font().pixelSize() == CAPTION > hint.font().pixelSize()
    assert hint.text() == "F9 demo · F5 back to the start · F11 leave"


def test_a_long_sentence_takes_a_second_line(qtbot: QtBot) -> None:
    caption = Caption()
    qtbot.addWidget(caption)
    caption.tell("Short.")
    short = caption.heightForWidth(600)
    caption.tell("The bot's prompt is played; nothing is recorded yet. " * 2)
    assert caption.heightForWidth(600) > short
