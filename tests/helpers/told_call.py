"""An engine with a history, fed by hand: what a timeline is made of, without a runtime."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np

from app.engine.call import Engine, EngineConfig
from app.engine.commands import Answer, Command
from app.graph.profiles import V1
from app.graph.requests import parse_record_response
from app.runtime.call_history import CallHistory
from app.runtime.calls import Operation
from app.runtime.ports import Audio
from app.runtime.traced_model import TracedModel
from app.ui.timeline.trace import Trace
from tests.helpers.playbook import BEEP, ScriptedModel, concatenate

SECOND: Final = 16_000
START: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
"""When sample 0 was heard."""
KEEP: Final = 300 * SECOND
TALK: Final = concatenate([("silence", 1), ("speech", 1), ("silence", 14)])


class Told:
    """An established call with a history; ``frame`` is how its audio is cut."""

    def __init__(self, frame: int = 320) -> None:
        self.model = TracedModel(ScriptedModel())
        self.engine = Engine(EngineConfig(BEEP), lambda: self.model)
        self.operations: dict[str, Operation] = {}
        self.history = CallHistory("call", self.operations, self.model)
        self.events: list[Any] = []
        self._frame = frame
        self.does(Answer())
        self.hears(np.zeros(SECOND, np.int16))

    def does(self, command: Command) -> None:
        events = self.engine.handle(command)
        self.events += events
        self.history.note(events)

    def records(self, operation: str = "op", **body: Any) -> None:
        asked = parse_record_response({"playBeep": False} | body, V1)
        self.operations[operation] = Operation(
            operation, "recordResponse", None, asked.prompts, asked
        )
        self.does(asked.command(operation))

    def hears(self, sound: Audio, *, keep: int = KEEP) -> None:
        for start in range(0, len(sound), self._frame):
            events, _, heard = self.engine.receive_audio(sound[start : start + self._frame])
            self.events += events
            self.history.note(events)
            now = START + timedelta(seconds=self.engine.now / SECOND)
            self.history.hear(heard, now, keep)

    def of(self, kind: type) -> Any:
        return next(event for event in self.events if isinstance(event, kind))

    def trace(self, trace: Trace | None = None) -> Trace:
        """Return what the window knows of it; ``trace`` is brought up to date."""
        trace = trace or Trace("call")
        trace.take(self.history.tail(trace.since))
        return trace
