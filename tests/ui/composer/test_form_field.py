"""A line of the form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.graph.catalogue import Parameter
from app.ui.composer.field_values import ABSENT
from app.ui.composer.form_field import FormField

SECONDS = Parameter("maxSilence", "seconds", default=5, low=1, high=120)


def made(qtbot: QtBot, parameter: Parameter) -> FormField:
    field = FormField(parameter)
    qtbot.addWidget(field)
    field.show()
    return field


def test_it_shows_default_and_limits(qtbot: QtBot) -> None:
    field = made(qtbot, SECONDS)
    line = field.findChild(QLineEdit)
    assert line.placeholderText() == "5 by default" and line.accessibleName() == "maxSilence"
    assert "1 to 120 s" in [label.text() for label in field.findChildren(QLabel)]
    assert line.accessibleDescription() == "1 to 120 s"


@pytest.mark.parametrize(
    ("parameter", "hint"),
    [
        (Parameter("a", "text", most=256), "at most 256 characters"),
        (Parameter("a", "prompts", most=1), "one"),
        (Parameter("a", "prompts", required=True, most=20), "required, at most 20"),
        (Parameter("a", "seconds", low=1, high=2**31 - 1), "at least 1 s"),
        (Parameter("a", "keys"), ""),
    ],
)
def test_hints(qtbot: QtBot, parameter: Parameter, hint: str) -> None:
    field = made(qtbot, parameter)
    assert field.findChild(QLineEdit).accessibleDescription() == hint


def test_typing_is_told(qtbot: QtBot) -> None:
    field = made(qtbot, SECONDS)
    line = field.findChild(QLineEdit)
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(line, "7")
    assert told.args == ["maxSilence", 7]
    with qtbot.waitSignal(field.edited) as told:
        line.selectAll()
        qtbot.keyClicks(line, "\b")
    assert told.args[1] is ABSENT


def test_what_is_typed_stays_when_it_means_the_value(qtbot: QtBot) -> None:
    field = made(qtbot, Parameter("stopTones", "keys"))
    field.type("#  1 ")
    field.show_value(["#", "1"])
    assert field.text == "#  1 "
    field.show_value(["*"])
    assert field.text == "*"
    field.show_value(ABSENT)
    assert field.text == ""


def test_a_choice_takes_wrong_values_too(qtbot: QtBot) -> None:
    field = made(qtbot, Parameter("playBeep", "flag", default=True))
    box = field.findChild(QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["true by default", "true", "false"]
    field.show_value(False)
    assert field.text == "false"
    with qtbot.assertNotEmitted(field.edited):
        field.show_value("yes")
    assert field.text == '"yes"'
    with qtbot.waitSignal(field.edited) as told:
        field.type("true")
    assert told.args == ["playBeep", True]


def test_an_error_stands_below(qtbot: QtBot) -> None:
    field = made(qtbot, SECONDS)
    field.show_error("300 is out of range.")
    assert field.error.isVisible() and field.error.text() == "300 is out of range."
    field.show_error("")
    assert not field.error.isVisible()
