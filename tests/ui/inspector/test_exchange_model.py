"""The model only grows at its end, and lets the oldest go in blocks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.inspector.exchange_model import Column, ExchangeModel
from tests.helpers.inspected import CALL, CALLED, OPERATION, event, request, webhook, wire

TELLER = {"@odata.type": "#microsoft.graph.recordOperation", "status": "completed"}


@pytest.fixture
def model(qapp: object) -> ExchangeModel:
    return ExchangeModel(limit=100)


def test_it_keeps_qts_rules(qtmodeltester: object, model: ExchangeModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.append([event(1, "callCreated", 0.0)])
    model.append([event(seq, "promptStarted") for seq in range(2, 300)])
    assert tester.model() is model


def test_columns(model: ExchangeModel) -> None:
    model.append([event(1, "callCreated", 0.0), wire(2, request(after=2.5))])
    texts = [model.data(model.index(1, column)) for column in Column]
    assert texts == [
        "0:02.500",
        "in",
        "POST recordResponse",
        "silence 5 s · pause 5 s · at most 5 s",
        "200",
        "",
        "4.20 ms",
        "57dab8b1…",
        "0fe0623f…",
    ]
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.data(model.index(1, Column.CALL), tip) == CALL
    assert model.data(model.index(1, Column.OPERATION), tip) == OPERATION


def test_headers_are_named_and_explained(model: ExchangeModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [model.headerData(column, across) for column in Column]
    assert len(set(names)) == len(Column) and all(names)
    tip = model.headerData(Column.DIRECTION, across, Qt.ItemDataRole.ToolTipRole)
    assert "bot" in tip
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_arrows_are_spoken(model: ExchangeModel) -> None:
    model.append([wire(1, request()), event(2, "beepStarted")])
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [model.data(model.index(row, Column.DIRECTION), role) for row in range(2)]
    assert spoken == ["from the bot", "event"]


def test_tips_say_more(model: ExchangeModel) -> None:
    model.append([wire(1, request())])
    role = Qt.ItemDataRole.ToolTipRole
    assert model.data(model.index(0, Column.NAME), role).startswith("POST http://127.0.0.1:8899/")
    assert model.data(model.index(0, Column.TIME), role).endswith(":06.000")


def test_a_record_is_added_once(model: ExchangeModel) -> None:
    model.append([event(1, "beepStarted")])
    model.append([event(1, "beepStarted"), event(2, "beepStarted")])
    assert [model.row(n).record.seq for n in range(model.rowCount())] == [1, 2]


def test_the_oldest_leave_in_blocks(model: ExchangeModel) -> None:
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))
    for seq in range(1, 109):
        model.append([event(seq, "warning")])
    assert removed == [(0, 5)]
    assert model.rowCount() == 102 and model.row(0).record.seq == 7
    assert model.errors == 102


def test_another_limit(model: ExchangeModel) -> None:
    model.append([event(seq, "beepStarted") for seq in range(1, 51)])
    model.set_limit(10, 1_000_000, 1_000_000)
    model.append([event(51, "beepStarted")])
    assert model.rowCount() == 10 and model.row(9).record.seq == 51


def test_errors_are_counted(model: ExchangeModel) -> None:
    model.append([wire(1, request(status=400)), wire(2, request()), event(3, "warning")])
    assert model.errors == 2


def test_what_has_no_call_takes_its_time_from_the_newest(model: ExchangeModel) -> None:
    stray = wire(2, request(status=401, after=3.0))
    stray = type(stray)(2, stray.at, "exchange", None, None, None, {}, stray.exchange)
    model.append([event(1, "callCreated", 0.0), stray])
    assert model.call_created(stray) == CALLED and model.row(1).time == "0:03.000"


def test_a_webhook_knows_what_it_tells_about(model: ExchangeModel) -> None:
    ended, told = event(1, "ended", 2.0), wire(3, webhook(TELLER, after=2.1))
    model.append([ended, event(2, "callStateChanged", 2.05), told, event(4, "beepStarted", 2.2)])
    assert model.trigger(told) is ended
    assert model.trigger(ended) is None
    assert model.trigger(wire(5, request())) is None


def test_pinned_records_are_told_and_forgotten_with_their_rows(model: ExchangeModel) -> None:
    model.append([wire(1, request()), wire(2, request())])
    name = model.index(0, Column.NAME)
    assert model.pin(1) and model.pin(2)
    assert model.data(name, Qt.ItemDataRole.AccessibleTextRole).endswith(", pinned")
    assert not model.pin(1) and model.pinned == {2}
    model.append([event(seq, "beepStarted") for seq in range(3, 203)])
    assert model.pinned == set()


def test_rows_are_found_by_number(model: ExchangeModel) -> None:
    model.append([event(seq, "beepStarted") for seq in (2, 5, 9)])
    assert [model.number_of(seq) for seq in (2, 5, 9)] == [0, 1, 2]
    assert [model.number_of(seq) for seq in (1, 3, 10)] == [None] * 3


def test_long_bodies_push_out_the_oldest(model: ExchangeModel) -> None:
    model.set_limit(100, 1000, 1000)
    for seq in range(1, 4):
        model.append([wire(seq, request(body="x" * 400))])
    assert [model.row(n).record.seq for n in range(model.rowCount())] == [2, 3]
    model.append([wire(4, request(body="x" * 5000))])
    assert [model.row(n).record.seq for n in range(model.rowCount())] == [4]
    model.append([event(5, "muted")])
    assert model.rowCount() == 1, "the newest one always stays"
