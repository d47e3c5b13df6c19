"""One media operation: queued, prompts, beep, recording, ended.

A playPrompt is a recordResponse that ends after its prompts. An operation says what happened as
events in samples of the call, and never does anything by itself: :class:`app.engine.operations`
gives it its turn and its audio.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import PlayPrompt, PromptFailed, PromptReady, RecordResponse
from app.engine.events import (
    BeepStarted,
    Event,
    OperationEnded,
    PromptEnded,
    PromptStarted,
    RecordingStarted,
    SpeechEnded,
    SpeechStarted,
    ToneReceived,
)
from app.engine.outcome import OUTCOMES, Cause, Outcome, Status
from app.engine.recording import Recording, Timer, Tone
from app.engine.snapshot import OperationSnapshot, TimerSnapshot
from app.engine.states import PLAY_PROMPT, RECORD_RESPONSE, Phase, move
from app.engine.timebase import to_seconds
from app.engine.voice import SpeechModel


@dataclass(frozen=True, slots=True)
class Equipment:
    """What operations play and hear with: the beep (int16 mono 16 kHz), where to get the call's
    speech detector when the first recording starts, and its sensitivity (0..1)."""

    beep: NDArray[np.int16]
    speech_model: Callable[[], SpeechModel]
    sensitivity: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the call from sample ``start`` on, all int16 mono 16 kHz and of one length.

    ``caller`` is what is recorded, ``detected`` what the detectors hear of it, ``tones`` those
    reported in it; what is played goes into ``speaker``.
    """

    start: int
    caller: NDArray[np.int16]
    detected: NDArray[np.int16]
    tones: Sequence[ToneReceived]
    speaker: NDArray[np.int16]

    def after(self, used: int) -> Stretch:
        """Return what is left once ``used`` samples are."""
        start = self.start + used
        return Stretch(
            start,
            self.caller[used:],
            self.detected[used:],
            [tone for tone in self.tones if tone.sample > start] if used else self.tones,
            self.speaker[used:],
        )


