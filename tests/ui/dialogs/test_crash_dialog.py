"""The dialog that tells of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.dialogs.crash_dialog import MOST, CrashDialog, show_alone
from app.unexpected import Crash

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def dialog(qtbot: QtBot) -> CrashDialog:
    dialog = CrashDialog()
    qtbot.addWidget(dialog)
    return dialog


def test_details_can_be_copied(dialog: CrashDialog) -> None:
    dialog.tell(Crash("a call", "ValueError: broken", "all of it", Path("/reports/crash-1.txt")))
    assert dialog.isVisible() and not dialog.isModal()
    assert dialog.summary.text() == "ValueError: broken"
    assert "crash-1.txt" in dialog.kept.text()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "all of it"


def test_the_folder_of_the_report_is_opened(
    dialog: CrashDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.path()))
    dialog.tell(Crash("a call", "x", "y", Path("/reports/crash-1.txt")))
    dialog.folder.click()
    assert opened == ["/reports"]


def test_without_a_report_the_details_are_asked_for(dialog: CrashDialog) -> None:
    dialog.tell(Crash("a call", "x", "y"))
    assert "please copy the details" in dialog.kept.text()
    assert dialog.folder.isHidden()


def test_many_faults_share_a_dialog(dialog: CrashDialog) -> None:
    for number in range(MOST + 5):
        dialog.tell(Crash("a call", f"error {number}", f"details {number}"))
    assert dialog.summary.text() == f"error 0 (and {MOST - 1} more)"
    shown = dialog.details.toPlainText()
    assert "details 0" in shown and f"details {MOST - 1}" in shown
    assert f"details {MOST}" not in shown


@pytest.mark.qt_no_exception_capture
def test_an_error_without_a_window_is_shown_alone(qapp: QApplication) -> None:
    seen: list[str] = []

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, CrashDialog) and widget.isVisible():
                seen.append(widget.summary.text())
                widget.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    show_alone(Crash("the window", "It did not open", "why"), ["callsim"])
    timer.stop()
    assert seen == ["It did not open"]
