"""Bodies: bytes to an object, members to typed values, and every refusal a 400."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.errors import GraphError
from app.graph.payload import MAX_DEPTH, Fields, kind_matches, read_object


def test_an_object_is_read_and_an_empty_body_is_one() -> None:
    assert read_object(b'{"a": [1, 2.5, null, "\xc3\xa9"]}') == {"a": [1, 2.5, None, "é"]}
    assert read_object(b"") == {} and read_object(b" \n") == {}
    assert read_object(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "line 1, column 2"),
        (b"[]", "not an array"),
        (b'"x"', "not a string"),
        (b"null", "not null"),
        (b"1", "not an integer"),
        (b"1.5", "not a fractional number"),
        (b"true", "not a boolean"),
        (b'{"a": NaN}', "NaN is not JSON"),
        (b'{"a": -Infinity}', "-Infinity is not JSON"),
        (b'{"a": 1, "A": 2}', "'A' is given twice"),
        (b'{"a": "\xff"}', "not UTF-8"),
        (b'{"a": ["\\ud800x"]}', "surrogate"),
        (b'{"\\udfff": 1}', "surrogate"),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", "nested deeper"),
        (b"[" * 100_000, "nested deeper"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "A number has 5000 digits; 1000 are the most"),
    ],
)
def test_anything_else_is_a_bad_request(body: bytes, says: str) -> None:
    with pytest.raises(GraphError) as refused:
        read_object(body)
    assert (refused.value.status, refused.value.code) == (400, "BadRequest")
    assert says in refused.value.message


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert read_object(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


def test_the_deepest_allowed_body_is_read() -> None:
    depth = MAX_DEPTH - 1
    assert read_object(b'{"a": ' + b"[" * depth + b"]" * depth + b"}")


def test_names_match_without_regard_to_case_and_null_means_default() -> None:
    fields = Fields({"PLAYBEEP": False, "maxSilenceTimeoutInSeconds": None})
    assert fields.flag("playBeep", default=True) is False
    assert fields.integer("maxSilenceTimeoutInSeconds", 5, 1, 120) == 5
    assert fields.text("clientContext") is None and fields.items("prompts") == []


@pytest.mark.parametrize(
    ("members", "read"),
    [
        ({"n": "5"}, lambda f: f.integer("n", 1, 1, 9)),
        ({"n": 5.0}, lambda f: f.integer("n", 1, 1, 9)),
        ({"n": True}, lambda f: f.integer("n", 1, 1, 9)),
        ({"n": 0}, lambda f: f.integer("n", 1, 1, 9)),
        ({"n": 10**50}, lambda f: f.integer("n", 1, 1, 9)),
        ({"n": 1}, lambda f: f.flag("n", default=True)),
        ({"n": 1}, lambda f: f.text("n")),
        ({"n": {}}, lambda f: f.items("n")),
        ({"n": []}, lambda f: f.child("n")),
    ],
)
def test_wrong_types_and_ranges_name_the_parameter(members: dict[str, Any], read: Any) -> None:
    with pytest.raises(GraphError) as refused:
        read(Fields(members, "outer"))
    assert refused.value.code == "8523"
    assert "'outer.n'" in refused.value.message


@pytest.mark.parametrize(
    ("name", "matches"),
    [
        (None, True),
        ("#microsoft.graph.mediaPrompt", True),
        ("microsoft.graph.MediaPrompt", True),
        ("#microsoft.graph.prompt", False),
        ("", False),
    ],
)
def test_types_match_with_or_without_the_hash(name: str | None, *, matches: bool) -> None:
    assert kind_matches(name, "mediaPrompt") is matches
