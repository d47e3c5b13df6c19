"""What the program says of itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app import __version__
from app.ui.dialogs.about_dialog import LIST, AboutDialog

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def test_it_gives_qts_notice_and_the_packages(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.open_beside()
    words = dialog.words.text()
    for said in ("no telemetry", "never looks for updates", "GNU Lesser General Public License"):
        assert said in words
    assert "aiohttp 3." in dialog.parts.toPlainText()
    assert dialog.licences.isHidden()
    assert any(__version__ in label.text() for label in dialog.findChildren(type(dialog.words)))


def test_the_frozen_program_shows_its_own_list(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / LIST).write_text("everything inside")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.path()))
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert dialog.parts.toPlainText() == "everything inside"
    dialog.licences.click()
    assert opened == [str(tmp_path / "licences")]
