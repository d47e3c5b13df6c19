from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from app.ui.dialogs.shortcut_sheet import ShortcutSheet
from app.ui.presenters.shortcut_text import groups


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_every_key_is_on_it(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    sheet.open_beside()
    assert not sheet.isModal()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    cards = {card.accessibleName() for card in sheet.findChildren(QFrame)}
    for group in groups():
        assert group.title in texts and group.title in cards
        assert {part for row in group.rows for part in row} <= texts
    sheet.close()
