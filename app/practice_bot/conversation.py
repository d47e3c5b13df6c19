"""What the practice bot does in one call: notifications in, actions out, no I/O.

It does what Microsoft's VoiceRecorderAndPlaybackBot does (contract section 5.4), with the request
of the documentation's example: answer; once audio is active, ask for a recording; play it back;
hang up. Unlike that sample it says something after a recording that failed. Notifications may come
twice and in any order (contract section 4.3): each step is taken once, and only from the step
before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from app.runtime.ports import NewId

Json = dict[str, Any]

RECORD: Final[Json] = {
    "bargeInAllowed": True,
    "initialSilenceTimeoutInSeconds": 5,
    "maxSilenceTimeoutInSeconds": 2,
    "maxRecordDurationInSeconds": 10,
    "playBeep": True,
    "stopTones": ["#", "1", "*"],
}
"""The parameters of the documentation's example."""


class Step(IntEnum):
    """How far the call has come."""

    ANSWERING = 0
    RECORDING = 1
    PLAYING = 2
    LEAVING = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """POST …/answer."""


@dataclass(frozen=True, slots=True)
class Record:
    """POST …/recordResponse, after the prompt that asks for it."""

    client_context: str


@dataclass(frozen=True, slots=True)
class PlayBack:
    """Download the recording and play it to the caller."""

    location: str
    token: str
    client_context: str


@dataclass(frozen=True, slots=True)
class SayNothingHeard:
    """Play the prompt that says so."""

    client_context: str


@dataclass(frozen=True, slots=True)
class HangUp:
    """DELETE the call."""


Action = Answer | Record | PlayBack | SayNothingHeard | HangUp


class Conversation:
    """One call, from its first notification until it is over."""

    def __init__(self, new_id: NewId) -> None:
        self._new_id = new_id
        self._step: Step | None = None
        self._context = ""
        self.over = False
        """The call has terminated: nothing more is to be done or kept."""

    def hear(self, change: str, resource: Any) -> Action | None:
        """Take one notification: its changeType and resourceData. Return what to do, if anything.

        What is not about the call or an operation (a roster, an array) is passed over.
        """
        if self.over or not isinstance(resource, dict):
            return None
        kind = str(resource.get("@odata.type")).rpartition(".")[2]
        if kind == "call":
            return self._call(resource)
        if change != "deleted" or resource.get("clientContext") != self._context:
            return None
        if kind == "recordOperation" and self._step is Step.RECORDING:
            return self._recorded(resource)
        if kind == "playPromptOperation" and self._step is Step.PLAYING:
            self._step = Step.LEAVING
            return HangUp()
        return None

    def _call(self, call: Json) -> Action | None:
        state = call.get("state")
        if state == "terminated":
            self.over = True
        elif state == "incoming" and self._step is None:
            self._step = Step.ANSWERING
            return Answer()
        elif state == "established" and self._step is Step.ANSWERING and _audio_active(call):
            self._step = Step.RECORDING
            return Record(self._fresh_context())
        return None

    def _recorded(self, operation: Json) -> Action:
        self._step = Step.PLAYING
        location = operation.get("recordingLocation")
        token = operation.get("recordingAccessToken")
        context = self._fresh_context()
        if operation.get("status") == "completed" and location and token:
            return PlayBack(str(location), str(token), context)
        return SayNothingHeard(context)

    def _fresh_context(self) -> str:
        self._context = self._new_id()
        return self._context


def _audio_active(call: Json) -> bool:
    media = call.get("mediaState")
    return isinstance(media, dict) and media.get("audio") == "active"
