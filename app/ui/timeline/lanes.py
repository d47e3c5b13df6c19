"""What the lanes of the timeline hold, derived from a call's events. Pure: samples in and out.

Nothing here is stored anywhere else: the same events always give the same lanes, so an old call
looks as it did live.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from app.engine.commands import RecordResponse
from app.engine.events import (
    BeepStarted,
    CallStateChanged,
    Event,
    OperationEnded,
    OperationQueued,
    PromptEnded,
    PromptStarted,
    RecordingStarted,
    SpeechEnded,
    SpeechStarted,
    ToneReceived,
    ToneSent,
)
from app.engine.outcome import Cause
from app.engine.states import CallState, Phase
from app.runtime.timeline_tail import OperationFacts

TimerName = Literal["initial_silence", "max_silence", "max_duration"]

WINNERS: Final[Mapping[TimerName, Cause]] = {
    "initial_silence": Cause.INITIAL_SILENCE,
    "max_silence": Cause.MAX_SILENCE,
    "max_duration": Cause.MAX_DURATION,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of an operation; ``end`` is ``None`` while it goes on."""

    phase: Phase
    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Sound:
    """What the speaker played: prompt no. ``index``, the beep, or a ``tone`` of the bot's."""

    kind: Literal["prompt", "beep", "tone"]
    start: int
    end: int | None
    index: int = 0
    tone: str = ""


@dataclass(frozen=True, slots=True)
class TimerRun:
    """A timer from where it began to run to where it stopped, or ran out (``won``)."""

    name: TimerName
    start: int
    end: int | None
    total: int
    won: bool = False

    def left(self, sample: int) -> int:
        """Return the samples left of it at ``sample``."""
        stop = sample if self.end is None else min(sample, self.end)
        return max(0, self.total - max(0, stop - self.start))


@dataclass(frozen=True, slots=True)
class Key:
    """A key, pressed or heard; ``ended``: it was the stop tone that ended a recording."""

    tone: str
    sample: int
    source: Literal["pad", "audio"]
    ended: bool = False


@dataclass(slots=True)
class Run:
    """One operation on the axis."""

    facts: OperationFacts
    queued: int
    began: int | None = None
    """Where its turn came."""
    beep: int | None = None
    recording: int | None = None
    ended: OperationEnded | None = None
    key: Key | None = None
    """The stop tone that ended it."""
    sounds: list[Sound] = field(default_factory=list)
    turns: list[tuple[int, int | None]] = field(default_factory=list)
    """Where the caller spoke."""

    @property
    def id(self) -> str:
        return self.facts.id

    @property
    def request(self) -> RecordResponse | None:
        """What the bot asked for, of a recordResponse."""
        return self.facts.request

    @property
    def end(self) -> int | None:
        return None if self.ended is None else self.ended.sample

    @property
    def stages(self) -> list[Stage]:
        """Its phases, in order, without empty ones."""
        end = self.end
        marks: list[tuple[Phase, int]] = [(Phase.QUEUED, self.queued)]
        if self.began is not None and self.facts.kind == "sendDtmfTones":
            marks.append((Phase.TONES, self.began))
        elif self.began is not None and (self.facts.prompts or self.facts.kind == "playPrompt"):
            marks.append((Phase.PROMPT, self.began))
        if self.beep is not None:
            marks.append((Phase.BEEP, self.beep))
        if self.recording is not None:
            marks.append((Phase.LISTENING, self.recording))
        for start, stop in self.turns:
            marks.append((Phase.SPEAKING, start))
            if stop is not None:
                marks.append((Phase.PAUSING, stop))
        stages: list[Stage] = []
        for number, (phase, start) in enumerate(marks):
            stop = marks[number + 1][1] if number + 1 < len(marks) else end
            if end is not None:
                stop = end if stop is None else min(stop, end)
            if stop is None or stop > start:
                stages.append(Stage(phase, start, stop))
        return stages

    @property
    def timers(self) -> list[TimerRun]:
        """The runs of its three timers."""
        request, start = self.request, self.recording
        if request is None or start is None:
            return []
        first = self.turns[0][0] if self.turns else self.end
        runs = [self._timer("initial_silence", start, first, request.initial_silence)]
        for number, (_, stop) in enumerate(self.turns):
            if stop is not None:
                last = number + 1 == len(self.turns)
                until = self.end if last else self.turns[number + 1][0]
                runs.append(self._timer("max_silence", stop, until, request.max_silence))
        runs.append(self._timer("max_duration", start, self.end, request.max_duration))
        return runs

    def _timer(self, name: TimerName, start: int, end: int | None, total: int) -> TimerRun:
        cause = self.ended.cause if self.ended is not None else None
        won = end is not None and end == self.end and cause is WINNERS[name]
        return TimerRun(name, start, end, total, won)


