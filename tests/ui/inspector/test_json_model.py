"""The model over JSON."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from app.ui import theme
from app.ui.inspector.json_model import JsonModel
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
    inner = model.at((0, 0, 1))
    assert inner.data() == "1" and inner.siblingAtColumn(1).data() == '"two"'
    assert model.at((1,)).siblingAtColumn(1).data() == "2.5"
    assert not model.hasChildren(model.at((1,)))
    assert inner.data(Qt.ItemDataRole.AccessibleTextRole) == '1: "two"'


def test_kinds_have_colours(model: JsonModel) -> None:
    t = theme.tokens()
    role = Qt.ItemDataRole.ForegroundRole
    shown = [model.at((0, 0, row)).siblingAtColumn(1).data(role) for row in range(4)]
    assert shown == [t.syntax_number, t.syntax_string, t.syntax_literal, t.syntax_literal]
    assert model.at((0,)).data(role) == t.syntax_key
    assert model.at((0, 0, 0)).data(role) == t.muted


def test_finds_are_marked(model: JsonModel) -> None:
    role = Qt.ItemDataRole.BackgroundRole
    model.mark([(0, 0, 1)])
    assert model.at((0, 0, 1)).data(role) == theme.tokens().warn_soft
    assert model.at((0, 0, 0)).data(role) is None
    model.show({})
    assert model.marked == set() and model.rowCount() == 0
