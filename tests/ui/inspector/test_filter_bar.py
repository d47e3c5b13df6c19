"""Chips and text field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.inspector.filter_bar import FilterBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FilterBar]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    bar = FilterBar(window)
    layout.addWidget(bar)
    layout.addWidget(QLineEdit(window))
    readable = QPlainTextEdit(window)
    readable.setReadOnly(True)
    layout.addWidget(readable)
    window.resize(700, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield bar
    window.close()


def test_chips_exclude_each_other(bar: FilterBar) -> None:
    told: list[str] = []
    bar.choice_changed.connect(told.append)
    bar.choose("webhook")
    bar.choose("error")
    assert told == ["webhook", "error"]
    assert [chip.isChecked() for chip in bar._chips.buttons()] == [False] * 4 + [True, False]


def test_errors_are_counted_on_their_chip(bar: FilterBar) -> None:
    bar.set_errors(3)
    assert bar._chips.buttons()[-2].text() == "Errors 3"
    bar.set_errors(0)
    assert bar._chips.buttons()[-2].text() == "Errors"


def test_slash_leads_to_the_field(bar: FilterBar, qtbot: QtBot) -> None:
    text = bar.window().findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Slash)
    assert bar.field.hasFocus()


def test_a_slash_that_is_typed_stays_text(bar: FilterBar, qtbot: QtBot) -> None:
    other = next(f for f in bar.window().findChildren(QLineEdit) if f is not bar.field)
    other.setFocus()
    qtbot.keyClicks(other, "a/b")
    assert other.text() == "a/b" and other.hasFocus()
    bar.focus_field()
    qtbot.keyClicks(bar.field, "/calls")
    assert bar.field.text() == "/calls"


def test_escape_empties_and_leaves(bar: FilterBar, qtbot: QtBot) -> None:
    texts: list[str] = []
    bar.text_changed.connect(texts.append)
    bar.focus_field()
    qtbot.keyClicks(bar.field, "ab")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert texts == ["a", "ab", ""]
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)


def test_clear_shows_everything(bar: FilterBar) -> None:
    bar.choose("event")
    bar.field.setText("x")
    told: list[str] = []
    bar.choice_changed.connect(told.append)
    bar.clear()
    assert told == ["all"] and bar.field.text() == ""


def test_a_narrow_bar_has_two_lines(bar: FilterBar, qtbot: QtBot) -> None:
    assert bar.field.y() < 10
    bar.window().resize(400, 300)
    qtbot.waitUntil(lambda: bar.field.y() > 20)


def test_everything_has_a_name(bar: FilterBar) -> None:
    assert bar.field.accessibleName()
    assert all(chip.accessibleName() for chip in bar._chips.buttons())


def test_pinned_ones_can_be_chosen_where_there_are_some(bar: FilterBar) -> None:
    chip = bar._chips.buttons()[-1]
    assert chip.isHidden()
    bar.set_pinned(2)
    assert not chip.isHidden() and chip.text() == "Pinned 2"
    bar.choose("pinned")
    bar.set_pinned(0)
    assert chip.isHidden() and bar._chips.buttons()[0].isChecked()
