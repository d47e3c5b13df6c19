"""The call's media queue: operations run one after the other, in the order of their requests.

An operation that barges in cancels what runs and what waits, each with an end of its own (contract
sections 1.1 and 2.2); the same happens at cancelMediaProcessing.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import PromptFailed, PromptReady
from app.engine.events import Event, OperationQueued
from app.engine.operation import Equipment, Operation, Stretch
from app.engine.outcome import Cause
from app.engine.playlist import Request
from app.engine.snapshot import OperationSnapshot
from app.engine.states import RECORDING, Phase


class MediaQueue:
    """The operations of one call; the head of the queue has the caller's ear."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        self._queue: deque[Operation] = deque()
        self._known: dict[str, Operation] = {}

    def add(self, request: Request, now: int) -> list[Event]:
        """Queue ``request`` at sample ``now``; it starts at once where nothing is before it."""
        operation = Operation(request, self._equipment)
        self._known[operation.id] = operation
        events: list[Event] = [OperationQueued(now, operation.id)]
        if request.barge_in:
            events += self.end_all(now, Cause.CANCELLED)
        self._queue.append(operation)
        if len(self._queue) == 1:
            events += operation.start(now)
        return events + self._take_turns(now)

    def prompt(self, command: PromptReady | PromptFailed) -> None:
        """Hand a prompt's audio, or its failure, to its operation, unless that has ended."""
        operation = self._known.get(command.operation)
        if operation is not None and operation.phase is not Phase.ENDED:
            operation.prompt(command)

    def end_all(self, now: int, cause: Cause) -> list[Event]:
        """End the running operation and then the waiting ones."""
        events: list[Event] = []
        while self._queue:
            events += self._queue.popleft().end(now, cause)
        return events

    def fail_recording(self, now: int, cause: Cause) -> list[Event]:
        """End the recording that runs, if one does."""
        if not self.recording:
            return []
        return self._queue[0].end(now, cause) + self._take_turns(now)

    def captured(self, operation: str, start: int) -> NDArray[np.int16]:
        """Return what is certain to be in the recording of ``operation`` from its sample ``start``
        on, read-only; nothing where it does not record."""
        known = self._known.get(operation)
        return np.zeros(0, np.int16) if known is None else known.captured(start)

    def press(self, tone: str, now: int) -> list[Event]:
        """Hand a pad key to the operation that is recording, if one is."""
        if not self._queue:
            return []
        events = self._queue[0].press(tone, now)
        return events + self._take_turns(now)

    def shift(self, samples: int) -> None:
        """Let the running operation go on as if the last ``samples`` had not been."""
        if self._queue:
            self._queue[0].shift(samples)

    def run(self, stretch: Stretch) -> list[Event]:
        """Let the operations use ``stretch``."""
        events: list[Event] = []
        while self._queue:
            head = self._queue[0]
            phase = head.phase
            used, happened = head.run(stretch)
            if used == len(stretch.caller) and head.phase is phase:
                return events + happened
            stretch = stretch.after(used)
            events += happened
            events += self._take_turns(stretch.start)
        return events

    def _take_turns(self, now: int) -> list[Event]:
        events: list[Event] = []
        while self._queue and self._queue[0].phase is Phase.ENDED:
            self._queue.popleft()
            if self._queue:
                events += self._queue[0].start(now)
        return events

    @property
    def boundary(self) -> int | None:
        """Samples until the prompt or beep that is heard now ends; else ``None``."""
        return self._queue[0].boundary if self._queue else None

    @property
    def recording(self) -> bool:
        """Whether an operation is recording now."""
        return bool(self._queue) and self._queue[0].phase in RECORDING

    def snapshot(self, now: int) -> tuple[OperationSnapshot, ...]:
        """Return all operations of the call in the order of their requests."""
        return tuple(operation.snapshot(now) for operation in self._known.values())
