"""The picture of a call over time."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from app.exports.timeline_picture import LEFT, WIDTH, bars_of, timeline_svg
from app.runtime.saved_calls import saved_call
from tests.helpers.inspected import event, request, wire
from tests.helpers.saved import planted_call


def test_what_lasts_is_a_bar_and_what_does_not_a_mark() -> None:
    bars = {(bar.lane, bar.start, bar.end) for bar in bars_of(planted_call())}
    assert {("recording", 1.5, 3.5), ("speech", 1.8, 2.4), ("key", 2.5, 2.5)} <= bars
    (failed,) = [bar for bar in bars_of(planted_call()) if bar.failed]
    assert failed.lane == "out"


def test_prompt_and_beep_are_the_bots() -> None:
    call = saved_call(
        [
            event(1, "callCreated", 0.0),
            event(2, "promptStarted", 1.0, index=0),
            event(3, "promptEnded", 2.0, index=0),
            event(4, "beepStarted", 2.0),
            event(5, "recordingStarted", 2.4),
            event(6, "toneSent", 3.0, tone="5"),
        ]
    )
    bars = bars_of(call)
    assert [(b.start, b.end) for b in bars if b.lane == "bot"] == [(1, 2), (2, 2.4), (3, 3)]
    (endless,) = [bar for bar in bars if bar.lane == "recording"]
    assert endless.end == 3.0 and "no end" in endless.title


def test_it_is_well_formed_and_inside_its_frame() -> None:
    root = ElementTree.fromstring(timeline_svg(planted_call()))
    space = "{http://www.w3.org/2000/svg}"
    rects = root.findall(f"{space}rect")
    assert len(rects) == len(bars_of(planted_call()))
    for rect in rects:
        left, width = float(rect.get("x", "")), float(rect.get("width", ""))
        assert left >= LEFT and width >= 2 and left + width <= WIDTH
        assert rect.findtext(f"{space}title")


@pytest.mark.parametrize("seconds", [0.0, 0.3, 7.0, 95.0, 2700.0, 90_000.0])
def test_the_axis_has_neither_none_nor_too_many_ticks(seconds: float) -> None:
    call = saved_call(
        [event(1, "callCreated", 0.0), wire(2, request(after=seconds, seconds=0.001))]
    )
    root = ElementTree.fromstring(timeline_svg(call))
    ticks = [t for t in root.iter() if t.get("class") == "tick"]
    assert 1 <= len(ticks) <= 14
