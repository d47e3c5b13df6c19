"""sendDtmfTones: what it takes, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from app.engine.outcome import OUTCOMES, Cause
from app.graph.errors import GraphError
from app.graph.profiles import V1
from app.graph.tones import KEYS, parse_send_tones, send_tones_operation


def test_the_documented_request_is_taken() -> None:
    names = [*(f"tone{digit}" for digit in (*range(1, 10), 0)), "star", "pound"]
    body = {"tones": names, "delayBetweenTonesMs": 1000, "clientContext": "c"}
    wanted = parse_send_tones(body, V1)
    assert ("".join(wanted.keys), wanted.pause, wanted.client_context) == (
        "1234567890*#",
        1000,
        "c",
    )
    assert wanted.command("op").pause == 16_000


def test_every_tone_of_graphs_can_be_sent() -> None:
    wanted = parse_send_tones({"tones": list(KEYS), "delayBetweenTonesMs": None}, V1)
    assert "".join(wanted.keys) == "0123456789*#ABCD" and wanted.keys[-1] == ""
    assert wanted.pause == 100


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "'tones'"),
        ({"tones": []}, "'tones'"),
        ({"tones": ["1"]}, "'tones'"),
        ({"tones": [1]}, "'tones'"),
        ({"tones": ["tone1"] * 257}, "'tones'"),
        ({"tones": ["tone1"], "delayBetweenTonesMs": -1}, "'delayBetweenTonesMs'"),
        ({"tones": ["tone1"], "delayBetweenTonesMs": 2**31}, "'delayBetweenTonesMs'"),
        ({"tones": ["tone1"], "clientContext": "x" * 257}, "'clientContext'"),
    ],
)
def test_others_are_refused_by_name(body: dict[str, Any], name: str) -> None:
    with pytest.raises(GraphError) as refused:
        parse_send_tones(body, V1)
    assert (refused.value.status, refused.value.code) == (400, "8523")
    assert name in refused.value.message


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (Cause.PLAYED, "completedSuccessfully"),
        (Cause.CANCELLED, "mediaOperationCanceled"),
        (Cause.UNKNOWN, "unknown"),
    ],
)
def test_its_end_is_always_completed_and_the_reason_tells(cause: Cause, reason: str) -> None:
    assert send_tones_operation("op", "c", None)["status"] == "running"
    ended = send_tones_operation("op", "c", OUTCOMES[cause])
    assert (ended["status"], ended["completionReason"]) == ("completed", reason)
    assert ended["resultInfo"]["subcode"] == OUTCOMES[cause].subcode
