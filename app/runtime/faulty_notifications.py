"""The way of all notifications, on which an armed fault can lose, double or hold back one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from app.runtime.faults import Faults
from app.runtime.ports import NotificationPort


@dataclass(slots=True)
class _Held:
    call_id: str
    url: str
    body: dict[str, Any]
    timer: asyncio.TimerHandle
    swapped: bool


class FaultyNotifications:
    """A NotificationPort before another one. Core thread."""

    def __init__(self, port: NotificationPort, faults: Faults) -> None:
        self._port = port
        self._faults = faults
        self._held: list[_Held] = []

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        """Send ``body``, or what a fault makes of it."""
        fault = self._faults.take("notification", call_id)
        waiting = [held for held in self._held if held.swapped and held.call_id == call_id]
        match fault and fault.name:
            case None:
                self._port.send(call_id, url, body)
            case "notification.duplicate":
                self._port.send(call_id, url, body)
                self._port.send(call_id, url, body)
            case "notification.delay" | "notification.swap":
                assert fault is not None
                loop = asyncio.get_running_loop()
                timer = loop.call_later(fault.seconds, self._release_due, call_id, body)
                swapped = fault.name == "notification.swap"
                self._held.append(_Held(call_id, url, body, timer, swapped))
        for held in waiting:
            self._release(held)

    def close(self) -> None:
        """Send what is still held back."""
        for held in tuple(self._held):
            self._release(held)

    def _release_due(self, call_id: str, body: dict[str, Any]) -> None:
        for held in tuple(self._held):
            if held.call_id == call_id and held.body is body:
                self._release(held)

    def _release(self, held: _Held) -> None:
        held.timer.cancel()
        self._held.remove(held)
        self._port.send(held.call_id, held.url, held.body)