class Operation:
    """The state of one playPrompt or recordResponse. Runs where the engine runs."""

    def __init__(self, request: PlayPrompt | RecordResponse, equipment: Equipment) -> None:
        self.request = request
        self._equipment = equipment
        self.phase = Phase.QUEUED
        self.outcome: Outcome | None = None
        self.recording: Recording | None = None
        self._clips: dict[int, NDArray[np.int16]] = {}
        self._failure: Cause | None = None
        self._index = 0
        self._offset = 0
        self._played = 0
        self._started = 0
        self._recording_started = 0
        self._seconds = 0.0

    @property
    def id(self) -> str:
        return self.request.operation

    @property
    def boundary(self) -> int | None:
        """Samples until a prompt or the beep that is heard now ends; else ``None``."""
        if self.phase is Phase.BEEP:
            return len(self._equipment.beep) - self._offset
        if self.phase is Phase.PROMPT and self._index in self._clips:
            return len(self._clips[self._index]) - self._offset
        return None

    def prompt(self, command: PromptReady | PromptFailed) -> None:
        """Take a prompt's audio, or note that it cannot be played."""
        if isinstance(command, PromptFailed):
            self._failure = command.cause
        else:
            self._clips[command.index] = command.audio

    def start(self, now: int) -> list[Event]:
        """Its turn has come, at sample ``now``."""
        self._started = now
        return self._next(now)

    def end(self, now: int, cause: Cause, audio: NDArray[np.int16] | None = None) -> list[Event]:
        """End at sample ``now``, from whatever phase."""
        if self.recording is not None:
            self._seconds = to_seconds(now - self._recording_started)
        elif self.phase is not Phase.QUEUED:
            self._seconds = to_seconds(now - self._started)
        self._move(Phase.ENDED)
        self.outcome = OUTCOMES[cause]
        self.recording = None
        self._clips.clear()
        return [OperationEnded(now, self.id, cause, self.outcome, audio)]

    def press(self, tone: str, now: int) -> list[Event]:
        """A pad key, at sample ``now``: it can end the recording, or cut the prompts short."""
        if self._cuttable:
            return self._cut(now)
        if self.recording is None:
            return []
        ending = self.recording.press(tone)
        if ending is None:
            return []
        return self._finish(ending.sample, ending.cause)

    def run(self, stretch: Stretch) -> tuple[int, list[Event]]:
        """Go on with ``stretch``. Returns how many samples were used; fewer than all means that
        the phase changed, and the rest is to be handed in again."""
        if self.phase is Phase.PROMPT:
            return self._run_prompt(stretch)
        if self.phase is Phase.BEEP:
            return self._run_beep(stretch.start, stretch.speaker)
        return self._run_recording(stretch)

    def _run_prompt(self, stretch: Stretch) -> tuple[int, list[Event]]:
        now, speaker = stretch.start, stretch.speaker
        if self._failure is not None:
            return 0, self.end(now, self._failure)
        key = stretch.tones[0].sample - now if self._cuttable and stretch.tones else None
        if key is not None:
            speaker = speaker[: max(0, key)]
        clip = self._clips.get(self._index)
        events: list[Event] = []
        used = len(speaker)
        if clip is not None:
            if self._offset == 0:
                events.append(PromptStarted(now, self.id, self._index))
            used = self._play(clip, speaker)
            if self._offset == len(clip):
                events.append(PromptEnded(now + used, self.id, self._index))
                return used, events + self._after_prompt(now + used, len(clip))
        if key is not None and used == len(speaker):
            events += self._cut(now + used)
        return used, events

    def _after_prompt(self, now: int, length: int) -> list[Event]:
        """Play the prompt again, or go on; an empty one would repeat for ever in no time."""
        self._offset = 0
        self._played += 1
        loops = self.request.loops if isinstance(self.request, RecordResponse) else ()
        times = loops[self._index] if self._index < len(loops) else 1
        if length and (times == 0 or self._played < times):
            return []
        self._index, self._played = self._index + 1, 0
        return self._next(now)

    @property
    def _cuttable(self) -> bool:
        request = self.request
        return (
            self.phase is Phase.PROMPT
            and isinstance(request, RecordResponse)
            and request.key_cuts_prompts
        )

    def _cut(self, now: int) -> list[Event]:
        """Leave out what is left of the prompts."""
        sounding = self._index in self._clips and self._offset > 0
        events: list[Event] = [PromptEnded(now, self.id, self._index)] if sounding else []
        self._index, self._offset = self.request.prompts, 0
        return events + self._next(now)

    def _run_beep(self, now: int, speaker: NDArray[np.int16]) -> tuple[int, list[Event]]:
        used = self._play(self._equipment.beep, speaker)
        if self._offset < len(self._equipment.beep):
            return used, []
        return used, self._record(now + used)

    def _run_recording(self, stretch: Stretch) -> tuple[int, list[Event]]:
        recording, started = self._live, self._recording_started
        # A key that was already down when the recording began is not one of the recording's keys.
        counted = [Tone(t.tone, t.sample - started) for t in stretch.tones if t.onset >= started]
        used, turns, ending = recording.run(stretch.caller, counted, stretch.detected)
        self.phase = recording.phase
        events: list[Event] = []
        for turn in turns:
            kind = SpeechStarted if turn.started else SpeechEnded
            events.append(kind(started + turn.sample, self.id, started + turn.known))
        if ending is not None:
            events += self._finish(ending.sample, ending.cause)
        return used, events

    def _finish(self, sample: int, cause: Cause) -> list[Event]:
        completed = OUTCOMES[cause].status is Status.COMPLETED
        audio = self._live.audio(sample) if completed else None
        return self.end(self._recording_started + sample, cause, audio)

    def _next(self, now: int) -> list[Event]:
        """Enter what follows the prompts played so far."""
        if self._index < self.request.prompts:
            if self.phase is not Phase.PROMPT:
                self._move(Phase.PROMPT)
            return []
        if isinstance(self.request, PlayPrompt):
            return self.end(now, Cause.PLAYED)
        if self.request.play_beep:
            self._move(Phase.BEEP)
            return [BeepStarted(now, self.id)]
        return self._record(now)

    def _record(self, now: int) -> list[Event]:
        assert isinstance(self.request, RecordResponse), "only a recordResponse records"
        self._move(Phase.LISTENING)
        self._recording_started = now
        self.recording = Recording(
            self.request,
            self._equipment.speech_model(),
            after_playback=bool(self.request.prompts or self.request.play_beep),
            sensitivity=self._equipment.sensitivity,
        )
        return [RecordingStarted(now, self.id)]

    def _play(self, clip: NDArray[np.int16], speaker: NDArray[np.int16]) -> int:
        used = min(len(speaker), len(clip) - self._offset)
        speaker[:used] = clip[self._offset : self._offset + used]
        self._offset += used
        return used

    def _move(self, to: Phase) -> None:
        table = RECORD_RESPONSE if isinstance(self.request, RecordResponse) else PLAY_PROMPT
        self.phase = move(table, self.phase, to)

    @property
    def _live(self) -> Recording:
        assert self.recording is not None, f"{self.phase} is not a phase of recording"
        return self.recording

    def snapshot(self, now: int) -> OperationSnapshot:
        """Return how it stands at sample ``now`` of the call."""
        timers: tuple[TimerSnapshot | None, ...] = (None, None, None)
        seconds, probability = self._seconds, 0.0
        if self.recording is not None:
            timers = tuple(_timer(t) for t in self.recording.timers())
            seconds, probability = (
                to_seconds(self.recording.position),
                self.recording.probability,
            )
        elif self.phase in (Phase.PROMPT, Phase.BEEP):
            seconds = to_seconds(now - self._started)
        return OperationSnapshot(
            self.id,
            "recordResponse" if isinstance(self.request, RecordResponse) else "playPrompt",
            self.request.client_context,
            Status.RUNNING if self.outcome is None else self.outcome.status,
            self.phase,
            self.outcome,
            seconds,
            probability,
            *timers,
        )


def _timer(timer: Timer) -> TimerSnapshot:
    left = None if timer.left is None else to_seconds(timer.left)
    return TimerSnapshot(to_seconds(timer.total), left)
