"""Arrows: their words, and which one is meant."""

from __future__ import annotations

from app.runtime.timeline_tail import Seen
from app.ui.timeline.arrows import arrows_of, nearest, step
from tests.helpers.inspected import request, webhook, wire

CALL = {"@odata.type": "#microsoft.graph.call", "id": "c", "state": "established"}
SEEN = [
    Seen(wire(1, request()), 1_000, 1_050),
    Seen(wire(2, webhook(CALL)), 3_000, 3_500),
    Seen(
        wire(5, request(status=400, answer={"error": {"code": "8501", "message": "no"}})),
        5_000,
        5_010,
    ),
]


def test_words() -> None:
    asked, told, refused = arrows_of(SEEN)
    assert asked.inward and asked.name == "recordResponse" and asked.label.endswith("4.20 ms")
    assert not told.inward and told.name == "call established" and told.badge == "202"
    assert "400" in refused.label and "8501" in refused.words


def test_the_nearest_of_its_way() -> None:
    arrows = arrows_of(SEEN)
    assert nearest(arrows, 1_100, 200, inward=True) is arrows[0]
    assert nearest(arrows, 1_100, 200, inward=False) is None
    assert nearest(arrows, 3_250, 10, inward=False) is arrows[1], "anywhere in what it took"
    assert nearest(arrows, 2_000, 200, inward=True) is None


def test_stepping() -> None:
    arrows = arrows_of(SEEN)
    assert step(arrows, None, 0, 1) is arrows[0]
    assert step(arrows, None, 4_000, -1) is arrows[1]
    assert step(arrows, 2, 0, 1) is arrows[2] and step(arrows, 5, 0, 1) is None
    assert step(arrows, None, 9_000, 1) is None
