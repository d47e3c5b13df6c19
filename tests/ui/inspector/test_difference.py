"""Two entries, field by field."""

from __future__ import annotations

from app.runtime.records import Record
from app.ui.inspector.difference import differences
from tests.helpers.inspected import event, request, wire


def differing(left: Record, right: Record) -> list[tuple[str, str, str | None, str | None]]:
    return [(d.section, d.name, d.left, d.right) for d in differences(left, right) if d.differs]


def test_alike() -> None:
    one = wire(1, request(body={"a": [1, {"b": None}]}))
    assert differing(one, wire(2, request(body={"a": [1, {"b": None}]}))) == []
    names = [d.name for d in differences(one, one)]
    assert "$.a[0]" in names and "$.a[1].b" in names and "status" in names


def test_bodies_by_their_paths() -> None:
    left = wire(1, request(body={"a": 1, "gone": "x", "deep": {"list": [1, 2]}}))
    right = wire(2, request(body={"deep": {"list": [1, 3, 4]}, "a": 1, "new": []}))
    assert differing(left, right) == [
        ("Request body", "$.gone", '"x"', None),
        ("Request body", "$.deep.list[1]", "2", "3"),
        ("Request body", "$.deep.list[2]", None, "4"),
        ("Request body", "$.new", None, "[]"),
    ]


def test_method_address_status_and_headers() -> None:
    left = wire(1, request(request_headers=(("A", "1"), ("a", "2"), ("Authorization", "Bearer x"))))
    right = wire(2, request("/answer", method="GET", status=404, request_headers=(("a", "1, 2"),)))
    found = {name: (one, other) for _, name, one, other in differing(left, right)}
    assert found["method"] == ("POST", "GET")
    assert found["status"] == ("200 OK", "404 Not Found")
    assert found["address"][1] is not None and found["address"][1].endswith("/answer")
    assert "a" not in found, "header names have no case, and lists no lines"
    assert found["authorization"][0] is not None and "x" not in found["authorization"][0]


def test_bodies_that_are_no_json() -> None:
    left = wire(1, request(body="<a>", status=None, error="refused"))
    right = wire(2, request(body="<b>"))
    found = {name: (one, other) for _, name, one, other in differing(left, right)}
    assert found["text"] == ("<a>", "<b>") and found["status"] == ("refused", "200 OK")


def test_events() -> None:
    left, right = event(1, "ended", subcode=8514), event(2, "ended", subcode=8509)
    assert differing(left, right) == [("Data", "$.subcode", "8514", "8509")]
    assert differing(event(1, "muted"), wire(2, request()))[0][:2] == ("Event", "kind")
