from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.bridge.compare_view import CompareView, has_comparison

SAME = {"where": "body.id", "kind": "expected", "simulated": "a", "real": "b"}
OTHER = {"where": "status", "kind": "value", "simulated": "200", "real": "202"}


def record(**told: Any) -> Record:
    at = datetime.now(UTC)
    return Record(1, at, "exchange", None, None, None, {"bridge": told} if told else {})


@pytest.mark.parametrize(
    ("shown", "has"),
    [(None, False), (record(), False), (record(mode="off"), False), (record(differences=[]), True)],
)
def test_whether_there_is_something_to_compare(shown: Record | None, has: bool) -> None:
    assert has_comparison(shown) is has


def test_differences_are_listed_and_expected_ones_can_be_left_out(qtbot: QtBot) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    view.show_record(record(differences=[SAME, OTHER], target="https://g"))
    assert view.title.text() == "1 differences with https://g"
    assert view.rows() == [("body.id", "expected", "a", "b"), ("status", "value", "200", "202")]
    view.expected.setChecked(False)
    assert view.rows() == [("status", "value", "200", "202")]
    view.show_record(record(differences=[SAME], target="https://g"))
    assert view.title.text() == "As the real service: https://g" and view.rows() == []
