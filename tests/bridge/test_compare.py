from __future__ import annotations

import json
from typing import Any

import pytest

from app.bridge.compare import ABSENT, Difference, Kind, Side, compare

MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
THEIRS = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"


def side(body: Any, status: int = 200, **headers: str) -> Side:
    text = body if isinstance(body, str) else json.dumps(body)
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Side(status, named, text, 0.01)


def kinds(mine: Side, real: Side) -> dict[str, Kind]:
    return {difference.where: difference.kind for difference in compare(mine, real)}


def test_equal_answers_do_not_differ() -> None:
    mine = side({"a": [1, None, True], "b": {"c": "d"}}, Content_Type="application/json")
    real = side({"b": {"c": "d"}, "a": [1, None, True]}, content_type="application/json;odata=x")
    assert compare(mine, real) == ()


@pytest.mark.parametrize(
    ("mine", "real", "kind"),
    [
        (MINE, THEIRS, "expected"),
        (MINE, THEIRS.upper().replace("-", ""), "expected"),
        ("2026-11-25T03:05:38Z", "2026-11-25T03:05:39.5+00:00", "expected"),
        (f"http://127.0.0.1/x/{MINE}", f"https://graph.microsoft.com/x/{THEIRS}", "expected"),
        (f"/communications/calls/{MINE}", f"/communications/calls/{THEIRS}", "expected"),
        (f"/app/calls/{MINE}", f"/communications/calls/{THEIRS}", "value"),
        ("running", "Running", "value"),
        ("", THEIRS, "value"),
        (8514, 8515, "value"),
        (8514, "8514", "shape"),
        (1, True, "shape"),
        (None, "x", "shape"),
        ({"a": 1}, [1], "shape"),
    ],
)
def test_the_class_of_a_difference(mine: Any, real: Any, kind: Kind) -> None:
    assert kinds(side({"m": mine}), side({"m": real})) == {"body.m": kind}


def test_members_and_items_of_one_side_alone() -> None:
    found = compare(side({"a": 1, "l": [1]}), side({"b": None, "l": [1, {"x": 2}]}))
    assert found == (
        Difference("body.a", "shape", "1", ABSENT),
        Difference("body.l[1]", "shape", ABSENT, '{"x": 2}'),
        Difference("body.b", "shape", ABSENT, "null"),
    )


def test_tokens_are_expected_to_differ_but_not_to_be_missing() -> None:
    assert kinds(side({"recordingAccessToken": "a"}), side({"recordingAccessToken": "b"})) == {
        "body.recordingAccessToken": "expected"
    }
    assert kinds(side({"recordingAccessToken": ""}), side({"recordingAccessToken": "b"})) == {
        "body.recordingAccessToken": "value"
    }


def test_no_difference_holds_a_token() -> None:
    body = {
        "operation": {"recordingAccessToken": "planted"},
        "recordResourceAccessToken": "planted",
    }
    for one, other in (({}, body), (body, {}), (body, {"operation": 1}), (body, [body])):
        found = compare(side(one), side(other, Set_Cookie="a=planted"))
        assert "planted" not in str(found) and "[redacted]" in str(found)
    missing = compare(side(""), side({"recordingAccessToken": "planted"}))
    assert "planted" not in str(missing)


def test_status_and_headers() -> None:
    mine = side("", 200, request_id=MINE, Cache_Control="private", x_mine="1", Vary="x")
    real = side("", 202, request_id=THEIRS, Cache_Control="no-cache", Location="/x")
    assert kinds(mine, real) == {
        "status": "value",
        "header.cache-control": "value",
        "header.location": "shape",
        "header.request-id": "expected",
        "header.x-mine": "shape",
    }


def test_what_the_bridge_replaced_is_expected_to_come_back() -> None:
    mine, real = side({"callbackUri": "http://bot/a"}), side({"callbackUri": "https://tunnel/b"})
    kinds = [one.kind for one in compare(mine, real, ("http://bot/a", "https://tunnel/b"))]
    assert kinds == ["expected"]
    assert [one.kind for one in compare(mine, real, ("http://other", "https://tunnel/b"))] == [
        "value"
    ]
    assert [one.kind for one in compare(mine, real)] == ["value"]


def test_how_long_both_took_is_expected_to_differ() -> None:
    (time,) = compare(Side(200, (), "{}", 0.0012), Side(200, (), "{}", 1.5))
    assert time == Difference("time", "expected", "1.2 ms", "1,500.0 ms")
    assert compare(Side(200, (), "{}", 0.1), Side(200, (), "{}", 0.10001)) == ()


def test_a_body_that_is_no_json() -> None:
    assert kinds(side({}), side("<html>")) == {"body": "shape"}
    assert kinds(side(""), side("")) == {}


def test_a_body_that_is_too_deep_stands_for_itself() -> None:
    deep = "[" * 200_000
    assert kinds(side({}), side(deep)) == {"body": "shape"}
