from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.bridge.file_line import FileLine


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_path_is_written_or_chosen(qtbot: QtBot) -> None:
    line = FileLine("CA file")
    qtbot.addWidget(line)
    line.show()
    line.line.setText("  /a/b.pem ")
    assert line.path == "/a/b.pem"
    assert (line.line.accessibleName(), line.browse.toolTip()) == (
        "CA file",
        "Choose a file: CA file",
    )
    line.browse.click()
    dialog = line.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/c/d.pem")
    dialog.reject()
    assert line.path == "/c/d.pem"
