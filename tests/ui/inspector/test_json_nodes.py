"""JSON as nodes."""

from __future__ import annotations

import json

import pytest

from app.ui.inspector.json_nodes import LONGEST, Node, count, find

BODY = {"value": [{"@odata.type": "x", "it's": {"deep": None}}, 2], "text": "ü", "flag": True}


def node(*path: int) -> Node:
    found = Node(BODY, None, None, 0)
    for row in path:
        found = found.children[row]
    return found


@pytest.mark.parametrize(
    ("path", "jsonpath"),
    [
        ((), "$"),
        ((0,), "$.value"),
        ((0, 0), "$.value[0]"),
        ((0, 0, 0), "$.value[0]['@odata.type']"),
        ((0, 0, 1, 0), "$.value[0]['it\\'s'].deep"),
        ((2,), "$.flag"),
    ],
)
def test_a_path_leads_there(path: tuple[int, ...], jsonpath: str) -> None:
    assert node(*path).path == jsonpath


@pytest.mark.parametrize(
    ("path", "text", "plain"),
    [
        ((1,), '"ü"', "ü"),
        ((2,), "true", "true"),
        ((0, 1), "2", "2"),
        ((0, 0, 1, 0), "null", "null"),
        ((0,), "[2]", json.dumps(BODY["value"], indent=2)),
    ],
)
def test_values(path: tuple[int, ...], text: str, plain: str) -> None:
    assert (node(*path).text, node(*path).plain()) == (text, plain)
    assert json.loads(node(*path).pretty()) == node(*path).value


def test_folders() -> None:
    assert node(0).is_folder and not node(1).is_folder and node(1).children == []
    assert Node({}, "a", None, 0).text == "{}" and Node([], "a", None, 0).text == "[]"
    assert node(0, 0).text == "{2}"


def test_a_long_text_is_cut_in_its_line_alone() -> None:
    long = Node("x" * 2000, "a", None, 0)
    assert len(long.text) < LONGEST + 3 and len(long.plain()) == 2000


def test_names_and_values_are_found_in_their_order() -> None:
    assert find(BODY, "x") == [(0, 0, 0), (1,)]
    assert find(BODY, "VALUE") == [(0,)]
    assert find(BODY, "true") == [(2,)]
    assert find(BODY, "") == [] and find(BODY, "nowhere") == []
    assert find({"a": {"a": "a"}}, "a") == [(0,), (0, 0)]


def test_counting_stops_where_it_is_told() -> None:
    assert count(BODY, 100) == 9 and count([0] * 1000, 10) == 10
