"""The line that says what Graph would say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.composer.body_check import BodyCheck
from app.ui.composer.check_line import CheckLine


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication) -> CheckLine:
    theme.apply_theme(qapp, "light")
    line = CheckLine()
    qtbot.addWidget(line)
    line.show()
    return line


def test_a_body_that_graph_takes(line: CheckLine) -> None:
    line.show_check(BodyCheck(words=("One.", "Two.")))
    assert line.text.text() == "One. Two." == line.accessibleName()
    assert theme.LIGHT.ok_soft.name() in line.styleSheet()
    line.show_check(BodyCheck())
    assert line.text.text() == "Valid JSON."


def test_a_refusal(line: CheckLine) -> None:
    line.show_check(BodyCheck("8523", "Invalid argument 'x'.", 2, 3))
    assert line.text.text() == "Line 2: Graph refuses this with 8523. Invalid argument 'x'."
    assert theme.LIGHT.error_soft.name() in line.styleSheet()
    line.show_check(BodyCheck("BadRequest", "No."))
    assert line.text.text() == "Graph refuses this with BadRequest. No."


def test_a_remark(line: CheckLine) -> None:
    line.show_check(BodyCheck(words=("It records.",), notes=("Graph ignores 'x'.",)))
    assert line.text.text() == "Graph ignores 'x'.\nIt records."
    assert theme.LIGHT.warn_soft.name() in line.styleSheet()


def test_the_theme_is_followed(line: CheckLine, qapp: QApplication) -> None:
    line.show_check(BodyCheck())
    theme.apply_theme(qapp, "dark")
    assert theme.DARK.ok_soft.name() in line.styleSheet()
