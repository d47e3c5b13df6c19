"""An HTTP exchange as a line of the list."""

from __future__ import annotations

from typing import Any

import pytest

from app.runtime.records import HttpExchange
from app.ui.inspector.exchange_row import exchange_level, exchange_row, status_words
from app.ui.inspector.row import Category, Level, Row
from tests.helpers.inspected import BOT, request, webhook, wire

REFUSED = {"error": {"code": "8523", "message": "Invalid argument 'playBeep': expected true."}}


def of_wire(exchange: HttpExchange) -> Row:
    return exchange_row(wire(7, exchange), exchange, "0:01.000")


def test_a_request_of_the_bot() -> None:
    row = of_wire(request(body={"stopTones": ["#", "1"], "maxRecordDurationInSeconds": 10}))
    assert (row.category, row.direction, row.verb, row.name) == (
        Category.API,
        "in",
        "POST",
        "recordResponse",
    )
    assert row.summary == "silence 5 s · pause 5 s · at most 10 s · # 1"
    assert (row.badge, row.level, row.duration) == ("200", Level.OK, "4.20 ms")
    assert row.time == "0:01.000"


def test_a_refused_request_says_why() -> None:
    row = of_wire(request(body={"playBeep": 1}, status=400, answer=REFUSED))
    assert row.summary == "8523 · Invalid argument 'playBeep': expected true."
    assert row.level is Level.ERROR and row.is_error


def test_other_requests_show_their_path_with_short_ids() -> None:
    row = of_wire(request("", method="DELETE", status=204))
    assert (row.verb, row.name) == ("DELETE", "call")
    assert row.summary == "/v1.0/communications/calls/57dab8b1…"


def test_a_download_and_a_prompt() -> None:
    fetched = of_wire(request(kind="download", method="GET", url="http://127.0.0.1/recordings/1"))
    assert (fetched.name, fetched.category) == ("recording", Category.API)
    prompt = of_wire(
        request(kind="prompt", direction="out", method="GET", url="http://h/a.wav", status=404)
    )
    assert (prompt.name, prompt.summary, prompt.level) == ("prompt", "http://h/a.wav", Level.ERROR)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"@odata.type": "#microsoft.graph.call", "state": "incoming"}, "call incoming"),
        (
            {
                "@odata.type": "#microsoft.graph.call",
                "state": "established",
                "mediaState": {"audio": "active"},
            },
            "call audio active",
        ),
        (
            {"@odata.type": "#microsoft.graph.recordOperation", "status": "completed"},
            "operation completed",
        ),
    ],
)
def test_a_webhook_says_what_it_told(data: dict[str, Any], name: str) -> None:
    row = of_wire(webhook(data))
    assert (row.category, row.direction, row.name, row.summary) == (
        Category.WEBHOOK,
        "out",
        name,
        BOT,
    )


def test_a_webhook_shows_the_result_and_the_attempt() -> None:
    data = {
        "@odata.type": "#microsoft.graph.recordOperation",
        "status": "completed",
        "resultInfo": {"code": 200, "subcode": 8514, "message": "Stop tone."},
    }
    assert of_wire(webhook(data, attempt=3)).summary == "attempt 3 · 200/8514 · Stop tone."


def test_a_bot_that_is_down() -> None:
    row = of_wire(webhook({"state": "incoming"}, status=None, error="Connection refused."))
    assert (row.badge, row.summary, row.level) == (
        "No answer",
        "Connection refused.",
        Level.ERROR,
    )


def test_what_is_no_notification_is_shown_all_the_same() -> None:
    assert of_wire(webhook({}, request_body="not json")).name == "notification"


@pytest.mark.parametrize(
    ("status", "level"), [(200, Level.OK), (301, Level.WARNING), (404, Level.ERROR)]
)
def test_levels_of_answers(status: int, level: Level) -> None:
    assert exchange_level(request(status=status)) is level


def test_an_answer_that_did_not_arrive_is_an_error() -> None:
    assert exchange_level(request(status=200, error="The client left.")) is Level.ERROR


def test_status_with_its_phrase() -> None:
    assert status_words(404) == "404 Not Found"
    assert status_words(799) == "799"


@pytest.mark.parametrize(
    ("body", "answer", "size"),
    [
        ("", "", ""),
        ("ü", "{}", "4 B"),
        ("", f"[recording: 207,404 bytes, audio/wav, SHA-256 {'ab' * 32}]", "207 kB"),
    ],
)
def test_the_size_of_both_bodies(body: str, answer: str, size: str) -> None:
    exchange = request(body=body, answer=answer)
    assert exchange_row(wire(1, exchange), exchange, "0:00").size == size
