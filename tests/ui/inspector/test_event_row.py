"""An event as a line of the list."""

from __future__ import annotations

from typing import Any

from app.ui.inspector.event_row import event_row, event_title
from app.ui.inspector.row import Category, Level, Row
from tests.helpers.inspected import BOT, event


def of_event(kind: str, **data: Any) -> Row:
    return event_row(event(7, kind, **data), "0:01.000")


def test_events() -> None:
    key = of_event("toneReceived", tone="#", source="pad")
    assert (key.name, key.summary, key.category, key.direction) == (
        "Key #",
        "pressed on the pad",
        Category.EVENT,
        "",
    )
    assert of_event("toneReceived", tone="5", source="audio").summary.startswith("heard")
    assert of_event("promptStarted", index=0).summary == "no. 1"
    assert of_event("callStateChanged", state="established").name == "Call established"
    assert of_event("speechStarted", knownAt=1.1).summary == ""
    assert of_event("warning", message="No microphone.").is_error


def test_the_end_of_an_operation() -> None:
    done = of_event(
        "ended",
        status="completed",
        reason="stopToneDetected",
        code=200,
        subcode=8514,
        message="Stop tone.",
        recordingSeconds=6.48,
    )
    assert (done.badge, done.level, done.duration) == ("completed", Level.OK, "6.48 s")
    assert done.summary == "200/8514 · Stop tone."
    lost = of_event("ended", status="lost", reason="callTerminated", code=None)
    assert (lost.summary, lost.level) == ("callTerminated", Level.WARNING)


def test_a_call_begins() -> None:
    row = of_event("callCreated", number="5551", botUrl=BOT, caller="live")
    assert row.opens_call and row.summary == f"5551 to {BOT} · caller: live"


def test_an_event_that_is_not_known_yet() -> None:
    assert event_title("deviceWentAway") == "Device went away"
    assert of_event("deviceWentAway", device="USB").summary == "device USB"
