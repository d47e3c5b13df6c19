"""The engine: one call, fed with commands and audio, answering with events and speaker audio.

It has no clock but the samples it is fed, and does nothing on its own, so the same engine runs
live, headless, and as fast as the machine can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import (
    Abandon,
    Answer,
    CancelMedia,
    Command,
    Delete,
    FailRecording,
    HangUp,
    MuteBot,
    PickUp,
    PlayPrompt,
    PressTone,
    PromptFailed,
    PromptReady,
    RecordResponse,
    SendTones,
    SetHeld,
    SetMuted,
    SetSensitivity,
    Transfer,
    TransferDone,
    TurnAway,
)
from app.engine.ears import Ears
from app.engine.events import (
    CallStateChanged,
    Event,
    MediaActivated,
    MediaDeactivated,
    ToneReceived,
)
from app.engine.limits import PAD_ECHO
from app.engine.operation import Equipment, Stretch
from app.engine.operations import MediaQueue
from app.engine.outcome import Cause
from app.engine.snapshot import EngineSnapshot
from app.engine.states import CALL, FLOWING, CallState, IllegalTransition, move
from app.engine.timebase import to_seconds
from app.engine.tones import KEYS, ToneDetector
from app.engine.voice import SpeechModel


class AudioNotActive(Exception):
    """The call is established but its audio does not flow yet (Graph's 8503)."""


class CallNotEstablished(Exception):
    """The call is not, or no longer, established (Graph's 8501)."""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """``beep``: int16 mono 16 kHz. ``sensitivity``: of the speech decision, 0..1.

    ``tones_in_audio``: keys heard in the caller's audio count like keys pressed on the pad.
    ``fail_on_hang_up``: a call that ends under an operation fails it with 8528 instead of losing it
    silently; Graph was observed to lose it (contract section 2.2). ``inter_digit``, ``early_stop``
    and ``beep_recorded``: as for :class:`app.engine.operation.Equipment`.
    """

    beep: NDArray[np.int16]
    sensitivity: float = 0.5
    tones_in_audio: bool = True
    fail_on_hang_up: bool = False
    inter_digit: int | None = None
    early_stop: bool = False
    beep_recorded: bool = False


class Engine:
    """One call from ``incoming``, or ``outgoing`` (the bot placed it, the phone rings) from
    ``establishing``, to ``terminated``. Not thread-safe: it belongs to one thread.

    ``load_speech_model`` is called once, when the first recording starts; ``ears`` are what the
    detectors hear through.
    """

    def __init__(
        self,
        config: EngineConfig,
        load_speech_model: Callable[[], SpeechModel],
        ears: Ears | None = None,
        *,
        outgoing: bool = False,
    ) -> None:
        self._config = config
        self._ears = ears
        self._sensitivity = config.sensitivity
        self._load_speech_model = load_speech_model
        self._speech_model: SpeechModel | None = None
        self._state = CallState.ESTABLISHING if outgoing else CallState.INCOMING
        self._now = 0
        self._established_at: int | None = None
        self._media_active = False
        self._muted = False
        self._held_at = 0
        self._bot_muted = False
        self._tones = ToneDetector()
        self._pad: ToneReceived | None = None
        self._pad_until = 0
        self._queue = MediaQueue(
            Equipment(
                config.beep,
                self._model,
                lambda: self._sensitivity,
                config.inter_digit,
                config.early_stop,
                config.beep_recorded,
            )
        )

    def handle(self, command: Command) -> list[Event]:
        """Apply ``command`` at the present sample and return what happened.

        Raises IllegalTransition, CallNotEstablished, AudioNotActive or ValueError (no such tone);
        then nothing has changed.
        """
        match command:
            case Answer():
                return [*self._enter(CallState.ESTABLISHING), *self._enter(CallState.ESTABLISHED)]
            case PickUp():
                return self._enter(CallState.ESTABLISHED)
            case HangUp() | Abandon():
                return self._end(CallState.TERMINATED)
            case TurnAway():
                # What cannot be answered (any more) cannot be turned away either.
                move(CALL, self._state, CallState.ESTABLISHING)
                return self._end(CallState.TERMINATED)
            case Delete():
                if self._state in (CallState.INCOMING, CallState.ESTABLISHING):
                    return self._end(CallState.TERMINATED)
                return [*self._end(CallState.TERMINATING), *self._enter(CallState.TERMINATED)]
            case Transfer():
                self.require(audio=False)
                return self._enter(CallState.TRANSFERRING)
            case TransferDone():
                if not command.accepted:
                    return self._enter(CallState.ESTABLISHED)
                handed_over = self._end(CallState.TRANSFER_ACCEPTED)
                inactive = MediaDeactivated(self._now)
                return [*handed_over, inactive, *self._enter(CallState.TERMINATED)]
            case PressTone():
                return self._press(command)
            case SetMuted():
                self._muted = command.muted
                return []
            case SetSensitivity():
                self._sensitivity = command.sensitivity
                return []
            case SetHeld():
                return self._hold() if command.held else self._resume()
            case MuteBot():
                self.require(audio=False)
                self._bot_muted = command.muted
                return []
            case PlayPrompt() | SendTones() | RecordResponse():
                self.require(audio=True)
                return self._queue.add(command, self._now)
            case PromptReady() | PromptFailed():
                self._queue.prompt(command)
                return []
            case CancelMedia():
                self.require(audio=True)
                return self._queue.end_all(self._now, Cause.CANCELLED)
            case FailRecording():
                return self._queue.fail_recording(self._now, command.cause)

    def receive_audio(
        self, samples: NDArray[np.int16]
    ) -> tuple[list[Event], NDArray[np.int16], NDArray[np.int16]]:
        """Take what the caller said (int16 mono 16 kHz, any length >= 0).

        Returns the events, the speaker's audio of the same length, and the caller's audio as the
        call heard it (silent while muted, on hold, or while a pad key sounds).
        """
        events: list[Event] = []
        speaker = np.zeros(len(samples), np.int16)
        heard = self._caller_path(samples)
        detected = heard if self._ears is None else self._ears.hear(heard)
        if self._state in FLOWING:
            if not self._media_active and len(samples):
                self._media_active = True
                events.append(MediaActivated(self._now))
            tones = self._hear_tones(detected)
            stretch = Stretch(self._now, heard, detected, tones, speaker)
            happened = [*tones, *self._queue.run(stretch)]
            if happened:
                events += sorted(happened, key=_order)
        if self._bot_muted:
            speaker[:] = 0
        if self._ears is not None:
            self._ears.played(speaker)
        self._now += len(samples)
        return events, speaker, heard

    @property
    def state(self) -> CallState:
        return self._state

    @property
    def now(self) -> int:
        """Samples fed so far."""
        return self._now

    @property
    def boundary(self) -> int | None:
        """Samples until the prompt or beep that is heard now ends; else ``None``.

        A scripted caller that is to speak from the first sample of a recording is cut there.
        """
        return None if self._state is CallState.HOLD else self._queue.boundary

    @property
    def recording(self) -> bool:
        """Whether an operation is recording now; on hold none is."""
        return self._state is not CallState.HOLD and self._queue.recording

    def captured(self, operation: str, start: int) -> NDArray[np.int16]:
        """Return what is certain to be in the recording of ``operation`` from its sample ``start``
        on (int16 mono 16 kHz, read-only); nothing where it does not record."""
        return self._queue.captured(operation, start)

    def require(self, *, audio: bool) -> None:
        """Raise CallNotEstablished, or AudioNotActive where ``audio`` is needed and does not flow
        yet."""
        if self._state is not CallState.ESTABLISHED:
            raise CallNotEstablished
        if audio and not self._media_active:
            raise AudioNotActive

    def snapshot(self) -> EngineSnapshot:
        """Return a frozen picture of the call."""
        established, held = self._established_at, self._held_at
        return EngineSnapshot(
            self._state,
            to_seconds(self._now),
            None if established is None else to_seconds(established),
            self._media_active,
            self._muted,
            self._queue.snapshot(held if self._state is CallState.HOLD else self._now),
        )

    def _enter(self, state: CallState) -> list[Event]:
        self._state = move(CALL, self._state, state)
        if state is CallState.ESTABLISHED and self._established_at is None:
            self._established_at = self._now
        return [CallStateChanged(self._now, state)]

    def _end(self, state: CallState) -> list[Event]:
        move(CALL, self._state, state)
        if self._state is CallState.HOLD:
            self._queue.shift(self._now - self._held_at)
        cause = Cause.CALL_TERMINATED if self._config.fail_on_hang_up else Cause.CALL_LOST
        self._media_active = False
        return [*self._queue.end_all(self._now, cause), *self._enter(state)]

    def _hold(self) -> list[Event]:
        held = self._enter(CallState.HOLD)
        self._media_active = False
        self._held_at = self._now
        return held

    def _resume(self) -> list[Event]:
        if self._state is not CallState.HOLD:
            raise IllegalTransition(self._state, CallState.ESTABLISHED)
        self._queue.shift(self._now - self._held_at)
        return self._enter(CallState.ESTABLISHED)

    def _press(self, command: PressTone) -> list[Event]:
        if len(command.tone) != 1 or command.tone not in KEYS:
            raise ValueError(f"{command.tone!r} is no DTMF key: use one of {' '.join(KEYS)}.")
        if self._state not in FLOWING:
            raise CallNotEstablished
        self._pad = ToneReceived(self._now, command.tone, "pad", self._now)
        self._pad_until = max(self._pad_until, self._now) + command.duration
        return [self._pad, *self._queue.press(command.tone, self._now)]

    def _caller_path(self, samples: NDArray[np.int16]) -> NDArray[np.int16]:
        if self._muted or self._state is CallState.HOLD:
            return np.zeros(len(samples), np.int16)
        sounding = self._pad_until - self._now
        if sounding <= 0:
            return samples
        heard = samples.copy()
        heard[:sounding] = 0
        return heard

    def _hear_tones(self, heard: NDArray[np.int16]) -> list[ToneReceived]:
        if not self._config.tones_in_audio:
            return []
        began = self._now - self._tones.position
        found = self._tones.feed(heard)
        if not found:
            return []
        hits = [
            ToneReceived(began + hit.reported, hit.tone, "audio", began + hit.onset)
            for hit in found
        ]
        return [hit for hit in hits if not self._is_pad_echo(hit)]

    def _is_pad_echo(self, hit: ToneReceived) -> bool:
        """A key pressed on the pad counts once, also when the microphone hears its tone."""
        pad = self._pad
        if pad is None or pad.tone != hit.tone:
            return False
        return pad.sample <= hit.onset <= self._pad_until + PAD_ECHO

    def _model(self) -> SpeechModel:
        if self._speech_model is None:
            self._speech_model = self._load_speech_model()
        return self._speech_model


def _order(event: Event) -> int:
    """Events are told in the order of their samples."""
    return event.sample
