"""Presses keys for the control plane: one after the other, with a pause between them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

from app.engine.tones import KEYS
from app.graph.errors import GraphError, call_not_established
from app.runtime.service import Simulator
from app.runtime.tasks import TaskOwner

GAP_SECONDS: Final = 0.1
"""Silence between two keys; ITU-T Q.24 asks receivers to tell 40 ms apart, people leave 100."""

SHORTEST, LONGEST = 40, 6000
"""Milliseconds a key may sound, as for the setting phone.keyMilliseconds."""

MOST_WAITING: Final = 256
"""Keys that may wait in one call."""

Sleep = Callable[[float], Awaitable[None]]


class KeyPresser:
    """Core thread. The keys of one call wait for each other, however many requests they came in."""

    def __init__(
        self, simulator: Simulator, tasks: TaskOwner, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._simulator = simulator
        self._tasks = tasks
        self._sleep = sleep
        self._waiting: dict[str, deque[tuple[str, int]]] = {}

    def press(self, call_id: str, tones: str, milliseconds: int) -> float:
        """Press ``tones``, each for ``milliseconds``; returns the seconds until the last one ends.

        Raises ValueError (no such key, too many), UnknownCall, GraphError (call not established);
        then no key was pressed.
        """
        for tone in tones:
            if tone.upper() not in KEYS:
                raise ValueError(f"'{tone}' is no key: use {' '.join(KEYS)}.")
        call = self._simulator.call(call_id)
        queue = self._waiting.get(call.id)
        if len(queue or ()) + len(tones) > MOST_WAITING:
            raise ValueError(f"More than {MOST_WAITING} keys would wait: send fewer at once.")
        keys = [(tone, milliseconds) for tone in tones]
        if queue is None:
            self._simulator.press(call.id, *keys[0])
            queue = self._waiting[call.id] = deque(keys[1:])
            self._tasks.start(self._follow(call.id, queue, milliseconds), f"keys of {call.id}")
            return _seconds([keys[0], *queue])
        if call.engine.snapshot().state != "established":
            raise call_not_established()
        queue.extend(keys)
        return _seconds(list(queue))

    async def _follow(self, call_id: str, queue: deque[tuple[str, int]], sounding: int) -> None:
        """Press what waits once the key that is sounding has ended."""
        try:
            while True:
                await self._sleep(sounding / 1000 + GAP_SECONDS)
                if not queue:
                    return
                tone, sounding = queue.popleft()
                self._simulator.press(call_id, tone, sounding)
        except GraphError as error:
            self._simulator.journal.append(
                "warning",
                call_id=call_id,
                data={"message": f"{len(queue) + 1} keys were not pressed. {error.message}"},
            )
        finally:
            del self._waiting[call_id]


def _seconds(keys: list[tuple[str, int]]) -> float:
    return sum(ms for _, ms in keys) / 1000 + GAP_SECONDS * (len(keys) - 1)
