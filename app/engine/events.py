"""What the engine tells: frozen outputs, each stamped with the sample of the call it belongs to.

Sample 0 is the call's first. An event may be stamped earlier than the moment it was returned: that
speech began, for one, is known only after it has gone on for a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.engine.outcome import Cause, Outcome
from app.engine.states import CallState

ToneSource = Literal["pad", "audio"]


@dataclass(frozen=True, slots=True)
class CallStateChanged:
    sample: int
    state: CallState


@dataclass(frozen=True, slots=True)
class MediaActivated:
    """Audio of the established call flows (``mediaState.audio: active``)."""

    sample: int


@dataclass(frozen=True, slots=True)
class MediaDeactivated:
    """The call was handed over: its audio flows no longer."""

    sample: int


@dataclass(frozen=True, slots=True)
class OperationQueued:
    sample: int
    operation: str


@dataclass(frozen=True, slots=True)
class PromptStarted:
    sample: int
    operation: str
    index: int


@dataclass(frozen=True, slots=True)
class PromptEnded:
    sample: int
    operation: str
    index: int


@dataclass(frozen=True, slots=True)
class ToneSent:
    """A tone of sendDtmfTones begins; ``tone`` is empty for a flash."""

    sample: int
    operation: str
    tone: str


@dataclass(frozen=True, slots=True)
class BeepStarted:
    sample: int
    operation: str


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    sample: int
    operation: str


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """``sample`` is where the speech began, ``known`` where it was confirmed."""

    sample: int
    operation: str
    known: int


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """``sample`` is where the speech ended, ``known`` where that was decided."""

    sample: int
    operation: str
    known: int


@dataclass(frozen=True, slots=True)
class ToneReceived:
    """A key, pressed on the pad or heard in the caller's audio; ``onset`` is where it began."""

    sample: int
    tone: str
    source: ToneSource
    onset: int


@dataclass(frozen=True, slots=True)
class OperationEnded:
    """``audio`` is the recording (int16 mono 16 kHz, read-only) of a completed recordResponse."""

    sample: int
    operation: str
    cause: Cause
    outcome: Outcome
    audio: NDArray[np.int16] | None = None


Event = (
    CallStateChanged
    | MediaActivated
    | MediaDeactivated
    | OperationQueued
    | PromptStarted
    | PromptEnded
    | ToneSent
    | BeepStarted
    | RecordingStarted
    | SpeechStarted
    | SpeechEnded
    | ToneReceived
    | OperationEnded
)
