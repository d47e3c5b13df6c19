from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.runtime.records import HttpExchange, Record
from app.ui.bridge.explain_bridge import explain_bridge
from tests.helpers.window import exchange


def record(kind: str, data: dict[str, Any], made: HttpExchange | None = None) -> Record:
    return Record(1, datetime.now(UTC), kind, None, None, None, data, made)


def sent(status: int | None, **told: Any) -> Record:
    made = exchange(kind="bridge", direction="out", status=status, error="no connection")
    return record("exchange", {"bridge": {"target": "https://g", **told}}, made)


@pytest.mark.parametrize(
    ("shown", "headline", "said"),
    [
        (record("bridgeMode", {"mode": "mirror", "target": "https://g"}), "Mirror", "https://g"),
        (record("bridgeMode", {"mode": "off", "target": None}), "Off", "Nothing leaves"),
        (
            record("bridgeNotSent", {"method": "GET", "path": "/x", "message": "why"}),
            "stayed here",
            "why",
        ),
        (record("realCall", {"state": "established", "toldBy": "answer"}), "established", "answer"),
        (sent(None), "no answer", "no connection"),
        (sent(200, differences=[]), "https://g", "the same"),
        (sent(200, differences=[{"kind": "value"}]), "https://g", "1 differences"),
    ],
)
def test_what_the_bridge_did(shown: Record, headline: str, said: str) -> None:
    found = explain_bridge(shown)
    assert found is not None
    assert headline in found.headline and said in " ".join(found.sentences)


@pytest.mark.parametrize(
    "shown",
    [
        record("bridgeNotSent", {}),
        record("bridgeNotSent", {"method": "GET", "path": "/x"}),
        record("realCall", {"state": "established"}),
        record("realCall", {"toldBy": "something new"}),
        record("exchange", {"bridge": {}}, exchange(kind="bridge", status=None, error=None)),
        record("exchange", {"bridge": {}}, exchange(kind="webhook", error=None)),
        record("exchange", {"bridge": {}}, exchange(kind="bridge", status=200)),
    ],
)
def test_no_sentence_is_empty(shown: Record) -> None:
    found = explain_bridge(shown)
    assert found is not None and found.headline
    assert all(sentence.strip() for sentence in found.sentences)


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        (429, "waits"),
        (401, "token"),
        (403, "permissions"),
        (404, "pairs"),
        (500, "once by hand"),
        (503, "once by hand"),
        (200, ""),
    ],
)
def test_what_to_do(status: int, remedy: str) -> None:
    found = explain_bridge(sent(status))
    assert found is not None and remedy in found.remedy and bool(found.remedy) == bool(remedy)


@pytest.mark.parametrize(("verified", "words"), [(True, "notified the bot"), (False, "refused")])
def test_notifications_that_came_in(verified: bool, words: str) -> None:
    made = exchange(kind="webhook", direction="in")
    found = explain_bridge(record("exchange", {"bridge": {"verified": verified}}, made))
    assert found is not None and words in found.headline


@pytest.mark.parametrize(
    ("body", "said"), [("<html>", True), ("", False), ('{"a": 1}', False), ("[]", False)]
)
def test_an_answer_that_is_not_json(body: str, said: bool) -> None:
    made = exchange(kind="bridge", direction="out", status=200, response_body=body)
    found = explain_bridge(record("exchange", {"bridge": {"target": "https://g"}}, made))
    assert found is not None and ("Its answer is not JSON." in found.sentences) is said


def test_the_rest_is_not_the_bridges() -> None:
    assert explain_bridge(record("exchange", {}, exchange())) is None
    assert explain_bridge(record("warning", {"message": "x"})) is None
    passed = explain_bridge(record("exchange", {"bridge": {}}, exchange()))
    assert passed is not None and "pass-through" in passed.sentences[0]
