"""What can be known of real calls while others answer for them: their state, as last told."""

from __future__ import annotations

from typing import Any, Final

from app.bridge.learning import read_object
from app.graph.ids import guid
from app.runtime.bridging import BridgedAnswer
from app.runtime.journal import Journal

MOST: Final = 1000
"""Calls that are remembered; the oldest go first."""


class RealCalls:
    """Core thread only. Every change of a state is a record ``realCall``."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._states: dict[str, str] = {}

    def state(self, call_id: str) -> str | None:
        """Return the last known state of a call, in Graph's words."""
        return self._states.get(guid(call_id))

    def answered(self, method: str, path: str, answer: BridgedAnswer) -> None:
        """Read what ``answer`` to a request for ``path`` says of a call."""
        segments = path.partition("?")[0].rstrip("/").split("/")
        lower = [segment.lower() for segment in segments]
        if "calls" not in lower:
            return
        below = segments[lower.index("calls") + 1 :]
        told = read_object(answer.body)
        if method == "POST" and not below and answer.status == 201:
            self._tell(told.get("id"), told.get("state"), "answer")
        elif method == "GET" and len(below) == 1 and answer.status == 200:
            self._tell(below[0], told.get("state"), "answer")
        elif below and self._is_over(method, below, answer.status):
            self._tell(below[0], "terminated", "answer")

    def notified(self, call_id: str, body: dict[str, Any]) -> None:
        """Read what a notification (a commsNotifications body) says of the call."""
        for change in body["value"]:
            data = change.get("resourceData") if isinstance(change, dict) else None
            if isinstance(data, dict) and str(data.get("@odata.type", "")).endswith(".call"):
                self._tell(call_id, data.get("state"), "notification")

    def _is_over(self, method: str, below: list[str], status: int) -> bool:
        if status == 404:
            return self.state(below[0]) is not None
        return method == "DELETE" and len(below) == 1 and status in (200, 202, 204)

    def _tell(self, call_id: object, state: object, source: str) -> None:
        if not isinstance(call_id, str) or not isinstance(state, str):
            return
        key = guid(call_id)
        if not key or self._states.get(key) in (state, "terminated"):
            return  # What was under way when it ended may arrive later.
        self._states.pop(key, None)
        self._states[key] = state
        while len(self._states) > MOST:
            del self._states[next(iter(self._states))]
        data = {"state": state, "toldBy": source, "origin": "real Graph"}
        self._journal.append("realCall", call_id=call_id, data=data)
