"""A line with an icon."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.recording.icon_line import IconLine


def test_a_line_appears_with_its_text(qtbot: QtBot) -> None:
    line = IconLine("info")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.show_line("Saved.", "check-circle-fill", "ok")
    assert not line.isHidden() and line.text.text() == "Saved."
    first = line._mark.pixmap().toImage()
    line.show_line("Not saved.", "warning-fill", "error")
    assert line._mark.pixmap().toImage() != first