@dataclass(frozen=True, slots=True)
class Lanes:
    """All of a call. ``established`` and ``ended`` are samples."""

    runs: tuple[Run, ...] = ()
    keys: tuple[Key, ...] = ()
    established: int | None = None
    ended: int | None = None

    def run(self, operation_id: str | None) -> Run | None:
        """Return the run of an operation."""
        return next((run for run in self.runs if run.id == operation_id), None)

    @property
    def front(self) -> Run | None:
        """The one to look at: the newest recordResponse that began, else the newest operation."""
        recordings = [run for run in self.runs if run.request is not None]
        begun = [run for run in recordings if run.recording is not None]
        found = begun or recordings or list(self.runs)
        return found[-1] if found else None

    def between(self, start: float, end: float) -> Lanes:
        """Return what there is between two samples: a long call has more than a frame needs."""
        runs = [r for r in self.runs if r.queued <= end and (r.end is None or r.end >= start)]
        keys = [key for key in self.keys if start <= key.sample <= end]
        return Lanes(tuple(runs), tuple(keys), self.established, self.ended)

    def at(self, sample: int) -> tuple[Run, Stage] | None:
        """Return the operation that has the caller's ear at ``sample``, and its phase then."""
        for run in reversed(self.runs):
            for stage in run.stages:
                inside = stage.start <= sample and (stage.end is None or sample < stage.end)
                if inside and stage.phase is not Phase.QUEUED:
                    return run, stage
        return None


def build(events: Sequence[Event], operations: Mapping[str, OperationFacts]) -> Lanes:
    """Return the lanes of a call with these ``events``."""
    runs: dict[str, Run] = {}
    keys: list[Key] = []
    established = ended = None
    for event in events:
        match event:
            case OperationQueued() if event.operation in operations:
                runs[event.operation] = Run(operations[event.operation], event.sample)
            case ToneReceived():
                keys.append(Key(event.tone, event.sample, event.source))
            case CallStateChanged(state=CallState.ESTABLISHED):
                established = event.sample
            case CallStateChanged(state=CallState.TERMINATED):
                ended = event.sample
            case (
                PromptStarted()
                | PromptEnded()
                | ToneSent()
                | BeepStarted()
                | RecordingStarted()
                | SpeechStarted()
                | SpeechEnded()
                | OperationEnded()
            ) if event.operation in runs:
                _apply(runs[event.operation], event)
            case _:
                pass
    _take_turns(runs.values())
    return Lanes(tuple(runs.values()), tuple(_mark_stops(runs.values(), keys)), established, ended)


def _apply(run: Run, event: Event) -> None:
    match event:
        case PromptStarted():
            run.sounds.append(Sound("prompt", event.sample, None, event.index))
        case PromptEnded():
            _end_sound(run, event.sample)
        case ToneSent():
            _end_sound(run, event.sample)
            run.sounds.append(Sound("tone", event.sample, None, tone=event.tone))
        case BeepStarted():
            run.beep = event.sample
            run.sounds.append(Sound("beep", event.sample, None))
        case RecordingStarted():
            _end_sound(run, event.sample)
            run.recording = event.sample
        case SpeechStarted():
            run.turns.append((event.sample, None))
        case SpeechEnded() if run.turns:
            run.turns[-1] = (run.turns[-1][0], event.sample)
        case OperationEnded():
            _end_sound(run, event.sample)
            run.ended = event
            run.turns = [
                (start, min(stop, event.sample) if stop is not None else None)
                for start, stop in run.turns
                if start < event.sample
            ]
        case _:
            pass


def _end_sound(run: Run, sample: int) -> None:
    if run.sounds and run.sounds[-1].end is None:
        last = run.sounds[-1]
        run.sounds[-1] = replace(last, end=sample)


def _take_turns(runs: Iterable[Run]) -> None:
    """Work out when each operation's turn came: once those asked for before it had ended."""
    free: int | None = 0
    for run in runs:
        run.began = None if free is None else max(run.queued, free)
        free = run.end if run.began is not None else None


def _mark_stops(runs: Iterable[Run], keys: Sequence[Key]) -> list[Key]:
    """Mark the keys that ended a recording: the last one by the end of it."""
    marked = list(keys)
    for run in runs:
        if run.ended is None or run.ended.cause is not Cause.STOP_TONE:
            continue
        for number in range(len(marked) - 1, -1, -1):
            key = marked[number]
            if key.sample <= run.ended.sample:
                marked[number] = Key(key.tone, key.sample, key.source, ended=True)
                run.key = marked[number]
                break
    return marked
