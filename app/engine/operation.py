"""One media operation: queued, prompts or tones, beep, recording, ended.

A playPrompt, and a sendDtmfTones, is a recordResponse that ends after its playlist. An operation
says what happened as events in samples of the call, and never does anything by itself:
:class:`app.engine.operations` gives it its turn and its audio.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import PlayPrompt, PromptFailed, PromptReady, RecordResponse, SendTones
from app.engine.events import (
    BeepStarted,
    Event,
    OperationEnded,
    RecordingStarted,
    SpeechEnded,
    SpeechStarted,
    ToneReceived,
)
from app.engine.outcome import OUTCOMES, Cause, Outcome, Status
from app.engine.playlist import Playlist, Request
from app.engine.recording import Recording, Timer, Tone
from app.engine.snapshot import OperationKind, OperationSnapshot, TimerSnapshot
from app.engine.states import PLAY_PROMPT, RECORD_RESPONSE, SEND_TONES, Phase, move
from app.engine.stop_tones import StopTones
from app.engine.timebase import to_seconds
from app.engine.voice import SpeechModel

KINDS: Final[Mapping[type[Request], tuple[OperationKind, Mapping[Phase, frozenset[Phase]]]]] = {
    RecordResponse: ("recordResponse", RECORD_RESPONSE),
    PlayPrompt: ("playPrompt", PLAY_PROMPT),
    SendTones: ("sendDtmfTones", SEND_TONES),
}
"""What a request is called, and the machine of its phases."""

PLAYING: Final = frozenset({Phase.PROMPT, Phase.TONES, Phase.BEEP})
"""The phases in which the caller hears the operation."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What operations play and hear with: the beep (int16 mono 16 kHz), where to get the call's
    speech detector when a recording starts, and its sensitivity (0..1).

    ``inter_digit``: samples between two keys of a stop tone (``None``: no limit). ``early_stop``:
    stop tones end a recordResponse also before it records. ``beep_recorded``: the recording begins
    with the beep.
    """

    beep: NDArray[np.int16]
    speech_model: Callable[[], SpeechModel]
    sensitivity: Callable[[], float]
    inter_digit: int | None = None
    early_stop: bool = False
    beep_recorded: bool = False


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

    def until(self, sample: int) -> Stretch:
        """Return what lies before ``sample``, a key at that very sample included."""
        used = max(0, sample - self.start)
        tones = [tone for tone in self.tones if tone.sample <= sample]
        return replace(
            self,
            caller=self.caller[:used],
            detected=self.detected[:used],
            tones=tones,
            speaker=self.speaker[:used],
        )

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
    """The state of one media operation. Runs where the engine runs."""

    def __init__(self, request: Request, equipment: Equipment) -> None:
        self.request = request
        self._equipment = equipment
        self.phase = Phase.QUEUED
        self.outcome: Outcome | None = None
        self.recording: Recording | None = None
        self._kind, self._table = KINDS[type(request)]
        self._playlist = Playlist(request)
        stop_tones = request.stop_tones if isinstance(request, RecordResponse) else ()
        self._early_tones = StopTones(stop_tones, equipment.inter_digit)
        self._failure: Cause | None = None
        self._beeped = 0
        self._started = 0
        self._recording_started = 0
        self._seconds = 0.0

    @property
    def id(self) -> str:
        return self.request.operation

    @property
    def boundary(self) -> int | None:
        """Samples until the sound that is heard now ends; else ``None``."""
        if self.phase is Phase.BEEP:
            return len(self._equipment.beep) - self._beeped
        return self._playlist.boundary if self.phase in PLAYING else None

    def shift(self, samples: int) -> None:
        """The call was on hold for ``samples``: they do not count."""
        self._started += samples
        self._recording_started += samples

    def prompt(self, command: PromptReady | PromptFailed) -> None:
        """Take a prompt's audio, or note that it cannot be played."""
        if isinstance(command, PromptFailed):
            self._failure = command.cause
        else:
            self._playlist.put(command.index, command.audio)

    def start(self, now: int) -> list[Event]:
        """Its turn has come, at sample ``now``."""
        self._started = now
        later = (Cause.BEEP_FAILED, Cause.MEDIA_TIMEOUT)
        fault = self.request.fault
        if fault is not None and not (isinstance(self.request, RecordResponse) and fault in later):
            return self.end(now, fault)
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
        self._playlist.clear()
        return [OperationEnded(now, self.id, cause, self.outcome, audio)]

    def press(self, tone: str, now: int) -> list[Event]:
        """A pad key, at sample ``now``: it can end the operation, or cut the prompts short."""
        if self.phase in PLAYING:
            return self._press_early(tone, now)
        if self.recording is None:
            return []
        ending = self.recording.press(tone)
        if ending is None:
            return []
        return self._finish(ending.sample, ending.cause)

    def run(self, stretch: Stretch) -> tuple[int, list[Event]]:
        """Go on with ``stretch``. Returns how many samples were used; fewer than all means that
        something changed, and the rest is to be handed in again."""
        if self.phase not in PLAYING:
            return self._run_recording(stretch)
        if self._listens_early and stretch.tones:
            stretch = stretch.until(max(stretch.tones[0].sample, stretch.start + 1))
        phase, start = self.phase, stretch.start
        run = self._run_beep if phase is Phase.BEEP else self._run_playlist
        used, events = run(start, stretch.speaker)
        for tone in stretch.tones:
            if self.phase in PLAYING and tone.sample <= start + used:
                events += self._press_early(tone.tone, start + used)
        return used, events

    def captured(self, start: int) -> NDArray[np.int16]:
        """Return what is certain to be in the recording from its sample ``start`` on."""
        if self.recording is None:
            return np.zeros(0, np.int16)
        return self._take(start, self.recording.settled)

    @property
    def _listens_early(self) -> bool:
        request = self.request
        if not isinstance(request, RecordResponse):
            return False
        cuttable = request.key_cuts_prompts and self.phase is Phase.PROMPT
        return cuttable or self._equipment.early_stop

    def _press_early(self, tone: str, now: int) -> list[Event]:
        """A key before the recording."""
        if not self._listens_early:
            return []
        if self._equipment.early_stop and self._early_tones.hear(tone, now):
            return self.end(now, Cause.STOP_TONE, np.zeros(0, np.int16))
        request = self.request
        if isinstance(request, RecordResponse) and (
            request.key_cuts_prompts and self.phase is Phase.PROMPT
        ):
            return self._playlist.cut(now) + self._next(now)
        return []

    def _run_playlist(self, now: int, speaker: NDArray[np.int16]) -> tuple[int, list[Event]]:
        if self._failure is not None:
            return 0, self.end(now, self._failure)
        used, events = self._playlist.play(now, speaker)
        if self._playlist.done:
            events += self._next(now + used)
        return used, events

    def _run_beep(self, now: int, speaker: NDArray[np.int16]) -> tuple[int, list[Event]]:
        beep = self._equipment.beep
        used = min(len(speaker), len(beep) - self._beeped)
        speaker[:used] = beep[self._beeped : self._beeped + used]
        self._beeped += used
        if self._beeped < len(beep):
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
        audio = self._take(0, sample) if completed else None
        return self.end(self._recording_started + sample, cause, audio)

    def _take(self, start: int, recorded: int) -> NDArray[np.int16]:
        """Return the recording from its sample ``start`` on, as of ``recorded`` samples."""
        lead = self._equipment.beep[: self._beeped] if self._equipment.beep_recorded else None
        if lead is None or not len(lead):
            return self._live.stretch(start, recorded)
        said = self._live.stretch(max(0, start - len(lead)), recorded)
        audio = np.concatenate([lead[start:], said])
        audio.setflags(write=False)
        return audio

    def _next(self, now: int) -> list[Event]:
        """Enter what follows what has been played so far."""
        if not self._playlist.done:
            to = Phase.TONES if isinstance(self.request, SendTones) else Phase.PROMPT
            if self.phase is not to:
                self._move(to)
            return []
        if not isinstance(self.request, RecordResponse):
            return self.end(now, Cause.PLAYED)
        if self.request.fault is Cause.BEEP_FAILED:
            return self.end(now, self.request.fault)
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
            sensitivity=self._equipment.sensitivity(),
            inter_digit=self._equipment.inter_digit,
        )
        started = RecordingStarted(now, self.id)
        if self.request.fault is Cause.MEDIA_TIMEOUT:
            return [started, *self.end(now, self.request.fault)]
        return [started]

    def _move(self, to: Phase) -> None:
        self.phase = move(self._table, self.phase, to)

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
        elif self.phase in PLAYING:
            seconds = to_seconds(now - self._started)
        return OperationSnapshot(
            self.id,
            self._kind,
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
