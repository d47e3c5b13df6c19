"""What can be asked of the engine: frozen inputs for :meth:`app.engine.call.Engine.handle`.

All times are samples at 16 kHz. A command takes effect at the engine's present sample.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.limits import PAD_KEY, SENT_PAUSE
from app.engine.outcome import Cause


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot answers the incoming call."""


@dataclass(frozen=True, slots=True)
class PickUp:
    """The person at the phone takes a call that the bot placed."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """The caller leaves the call, in whatever state it is."""


@dataclass(frozen=True, slots=True)
class Delete:
    """The bot ends the established call (``DELETE /communications/calls/{id}``)."""


@dataclass(frozen=True, slots=True)
class Abandon:
    """The service gives the call up: not answered, or not kept alive, in time."""


@dataclass(frozen=True, slots=True)
class TurnAway:
    """The bot rejects or redirects the call that it was offered."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """The bot hands the established call over to somebody else."""


@dataclass(frozen=True, slots=True)
class TransferDone:
    """The target of a transfer took the call, and this phone leaves it, or did not."""

    accepted: bool


@dataclass(frozen=True, slots=True)
class PressTone:
    """A pad key: counts at once, and the caller's audio is silent while it sounds (samples > 0)."""

    tone: str
    duration: int = PAD_KEY


@dataclass(frozen=True, slots=True)
class SetMuted:
    """Mute feeds zeros for the caller; all timers go on."""

    muted: bool


@dataclass(frozen=True, slots=True)
class SetSensitivity:
    """Of the speech decision, 0..1, from the next recording on: one is decided by one measure."""

    sensitivity: float


@dataclass(frozen=True, slots=True)
class SetHeld:
    """Hold stops the audio of both sides and lets the operations stand still, timers and all."""

    held: bool


@dataclass(frozen=True, slots=True)
class MuteBot:
    """The bot mutes itself: the caller hears nothing of it, and all timers go on."""

    muted: bool


@dataclass(frozen=True, slots=True)
class PlayPrompt:
    """Queue a playPrompt of ``prompts`` (>= 1) prompts; their audio follows as PromptReady.

    ``loops`` as for a recordResponse; ``endless`` plays all of them again and again. ``fault``: it
    fails with this cause.
    """

    operation: str
    prompts: int
    client_context: str | None = None
    barge_in: bool = False
    loops: tuple[int, ...] = ()
    endless: bool = False
    fault: Cause | None = None


@dataclass(frozen=True, slots=True)
class SendTones:
    """Queue the tones that the bot sounds to the caller: DTMF symbols, or empty for silence of
    that length (a flash). ``pause``: samples between two of them (>= 0)."""

    operation: str
    tones: tuple[str, ...]
    pause: int = SENT_PAUSE
    client_context: str | None = None
    barge_in: bool = False
    fault: Cause | None = None


@dataclass(frozen=True, slots=True)
class RecordResponse:
    """Queue a recordResponse. The three limits are samples > 0.

    ``stop_tones`` are DTMF symbols, or for the 2018 generation sequences of them. ``prompts``
    (>= 0) is the number of prompts whose audio follows as PromptReady; ``loops`` is how often each
    is played (0: until something ends it), once where it is not said. ``key_cuts_prompts``: a key
    of the caller's ends them, and is not a stop tone. ``fault``: it fails with this cause, a
    BEEP_FAILED where the beep would begin, a MEDIA_TIMEOUT where the recording does.
    """

    operation: str
    initial_silence: int
    max_silence: int
    max_duration: int
    prompts: int = 0
    play_beep: bool = True
    stop_tones: tuple[str, ...] = ()
    client_context: str | None = None
    barge_in: bool = False
    loops: tuple[int, ...] = ()
    key_cuts_prompts: bool = False
    fault: Cause | None = None


@dataclass(frozen=True, slots=True)
class PromptReady:
    """The audio of one prompt of a queued or waiting operation: int16 mono 16 kHz."""

    operation: str
    index: int
    audio: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class PromptFailed:
    """One prompt cannot be played: the operation fails with ``cause`` when its turn comes."""

    operation: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class CancelMedia:
    """Cancel the running and all queued operations (cancelMediaProcessing)."""


@dataclass(frozen=True, slots=True)
class FailRecording:
    """A recording that runs fails with ``cause``; without one nothing happens."""

    cause: Cause


Command = (
    Answer
    | PickUp
    | HangUp
    | Delete
    | Abandon
    | TurnAway
    | Transfer
    | TransferDone
    | PressTone
    | SetMuted
    | SetSensitivity
    | SetHeld
    | MuteBot
    | PlayPrompt
    | SendTones
    | RecordResponse
    | PromptReady
    | PromptFailed
    | CancelMedia
    | FailRecording
)
