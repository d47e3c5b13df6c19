"""The tree: folding, searching, copying."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.inspector.json_tree import UNFOLDED, JsonTree

BODY = {"value": [{"id": "x1", "n": 5}], "text": "needle"}
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tree(qtbot: QtBot) -> JsonTree:
    tree = JsonTree()
    qtbot.addWidget(tree)
    tree.resize(300, 200)
    tree.show()
    tree.show_value(BODY)
    return tree


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_small_bodies_are_unfolded_and_large_ones_are_not(tree: JsonTree) -> None:
    assert tree.isExpanded(tree.nodes.at((0, 0)))
    tree.show_value({"a": [[0] * UNFOLDED]})
    assert not tree.isExpanded(tree.nodes.at((0, 0)))


def test_a_find_is_unfolded_and_in_front(tree: JsonTree) -> None:
    tree.collapseAll()
    assert tree.seek("x1") == 1
    assert tree.node.path == "$.value[0].id" and tree.isExpanded(tree.nodes.at((0, 0)))
    assert tree.seek("nowhere") == 0 and tree.step(1) == 0


def test_value_path_and_json_are_copied(tree: JsonTree, qtbot: QtBot) -> None:
    tree.setCurrentIndex(tree.nodes.at((0, 0, 0)))
    qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == "x1"
    qtbot.keyClick(tree, Qt.Key.Key_C, BOTH)
    assert copied() == "$.value[0].id"
    tree.setCurrentIndex(tree.nodes.at((0,)))
    entries = {action.text().split("\t")[0]: action for action in tree.make_menu().actions()}
    entries["Copy JSON"].trigger()
    assert json.loads(copied()) == BODY["value"]
    entries["Fold all"].trigger()
    assert not tree.isExpanded(tree.nodes.at((0,)))
    entries["Unfold all"].trigger()
    assert tree.isExpanded(tree.nodes.at((0, 0)))


def test_arrows_fold(tree: JsonTree, qtbot: QtBot) -> None:
    tree.setCurrentIndex(tree.nodes.at((0,)))
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.nodes.at((0,)))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.nodes.at((0,)))


def test_a_long_array_is_folded_and_its_small_neighbours_are_not(tree: JsonTree) -> None:
    tree.show_value({"long": [0] * (UNFOLDED + 1), "short": [1, 2]})
    top = [tree.nodes.index(row, 0) for row in range(2)]
    assert [tree.isExpanded(index) for index in top] == [False, True]
