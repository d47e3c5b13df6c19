"""What the runtime needs of the world, as protocols: adapters implement them, tests fake them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from app.engine.ears import Ears
from app.engine.outcome import Cause
from app.graph.requests import MediaInfo

Audio = NDArray[np.int16]
"""int16 mono 16 kHz."""

StreamState = Literal["running", "stalled", "lost", "failed", "closed"]


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or speaker as the sound system lists it."""

    name: str
    host_api: str
    channels: int
    default_rate: int
    is_default: bool


@dataclass(frozen=True, slots=True)
class DeviceList:
    """``problem`` says, for a user, why there are none and what to install."""

    inputs: tuple[Device, ...]
    outputs: tuple[Device, ...]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class StreamStatus:
    """How a stream does: ``message`` is for the user, ``rate`` the device's samples per second.
    ``stands_in_for`` is the chosen device that is away, while the default one is used for it."""

    state: StreamState
    device: str
    message: str = ""
    rate: int = 0
    overflows: int = 0
    stands_in_for: str = ""


class AudioUnavailable(Exception):
    """No sound, or not that device; the message says what is missing and what to do."""


class SpeechUnavailable(Exception):
    """The system has no voice, or it failed; the message says what to do."""


class Utterance(Protocol):
    """One text on its way to samples. ``result`` blocks (run it in a worker) and returns ``None``
    once ``cancel`` was called, which any thread may; it raises SpeechUnavailable."""

    def result(self) -> Audio | None: ...

    def cancel(self) -> None: ...


class VoicePort(Protocol):
    """The system's voice; ``problem`` says why there is none. ``say`` raises SpeechUnavailable, and
    ValueError for a text that cannot be said. Any thread."""

    @property
    def problem(self) -> str | None: ...

    def say(self, text: str, language: str = "en") -> Utterance: ...


class Microphone(Protocol):
    """An open microphone. ``read`` never blocks; it belongs to the core thread. What is given to
    ``on_samples`` is called, from whatever thread, whenever there is something to read."""

    @property
    def status(self) -> StreamStatus: ...

    def read(self) -> Audio: ...

    def on_samples(self, wake: Callable[[], object]) -> None: ...

    def close(self) -> None: ...


class Speaker(Protocol):
    """An open speaker. ``write`` never blocks; it belongs to the core thread."""

    @property
    def status(self) -> StreamStatus: ...

    def write(self, samples: Audio) -> None: ...

    def close(self) -> None: ...


class ClipPlayer(Protocol):
    """Plays a finished recording to the user; thread-safe, never blocks."""

    @property
    def playing(self) -> bool: ...

    @property
    def position(self) -> int: ...

    def play(self, samples: Audio, device: str | None = None, start: int = 0) -> None: ...

    def stop(self) -> None: ...


class AudioPort(Protocol):
    """The sound system. All methods may block: run them in a worker. Raise AudioUnavailable."""

    def devices(self) -> DeviceList: ...

    def refresh(self) -> DeviceList: ...

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> Microphone: ...

    def open_speaker(self, device: str | None, *, stand_in: bool = False) -> Speaker: ...

    def player(self) -> ClipPlayer: ...

    def echo_canceller(self) -> Ears: ...


class NotificationPort(Protocol):
    """Carries notifications to the bot: in order per call, with retries; returns at once."""

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None: ...


class SignerPort(Protocol):
    """Shows the bot that a notification comes from the service."""

    async def authorization(self, call_id: str) -> str | None:
        """Return the header for a notification of that call; ``None`` sends none."""
        ...


class PromptUnavailable(Exception):
    """A prompt cannot be had; ``cause`` is what the operation fails with."""

    def __init__(self, cause: Cause, message: str) -> None:
        super().__init__(message)
        self.cause = cause
        self.message = message


Progress = Callable[[int, int | None], None]
"""Is told how many bytes have come, and of how many (``None``: the server does not say)."""


class PromptBroken(ValueError):
    """A prompt has the right format and still cannot be played; the message says why."""


class PromptPort(Protocol):
    """Fetches prompts; raises PromptUnavailable. Cancelled, it stops the download."""

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio: ...


class Clock(Protocol):
    """The wall clock, and a steady one in seconds."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


NewId = Callable[[], str]
"""Makes a fresh lower-case GUID with dashes."""

Consent = Callable[[str, str], Awaitable[bool]]
"""Asks the user whether ``host`` may be contacted for ``purpose``."""


class TargetRefused(Exception):
    """An address that must not be contacted; the message says which, why, and what to do."""


class RequestPort(Protocol):
    """Sends a request to the local Graph over HTTP, as any bot would (the composer's way)."""

    async def request(
        self, method: str, path: str, body: str, token: str | None = None
    ) -> tuple[int, str]:
        """``token`` is the bearer to send; ``None``: one that names the sender."""
        ...
