"""The list follows the newest row, unless the user looks at older ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.inspector.exchange_filter import ExchangeFilter
from app.ui.inspector.exchange_list import MIDDLE, NARROW, SLIM, WIDE, ExchangeList
from app.ui.inspector.exchange_model import Column, ExchangeModel
from tests.helpers.inspected import event

IDS = {Column.CALL, Column.OPERATION}


class Shown:
    """A list on a model of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = window = QWidget()
        qtbot.addWidget(window)
        self.model = ExchangeModel(parent=window)
        self.filter = ExchangeFilter(self.model, window)
        self.list = ExchangeList(self.filter, window)
        window.resize(800, 300)
        self.chosen: list[Record | None] = []
        self.list.chosen.connect(self.chosen.append)
        self.list.resize(700, 240)
        window.show()
        self._seq = 0

    def add(self, count: int) -> None:
        self.model.append([event(self._seq + n, "beepStarted") for n in range(1, count + 1)])
        self._seq += count

    @property
    def at_end(self) -> bool:
        bar = self.list.verticalScrollBar()
        return bar.value() == bar.maximum()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_it_follows_the_newest(shown: Shown) -> None:
    shown.add(100)
    assert shown.at_end and shown.list.following
    shown.add(1)
    assert shown.at_end and shown.list.unseen == 0


def test_scrolled_up_it_stays_and_says_what_is_new(shown: Shown, qtbot: QtBot) -> None:
    shown.add(100)
    shown.list.verticalScrollBar().setValue(0)
    shown.add(3)
    assert shown.list.verticalScrollBar().value() == 0
    assert not shown.list.following and shown.list.unseen == 3
    pill = shown.list._pill
    assert pill.isVisible() and "3" in pill.text()
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert shown.at_end and shown.list.following and not pill.isVisible()


def test_scrolling_back_to_the_end_follows_again(shown: Shown) -> None:
    shown.add(100)
    bar = shown.list.verticalScrollBar()
    bar.setValue(0)
    shown.add(1)
    bar.setValue(bar.maximum())
    shown.add(1)
    assert shown.at_end and shown.list.unseen == 0


def test_a_smaller_window_still_shows_the_newest(shown: Shown) -> None:
    shown.add(100)
    shown.list.resize(700, 160)
    assert shown.at_end


def test_choosing_a_row_tells_its_record(shown: Shown) -> None:
    shown.add(5)
    shown.list.selectRow(2)
    assert [record.seq for record in shown.chosen if record] == [3]


def test_j_and_k_move(shown: Shown, qtbot: QtBot) -> None:
    shown.add(5)
    shown.list.selectRow(0)
    for key in "jjk":
        qtbot.keyClick(shown.list, key)
    assert shown.list.currentIndex().row() == 1
    for _ in range(9):
        qtbot.keyClick(shown.list, "j")
    assert shown.list.currentIndex().row() == 4


def test_letters_do_not_search(shown: Shown, qtbot: QtBot) -> None:
    shown.add(5)
    shown.list.selectRow(4)
    qtbot.keyClicks(shown.list, "Bee")
    assert shown.list.currentIndex().row() == 4


def test_a_record_is_found_by_its_number(shown: Shown) -> None:
    shown.add(5)
    assert shown.list.choose(4) and shown.list.currentIndex().row() == 3
    assert not shown.list.choose(99)


def test_an_empty_list_teaches(shown: Shown) -> None:
    assert shown.list._empty.isVisible() and "Press Call" in shown.list._empty.text()
    shown.add(1)
    assert not shown.list._empty.isVisible()


def test_a_filter_without_a_match_says_so(shown: Shown) -> None:
    shown.add(1)
    shown.filter.seek("nowhere")
    shown.list.refresh_empty()
    assert shown.list._empty.isVisible() and "filter" in shown.list._empty.text()


@pytest.mark.parametrize(
    ("width", "hidden"),
    [
        (WIDE + 40, set()),
        (NARROW + 40, IDS),
        (MIDDLE + 40, {Column.SUMMARY} | IDS),
        (SLIM + 40, {Column.SUMMARY, Column.SIZE} | IDS),
        (SLIM - 60, {Column.SUMMARY, Column.SIZE, Column.DURATION} | IDS),
    ],
)
def test_columns_give_way_to_a_narrow_window(shown: Shown, width: int, hidden: set[Column]) -> None:
    shown.list.resize(width, 240)
    assert {column for column in Column if shown.list.isColumnHidden(column)} == hidden
    taken = sum(shown.list.columnWidth(column) for column in Column)
    assert taken == shown.list.viewport().width()


def test_two_selected_rows_are_a_pair(shown: Shown, qtbot: QtBot) -> None:
    pairs: list[tuple[int, int]] = []
    shown.list.pair_chosen.connect(lambda one, other: pairs.append((one.seq, other.seq)))
    shown.add(5)
    shown.list.selectRow(3)
    qtbot.keyClick(shown.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert pairs == [(3, 4)]
    shown.list.selectRow(0)
    assert [record.seq for record in shown.chosen if record][-1] == 1


def test_letters_are_commands(shown: Shown, qtbot: QtBot) -> None:
    pressed: list[tuple[str, int]] = []
    shown.list.key_pressed.connect(lambda letter, record: pressed.append((letter, record.seq)))
    shown.add(2)
    qtbot.keyClicks(shown.list, "r")
    assert pressed == [], "no row is chosen"
    shown.list.selectRow(1)
    qtbot.keyClicks(shown.list, "rDcpx")
    assert pressed == [("r", 2), ("d", 2), ("c", 2), ("p", 2)]
    qtbot.keyClick(shown.list, Qt.Key.Key_Escape)
    assert shown.list.record is None and shown.chosen[-1] is None


def test_the_menu_key_and_the_mouse_ask_for_a_menu(shown: Shown) -> None:
    asked: list[int] = []
    shown.list.menu_wanted.connect(lambda record, place: asked.append(record.seq))
    shown.add(2)
    shown.list.selectRow(1)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        place = shown.list.rect().center()
        asking = QContextMenuEvent(reason, place, shown.list.mapToGlobal(place))
        shown.list.contextMenuEvent(asking)
    assert asked == [2, 2]
