"""The comparison."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.inspector.difference_view import LONGEST, MOST, DifferenceView
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


def test_of_many_fields_the_first_are_shown(view: DifferenceView) -> None:
    many = {"list": list(range(MOST + 5)), "long": "x" * 100_000}
    view.show_pair(wire(1, request()), wire(2, request(body=many)))
    assert len(view.rows()) == MOST
    assert view.title.text() == f"{MOST + 6} fields differ, 5 are alike; the first 2,000 are shown"
    view.show_pair(wire(1, request()), wire(2, request(body={"long": "x" * 100_000})))
    ((_, _, shown),) = view.rows()
    assert len(shown) == LONGEST + 1
    view.table.setCurrentItem(view.table.topLevelItem(0).child(0))  # type: ignore[union-attr]
    QTest.keySequence(view.table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert "x" * 100_000 in QGuiApplication.clipboard().text()
