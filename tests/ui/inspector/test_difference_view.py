"""The comparison."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.inspector.difference_view import DifferenceView
from tests.helpers.inspected import request, wire


@pytest.fixture
def view(qtbot: QtBot) -> DifferenceView:
    view = DifferenceView()
    qtbot.addWidget(view)
    view.show()
    view.show_pair(
        wire(3, request(body={"a": 1, "b": 1})), wire(8, request(body={"a": 1, "b": 2, "c": 3}))
    )
    return view


def test_it_shows_what_differs(view: DifferenceView) -> None:
    assert view.rows() == [("$.b", "1", "2"), ("$.c", "–", "3")]
    assert view.title.text().startswith("2 fields differ")
    head = view.table.headerItem()
    assert [head.text(column) for column in range(3)] == ["Field", "no. 3", "no. 8"]


def test_and_what_is_alike_when_asked(view: DifferenceView) -> None:
    view.only.setChecked(False)
    assert ("$.a", "1", "1") in view.rows() and ("method", "POST", "POST") in view.rows()


def test_nothing_differs(view: DifferenceView) -> None:
    view.show_pair(wire(1, request()), wire(2, request()))
    assert view.title.text() == "All alike" and view.rows() == []


def test_a_line_is_copied(view: DifferenceView, qtbot: QtBot) -> None:
    view.table.setCurrentItem(view.table.topLevelItem(0).child(0))
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "$.b\t1\t2"
