"""Notifications that claim to come from the real service."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.bridge.call_map import CallMap
from app.bridge.real_calls import RealCalls
from app.bridge.real_tokens import RealTokens, Unverified
from app.bridge.receiver import Receiver, real_call
from app.runtime.bridging import Arrived
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from tests.helpers.fakes import Notifications

CALL = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
BODY: dict[str, Any] = {
    "value": [
        {
            "changeType": "updated",
            "resourceUrl": f"/communications/calls/{CALL}",
            "resourceData": {"@odata.type": "#microsoft.graph.call", "state": "established"},
        }
    ]
}


class Trusting(RealTokens):
    """Takes one token; the check itself is tried in test_real_tokens."""

    def __init__(self) -> None:
        super().__init__(_no_fetch, SystemClock(), audience=lambda: "")

    async def verify(self, authorization: str | None) -> dict[str, Any]:
        if authorization != "Bearer good":
            raise Unverified("it carries no bearer token")
        return {}


async def _no_fetch(url: str) -> dict[str, Any]:
    raise Unverified("nothing is fetched here")


class Line:
    def __init__(self, *, to_bot: bool = True, bot_url: str = "http://127.0.0.1:9/bot") -> None:
        clock = SystemClock()
        self.journal = Journal(clock)
        self.pairs = CallMap()
        self.callbacks: dict[str, str] = {}
        self.bot = Notifications()
        self.receiver = Receiver(
            self.pairs,
            self.callbacks,
            RealCalls(self.journal),
            Trusting(),
            self.journal,
            clock,
            self.bot if to_bot else None,
            lambda: bot_url,
        )

    async def take(self, body: Any, token: str = "Bearer good") -> int:
        arrived = Arrived(
            "https://name.example/_bridge/notifications",
            (("Authorization", token), ("Content-Type", "application/json")),
            body if isinstance(body, bytes) else json.dumps(body).encode(),
            datetime.now(UTC),
        )
        return (await self.receiver.receive(arrived)).status


async def test_a_real_notification_is_recorded_and_handed_on() -> None:
    line = Line()
    line.pairs.set(MINE, CALL)
    line.callbacks[CALL] = "http://127.0.0.1:9/its-own"
    assert await line.take(BODY) == 202
    (sent,) = line.bot.sent
    assert (sent.url, sent.body) == ("http://127.0.0.1:9/its-own", BODY)
    exchange, state = line.journal.since(0)
    assert exchange.call_id == MINE and exchange.data["bridge"]["verified"]
    assert exchange.exchange is not None
    assert exchange.exchange.request_headers[0] == ("Authorization", "[redacted]")
    assert state.kind == "realCall" and state.data["state"] == "established"


async def test_a_forged_one_never_reaches_the_bot() -> None:
    line = Line()
    assert await line.take(BODY, "Bearer forged") == 403
    (record,) = line.journal.since(0)
    assert line.bot.sent == [] and not record.data["bridge"]["verified"]
    assert record.exchange is not None and "refused" in str(record.exchange.error)


@pytest.mark.parametrize("body", [b"", b"no json", {}, {"value": []}, {"value": [{"resource": 1}]}])
async def test_one_that_names_no_call_is_refused(body: Any) -> None:
    line = Line()
    assert await line.take(body) == 400
    assert line.bot.sent == []


async def test_while_mirroring_the_bot_hears_of_none() -> None:
    line = Line(to_bot=False)
    assert await line.take(BODY) == 202
    assert line.bot.sent == []


async def test_without_an_address_the_user_is_told() -> None:
    line = Line(bot_url="")
    assert await line.take(BODY) == 202
    assert "no bot's address is known" in line.journal.since(0)[-1].data["message"]


def test_the_call_of_a_notification() -> None:
    assert real_call(BODY) == CALL
    assert real_call({"value": [{"resource": f"/app/calls/{CALL}/operations/1"}]}) == CALL
    assert real_call({"value": [{"resource": "/users/1"}]}) is None
