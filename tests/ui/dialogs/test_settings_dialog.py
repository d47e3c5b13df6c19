"""The settings dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import ABOUT
from app.ui.dialogs.settings_dialog import SettingRow, SettingsDialog
from tests.helpers.window import World

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def dialog(world: World, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(world.link)
    qtbot.addWidget(dialog)
    dialog.open_beside()
    return dialog


def row(dialog: SettingsDialog, name: str) -> SettingRow:
    return next(row for row in dialog.rows if row.about.name == name)


def test_it_shows_every_setting_and_blocks_nothing(dialog: SettingsDialog) -> None:
    assert dialog.isVisible() and not dialog.isModal()
    assert sorted(dialog.shown_names()) == sorted(about.name for about in ABOUT.values())


def test_the_search_narrows_it(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "webhook timeout")
    assert dialog.shown_names() == ["webhooks.timeoutSeconds"]
    dialog.search.setText("no such thing")
    assert dialog.shown_names() == []
    dialog.search.clear()
    assert len(dialog.shown_names()) == len(ABOUT)


def test_a_change_holds_at_once_and_is_kept(world: World, dialog: SettingsDialog) -> None:
    editor = row(dialog, "call.answerTimeoutSeconds").editor
    assert isinstance(editor, QDoubleSpinBox)
    editor.setValue(20.0)
    assert world.link.settings.answer_timeout == 20.0
    assert world.core.saved[-1].answer_timeout == 20.0


def test_the_way_back_to_the_default(world: World, dialog: SettingsDialog, qtbot: QtBot) -> None:
    theme_row = row(dialog, "window.theme")
    assert not theme_row.reset.isVisible()
    world.link.change_setting("window.theme", "dark")
    assert isinstance(theme_row.editor, QComboBox) and theme_row.editor.currentData() == "dark"
    assert theme_row.reset.isVisible()
    qtbot.mouseClick(theme_row.reset, Qt.MouseButton.LeftButton)
    assert world.link.settings.theme == "system"
    assert theme_row.editor.currentData() == "system" and not theme_row.reset.isVisible()


def test_leaving_a_text_field_unchanged_changes_nothing(
    world: World, dialog: SettingsDialog
) -> None:
    editor = row(dialog, "bot.url").editor
    assert isinstance(editor, QLineEdit)
    editor.editingFinished.emit()
    assert world.core.saved == []
