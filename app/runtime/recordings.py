"""The takes: finished recordings that the bot can fetch, in memory only.

Each has a random id and a random token of its own (not the bot's token to Graph). A take goes 60 s
(setting) after its call ended, and with the program: nothing is ever written to disk (contract
section 3).
"""

from __future__ import annotations

import hmac
import io
import wave
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.engine.timebase import SAMPLE_RATE, to_seconds
from app.runtime.clock import new_token
from app.runtime.live_takes import LiveTake
from app.runtime.ports import Audio, Clock, NewId


@dataclass(frozen=True, slots=True)
class Take:
    """``wav`` is the whole file: RIFF, PCM, 16 kHz, mono, 16 bit."""

    id: str
    token: str
    call_id: str
    operation_id: str
    audio: Audio
    wav: bytes

    @property
    def seconds(self) -> float:
        return to_seconds(len(self.audio))


class TakeNotFound(Exception):
    """No such take, or it was discarded."""


class WrongToken(Exception):
    """The take exists, but this is not its token."""


class RecordingStore:
    """Belongs to the core thread."""

    def __init__(self, clock: Clock, new_id: NewId) -> None:
        self._clock = clock
        self._new_id = new_id
        self._takes: dict[str, Take] = {}
        self._live: dict[str, LiveTake] = {}
        self._discard_at: dict[str, datetime] = {}

    def add(self, call_id: str, operation_id: str, audio: Audio) -> Take:
        """Keep ``audio`` (int16 mono 16 kHz) as a new take."""
        return self._keep(self._new_id(), new_token(), call_id, operation_id, audio)

    def open(self, call_id: str, operation_id: str) -> LiveTake:
        """Begin a take that can be fetched while it grows."""
        live = LiveTake(self._new_id(), new_token(), call_id, operation_id)
        self._live[live.id] = live
        return live

    def complete(self, live: LiveTake, audio: Audio) -> Take:
        """Keep ``audio``, of which ``live`` has the beginning, as the take under the same id."""
        del self._live[live.id]
        live.grow(audio[live.samples :])
        live.finish()
        return self._keep(live.id, live.token, live.call_id, live.operation_id, audio)

    def break_off(self, live: LiveTake) -> None:
        """There will be no take: its readers are told, and it is gone."""
        del self._live[live.id]
        live.break_off()

    def fetch(self, take_id: str, token: str | None) -> Take | LiveTake:
        """Return the take for the bot, maybe while it grows. Raises TakeNotFound or WrongToken."""
        self.discard_due()
        take = self._takes.get(take_id) or self._live.get(take_id)
        if take is None:
            raise TakeNotFound
        if token is None or not hmac.compare_digest(token.encode(), take.token.encode()):
            raise WrongToken
        return take

    def of_operation(self, operation_id: str) -> Take | None:
        """Return the take of an operation while it lives."""
        self.discard_due()
        for take in self._takes.values():
            if take.operation_id == operation_id:
                return take
        return None

    def call_ended(self, call_id: str, discard_after: float) -> datetime | None:
        """Start the clock of the call's takes; returns when they go, ``None`` if there are none."""
        at = self._clock.now() + timedelta(seconds=discard_after)
        ids = [take.id for take in self._takes.values() if take.call_id == call_id]
        self._discard_at |= dict.fromkeys(ids, at)
        return at if ids else None

    def discard_due(self) -> list[Take]:
        """Discard the takes whose time has come, and return them."""
        now = self._clock.now()
        due = [take_id for take_id, at in self._discard_at.items() if at <= now]
        for take_id in due:
            del self._discard_at[take_id]
        return [self._takes.pop(take_id) for take_id in due]

    def clear(self) -> None:
        """Discard everything."""
        for live in tuple(self._live.values()):
            self.break_off(live)
        self._takes.clear()
        self._discard_at.clear()

    def _keep(
        self, take_id: str, token: str, call_id: str, operation_id: str, audio: Audio
    ) -> Take:
        take = Take(take_id, token, call_id, operation_id, audio, encode_wav(audio))
        self._takes[take.id] = take
        return take


def encode_wav(audio: Audio) -> bytes:
    """Return ``audio`` as a WAV file with the plain 44-byte header."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(audio.astype("<i2", copy=False).tobytes())
    return buffer.getvalue()
