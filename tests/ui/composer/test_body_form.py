"""The form."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.graph.catalogue import find, operations
from app.graph.profiles import RECORD_2018, V1
from app.ui.composer.body_form import BodyForm


@pytest.fixture
def form(qtbot: QtBot) -> BodyForm:
    form = BodyForm()
    qtbot.addWidget(form)
    form.show_operation(operations(V1)[0])
    form.show()
    return form


def test_it_has_a_field_for_each_parameter(form: BodyForm) -> None:
    assert list(form.fields) == [parameter.name for parameter in operations(V1)[0].parameters]
    form.show_operation(operations(RECORD_2018)[0])
    assert "recordingFormat" in form.fields


def test_the_same_operation_keeps_its_fields(form: BodyForm) -> None:
    before = form.fields["playBeep"]
    form.show_operation(operations(V1)[0])
    assert form.fields["playBeep"] is before


def test_values_in_any_case(form: BodyForm) -> None:
    form.show_body({"STOPTONES": ["#"], "unknown": 1})
    assert form.fields["stopTones"].text == "#" and form.fields["playBeep"].text == ""
    form.show_body({})
    assert form.fields["stopTones"].text == ""


def test_it_says_why_it_is_empty(form: BodyForm) -> None:
    assert form._note.isHidden()
    form.show_operation(find("keepAlive", V1))
    assert "no parameters" in form._note.text()
    form.show_operation(None)
    assert "no form" in form._note.text() and form.fields == {}
    form.show_body({})
    assert "no form" in form._note.text()


def test_an_error_stands_at_one_field(form: BodyForm) -> None:
    form.show_error("PLAYBEEP", "expected true or false")
    assert form.fields["playBeep"].error.text() == "expected true or false"
    assert form.fields["stopTones"].error.text() == ""
