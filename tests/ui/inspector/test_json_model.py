"""The model over JSON."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from app.ui import theme
from app.ui.inspector.json_model import JsonModel, colors
from tests.helpers.keeping import Keep

BODY = {"a": {"b": [1, "two", None, True]}, "c": 2.5}


@pytest.fixture
def model(qapp: object, keep: Keep) -> JsonModel:
    model = keep(JsonModel())
    model.show(BODY)
    return model


def test_it_is_a_model(model: JsonModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_and_texts(model: JsonModel) -> None:
    assert model.rowCount() == 2 and model.hasChildren(QModelIndex())
    assert model.at((0, 0, 1)).data() == '1: "two"'
    assert model.at((1,)).data() == "c: 2.5"
    assert not model.hasChildren(model.at((1,)))
    assert model.at((0, 0, 1)).data(Qt.ItemDataRole.ToolTipRole) == "two"


def test_kinds_have_colours(model: JsonModel) -> None:
    t = theme.tokens()
    shown = [colors(model.node(model.at((0, 0, row)))) for row in range(4)]
    assert [value for _, value in shown] == [
        t.syntax_number,
        t.syntax_string,
        t.syntax_literal,
        t.syntax_literal,
    ]
    assert all(name == t.muted for name, _ in shown)
    assert colors(model.node(model.at((0,)))) == (t.syntax_key, t.muted)


def test_finds_are_marked(model: JsonModel) -> None:
    role = Qt.ItemDataRole.BackgroundRole
    model.mark([(0, 0, 1)])
    assert model.at((0, 0, 1)).data(role) == theme.tokens().warn_soft
    assert model.at((0, 0, 0)).data(role) is None
    model.show({})
    assert model.marked == set() and model.rowCount() == 0
