"""Notifications of the real service: verified, recorded, and handed on to the bot.

They arrive at the public address that the user's tunnel leads here. One that does not verify is
recorded and refused (403); it never reaches the bot.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.bridge.bridge import Bridge
from app.bridge.headers import Headers
from app.bridge.learning import read_object
from app.bridge.real_tokens import RealTokens, Unverified
from app.graph.ids import guid
from app.runtime.bridging import BridgedAnswer
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NotificationPort
from app.runtime.records import HttpExchange

ORIGIN: Final = "real Graph"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A POST at the public address."""

    url: str
    headers: Headers
    body: bytes
    started: datetime

    def header(self, name: str) -> str | None:
        """Return the first header ``name`` (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Receiver:
    """Core thread only. ``bot_url`` takes what no call's own callback is known for."""

    def __init__(
        self,
        bridge: Bridge,
        tokens: RealTokens,
        journal: Journal,
        clock: Clock,
        notifications: NotificationPort,
        bot_url: str | None,
    ) -> None:
        self._bridge = bridge
        self._tokens = tokens
        self._journal = journal
        self._clock = clock
        self._notifications = notifications
        self._bot_url = bot_url

    async def receive(self, arrived: Arrived) -> BridgedAnswer:
        """Return the answer for the real service: 202, 400 or 403."""
        begun = self._clock.monotonic()
        try:
            await self._tokens.verify(arrived.header("authorization"))
        except Unverified as error:
            return self._answer(arrived, begun, 403, f"refused: {error}")
        body = read_object(arrived.body)
        call = real_call(body)
        if call is None:
            return self._answer(arrived, begun, 400, "refused: it names no call")
        simulated = self._bridge.pairs.simulated(call)
        url = self._bridge.callbacks.get(guid(call)) or self._bot_url
        self._answer(arrived, begun, 202, None, simulated)
        if url is None:
            self._journal.append(
                "warning",
                call_id=simulated,
                data={
                    "message": "A notification of the real service was not handed on: no bot's "
                    "address is known for its call."
                },
            )
        else:
            self._notifications.send(simulated or call, url, body)
        return BridgedAnswer(202, (), b"")

    def _answer(
        self,
        arrived: Arrived,
        begun: float,
        status: int,
        error: str | None,
        call_id: str | None = None,
    ) -> BridgedAnswer:
        answer = b"" if error is None else json.dumps({"error": {"message": error}}).encode()
        shown = tuple(
            (name, "[redacted]" if name.lower() == "authorization" else value)
            for name, value in arrived.headers
        )
        self._journal.append(
            "exchange",
            call_id=call_id,
            data={"bridge": {"origin": ORIGIN, "verified": status != 403}},
            exchange=HttpExchange(
                kind="webhook",
                direction="in",
                method="POST",
                url=arrived.url,
                started=arrived.started,
                seconds=self._clock.monotonic() - begun,
                request_headers=shown,
                request_body=arrived.body.decode("utf-8", "replace"),
                status=status,
                response_headers=(),
                response_body=answer.decode(),
                error=error,
            ),
        )
        return BridgedAnswer(status, (("Content-Type", "application/json"),), answer)


def real_call(body: dict[str, Any]) -> str | None:
    """Return the id of the call that a notification is about, in the spelling that it has."""
    try:
        first = body["value"][0]
        address = first.get("resourceUrl") or first.get("resource") or ""
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    segments = str(address).split("/")
    if "calls" not in segments[:-1]:
        return None
    return segments[segments.index("calls") + 1] or None
