"""Small parts of the card."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.outcome import Cause
from app.ui import theme
from app.ui.recording.card_parts import Hint, IconLine, OutcomeBadge
from app.ui.recording.takes import takes_of
from tests.helpers.inspected import call, operation


def test_the_badge_has_words_and_colour(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    badge = OutcomeBadge()
    qtbot.addWidget(badge)
    (done,) = takes_of(call(operation(Cause.STOP_TONE)))
    badge.show_outcome(done)
    assert badge.text() == "completed · 200/8514"
    assert theme.LIGHT.ok.name() in badge.styleSheet()
    theme.apply_theme(qapp, "dark")
    badge.recolor()
    assert theme.DARK.ok.name() in badge.styleSheet()
    badge.show_running()
    assert badge.text() == "recording" and theme.DARK.error.name() in badge.styleSheet()


def test_a_line_appears_with_its_text(qtbot: QtBot) -> None:
    line = IconLine("info")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.show_line("Saved.", "check-circle-fill", "ok")
    assert not line.isHidden() and line.text.text() == "Saved."
    first = line._mark.pixmap().toImage()
    line.show_line("Not saved.", "warning-fill", "error")
    assert line._mark.pixmap().toImage() != first


def test_a_hint(qtbot: QtBot) -> None:
    hint = Hint()
    qtbot.addWidget(hint)
    hint.show_hint("microphone-slash", "error", "No recording", "Nobody spoke.")
    assert (hint.title.text(), hint.text.text()) == ("No recording", "Nobody spoke.")
    assert not hint._mark.pixmap().isNull()
