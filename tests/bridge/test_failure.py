from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from app.bridge.answered import Trouble, Unanswered
from app.bridge.failure import failure_answer, status_of

AT = datetime(2026, 11, 25, 3, 5, 38, tzinfo=UTC)


def test_a_failure_has_graphs_shape() -> None:
    answer = failure_answer(
        502, "BadGateway", "nobody there", request_id="mine", client_id="the bot's", at=AT
    )
    assert answer.status == 502
    assert dict(answer.headers) == {"Content-Type": "application/json", "request-id": "mine"}
    assert json.loads(answer.body) == {
        "error": {
            "code": "BadGateway",
            "message": "nobody there",
            "innerError": {
                "date": "2026-11-25T03:05:38",
                "request-id": "mine",
                "client-request-id": "the bot's",
            },
        }
    }


@pytest.mark.parametrize(
    ("trouble", "status"),
    [("timeout", 504), ("network", 502), ("dns", 502), ("tls", 502), ("broken", 502)],
)
def test_only_slowness_is_a_504(trouble: Trouble, status: int) -> None:
    assert status_of(Unanswered(trouble, "x", sent=True))[0] == status
