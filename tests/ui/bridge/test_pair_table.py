from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.bridge.pair_table import PairTable

PAIRS = (("one", "1"), ("two", "2"))


def test_the_newest_pair_is_on_top(qtbot: QtBot) -> None:
    table = PairTable()
    qtbot.addWidget(table)
    table.show_pairs(PAIRS)
    assert table.pairs() == PAIRS and table._text(0, 0) == "two"
    table.show_pairs(())
    assert table.pairs() == () and not table.take.isEnabled()


def test_a_row_fills_the_fields_and_can_be_removed(qtbot: QtBot) -> None:
    table = PairTable()
    qtbot.addWidget(table)
    table.show_pairs(PAIRS)
    table.table.selectRow(1)
    assert (table.simulated.text(), table.real.text()) == ("one", "1")
    with qtbot.waitSignal(table.removed) as removed:
        table.take.click()
    assert removed.args == ["one"]
    table.real.setText("other")
    with qtbot.waitSignal(table.added) as added:
        table.put.click()
    assert added.args == ["one", "other"]


def test_the_selection_stays_with_its_pair(qtbot: QtBot) -> None:
    table = PairTable()
    qtbot.addWidget(table)
    table.show_pairs(PAIRS)
    table.table.selectRow(0)
    table.simulated.setText("something typed")
    table.show_pairs((*PAIRS, ("three", "3")))
    with qtbot.waitSignal(table.removed) as removed:
        table.take.click()
    assert removed.args == ["two"]
    table.show_pairs((("one", "1"),))
    assert not table.take.isEnabled(), "the pair is gone, and nothing else is selected"
