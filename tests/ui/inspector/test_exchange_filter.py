"""Chips and text choose rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from app.ui.inspector.exchange_filter import Choice, ExchangeFilter
from app.ui.inspector.exchange_model import ExchangeModel
from tests.helpers.inspected import event, request, webhook, wire

RECORDS = [
    event(1, "callCreated", 0.0),
    wire(2, request(body={"clientContext": "Blue"})),
    wire(3, webhook({"state": "established"})),
    event(4, "speechStarted"),
    wire(5, request(status=400)),
    wire(6, webhook({"state": "terminated"}, status=None, error="Nothing listens.")),
]


@pytest.fixture
def shown(qapp: object) -> Iterator[ExchangeFilter]:
    owner = QObject()
    model = ExchangeModel(parent=owner)
    model.append(RECORDS)
    yield ExchangeFilter(model, owner)
    owner.deleteLater()


def seqs(shown: ExchangeFilter) -> list[int]:
    return [shown.row(number).record.seq for number in range(shown.rowCount())]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("all", [1, 2, 3, 4, 5, 6]),
        ("api", [2, 5]),
        ("webhook", [3, 6]),
        ("event", [1, 4]),
        ("error", [5, 6]),
    ],
)
def test_chips(shown: ExchangeFilter, choice: Choice, expected: list[int]) -> None:
    shown.choose(choice)
    assert seqs(shown) == expected


def test_every_word_has_to_occur(shown: ExchangeFilter) -> None:
    shown.seek("recordresponse  BLUE")
    assert seqs(shown) == [2] and shown.is_on
    shown.seek("recordresponse green")
    assert seqs(shown) == []
    shown.seek(" ")
    assert len(seqs(shown)) == 6 and not shown.is_on


def test_chip_and_text_together(shown: ExchangeFilter) -> None:
    shown.choose("error")
    shown.seek("listens")
    assert seqs(shown) == [6]


def test_new_rows_pass_the_filter_too(shown: ExchangeFilter) -> None:
    shown.choose("event")
    model = shown.sourceModel()
    assert isinstance(model, ExchangeModel)
    model.append([event(7, "beepStarted"), wire(8, request())])
    assert seqs(shown) == [1, 4, 7]
