"""Notifications of the real service: verified, recorded, and handed on to the bot.

They arrive at the public address that the user's tunnel leads here. One that does not verify is
recorded and refused (403); it never reaches the bot. While the bridge mirrors, none does: the bot
has those of the simulator.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from app.bridge.call_map import CallMap
from app.bridge.learning import read_object
from app.bridge.real_calls import RealCalls
from app.bridge.real_tokens import RealTokens, Unverified
from app.graph.ids import guid
from app.runtime.bridging import Arrived, BridgedAnswer
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NotificationPort
from app.runtime.records import HttpExchange

ORIGIN: Final = "real Graph"


class Receiver:
    """Core thread only. ``callbacks`` are the bot's own addresses by real call id; ``bot_url``
    returns where what no address is known for goes. ``notifications`` carries to the bot; ``None``
    keeps everything here."""

    def __init__(
        self,
        pairs: CallMap,
        callbacks: dict[str, str],
        calls: RealCalls,
        tokens: RealTokens,
        journal: Journal,
        clock: Clock,
        notifications: NotificationPort | None,
        bot_url: Callable[[], str],
    ) -> None:
        self._pairs = pairs
        self._callbacks = callbacks
        self._calls = calls
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
        simulated = self._pairs.simulated(call)
        answer = self._answer(arrived, begun, 202, None, simulated or call)
        self._calls.notified(call, body)
        if self._notifications is None:
            return answer
        url = self._callbacks.get(guid(call)) or self._bot_url()
        if url:
            self._notifications.send(call, url, body)
        else:
            message = (
                "A notification of the real service was not handed on: no bot's address is known "
                "for its call. Set bot.url."
            )
            self._journal.append("warning", call_id=call, data={"message": message})
        return answer

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
        headers = (("Content-Type", "application/json"),) if answer else ()
        return BridgedAnswer(status, headers, answer)


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
