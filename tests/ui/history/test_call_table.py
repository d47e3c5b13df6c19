"""The list of kept calls."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.history.call_table import CallModel, CallTable, Column
from tests.helpers.kept_calls import call_id
from tests.helpers.saved import planted_call


def test_a_row_tells_of_a_call(qtbot: QtBot) -> None:
    model = CallModel("this-run")
    info = dataclasses.replace(planted_call().info, run="this-run", bot_url="http://h:1/a?code=x")
    other = dataclasses.replace(
        info, id=call_id(2), run="", ended=None, reasons=(), number="", direction="outgoing"
    )
    model.show_calls([info, other])
    texts = [[model.data(model.index(row, c)) for c in Column] for row in (0, 1)]
    assert texts[0][0].endswith(" ●") and not texts[1][0].endswith(" ●")
    assert texts[0][1:] == ["0:05.0", "+4915112345678", "h:1/a", "maxSilenceTimeout"]
    assert texts[1][1:] == ["–", "bot called", "h:1/a", "–"]
    tip = model.data(model.index(0, Column.BOT), Qt.ItemDataRole.ToolTipRole)
    assert tip == "http://h:1/a?code=x"
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert titles == ["Began", "Lasted", "Number", "Bot", "Operations ended"]


def test_rows_are_chosen_opened_and_deleted_by_key(qtbot: QtBot) -> None:
    model = CallModel("")
    table = CallTable(model)
    qtbot.addWidget(table)
    infos = [dataclasses.replace(planted_call().info, id=call_id(n)) for n in range(3)]
    model.show_calls(infos)
    table.selectRow(1)
    assert table.chosen() == [infos[1]]
    with qtbot.waitSignal(table.open_wanted) as opened:
        table.activated.emit(model.index(1, 0))
    assert opened.args == [infos[1]]
    with qtbot.waitSignal(table.delete_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    table.selectAll()
    assert table.chosen() == infos
    table.clearSelection()
    with qtbot.assertNotEmitted(table.delete_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
