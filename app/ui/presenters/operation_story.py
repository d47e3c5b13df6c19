"""The life of each media operation of a call, put together from snapshots and records.

A snapshot says what is now. What was before (which phases there were, how the timers stood when it
ended, which key ended it) is gone from it then, so the story keeps that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from app.engine.events import ToneSource
from app.engine.outcome import Cause
from app.engine.snapshot import OperationKind, OperationSnapshot, TimerSnapshot
from app.engine.states import RECORDING, Phase
from app.runtime.calls import CallSnapshot, Download
from app.runtime.records import Record
from app.ui.presenters.outcome_text import Ending, cause_of, sentence

TimerName = Literal["initial_silence", "max_silence", "max_duration"]
TimerState = Literal["unknown", "resting", "running", "stopped", "won"]

TIMERS: Final[dict[TimerName, Cause]] = {
    "initial_silence": Cause.INITIAL_SILENCE,
    "max_silence": Cause.MAX_SILENCE,
    "max_duration": Cause.MAX_DURATION,
}
"""The timers, and what an operation ends of when they run out."""

_PHASE_OF: Final = {
    "promptStarted": Phase.PROMPT,
    "toneSent": Phase.TONES,
    "beepStarted": Phase.BEEP,
    "recordingStarted": Phase.LISTENING,
    "speechStarted": Phase.SPEAKING,
    "speechEnded": Phase.PAUSING,
}


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer as it is shown; ``total`` and ``left`` are seconds, 0 while unknown.

    ``resting``: it does not run now; ``stopped``: the operation ended first; ``won``: it ran out.
    """

    state: TimerState
    total: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Story:
    """One operation as far as it went."""

    operation: OperationSnapshot
    passed: frozenset[Phase] = frozenset({Phase.QUEUED})
    timers: tuple[TimerSnapshot | None, ...] = (None, None, None)
    tone: str | None = None
    source: ToneSource | None = None
    download: Download | None = None
    """The prompt that is on its way, the first of several."""

    @property
    def id(self) -> str:
        return self.operation.id

    @property
    def kind(self) -> OperationKind:
        return self.operation.kind

    @property
    def phase(self) -> Phase:
        return self.operation.phase

    @property
    def ended(self) -> bool:
        return self.operation.outcome is not None

    def timer(self, name: TimerName) -> TimerView:
        """Return how a timer is to be shown."""
        known = self.timers[list(TIMERS).index(name)]
        outcome = self.operation.outcome
        if outcome is None:
            if known is None:
                return TimerView("unknown")
            if known.left is None:
                return TimerView("resting", known.total, known.total)
            return TimerView("running", known.total, known.left)
        total = 0.0 if known is None else known.total
        if cause_of(outcome) is TIMERS[name]:
            return TimerView("won", total, 0.0)
        if known is None:
            return TimerView("unknown")
        if known.left is None:
            return TimerView("resting", total, total)
        return TimerView("stopped", total, known.left)

    @property
    def ending(self) -> str:
        """Why it ended, as a sentence; empty before that."""
        outcome = self.operation.outcome
        if outcome is None:
            return ""
        limits = {
            TIMERS[name]: timer.total
            for name, timer in zip(TIMERS, self.timers, strict=True)
            if timer is not None
        }
        return sentence(
            Ending(
                outcome,
                self.operation.seconds,
                self.tone,
                self.source,
                limits.get(cause_of(outcome)),
            )
        )


class Stories:
    """The stories of one call, in the order of the requests. GUI thread."""

    def __init__(self) -> None:
        self._stories: dict[str, Story] = {}
        self._passed: dict[str, set[Phase]] = {}
        self._tones: list[tuple[float, str, ToneSource]] = []
        self._ended_by: dict[str, tuple[str, ToneSource]] = {}

    def take(self, call: CallSnapshot) -> None:
        """Take what is now."""
        for operation in call.engine.operations:
            before = self._stories.get(operation.id, Story(operation))
            passed = self._passed.setdefault(operation.id, {Phase.QUEUED})
            passed.add(operation.phase)
            tone, source = self._ended_by.get(operation.id, (None, None))
            now = (operation.initial_silence, operation.max_silence, operation.max_duration)
            self._stories[operation.id] = replace(
                before,
                operation=operation,
                passed=frozenset(passed),
                timers=now if operation.phase in RECORDING else before.timers,
                tone=tone,
                source=source,
                download=next((d for d in call.downloads if d.operation_id == operation.id), None),
            )

    def hear(self, record: Record) -> None:
        """Take what happened; comes before the snapshot that shows it."""
        if record.kind == "toneReceived":
            tone, source = str(record.data["tone"]), record.data["source"]
            self._tones.append((record.seconds or 0.0, tone, source))
        elif record.operation_id is not None and record.kind in _PHASE_OF:
            passed = self._passed.setdefault(record.operation_id, {Phase.QUEUED})
            passed.add(_PHASE_OF[record.kind])
        elif record.operation_id is not None and record.kind == "ended":
            self._remember_tone(record.operation_id, record.seconds or 0.0)

    @property
    def all(self) -> list[Story]:
        """All stories, in the order of the requests."""
        return list(self._stories.values())

    @property
    def front(self) -> Story | None:
        """The one to look at: the newest recordResponse, else the newest operation."""
        stories = self.all
        recordings = [story for story in stories if story.kind == "recordResponse"]
        return (recordings or stories)[-1] if stories else None

    def _remember_tone(self, operation_id: str, seconds: float) -> None:
        # The last key that was known at the end: one of the same stretch may have come later.
        for at, tone, source in reversed(self._tones):
            if at <= seconds:
                self._ended_by[operation_id] = (tone, source)
                return
