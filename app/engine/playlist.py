"""What an operation plays, sound after sound: its prompts, or the tones that the bot sends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.commands import PlayPrompt, RecordResponse, SendTones
from app.engine.events import Event, PromptEnded, PromptStarted, ToneSent
from app.engine.limits import SENT_TONE
from app.engine.tone_generator import dtmf

Request = PlayPrompt | SendTones | RecordResponse


class Playlist:
    """The sounds of ``request``; those of prompts are :meth:`put` when they have arrived.

    Runs where the engine runs.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._count = len(request.tones) if isinstance(request, SendTones) else request.prompts
        self._clips: dict[int, NDArray[np.int16]] = {}
        self._index = 0
        self._offset = 0
        self._begun = False
        self._played = 0
        self._sounded = False

    def put(self, index: int, audio: NDArray[np.int16]) -> None:
        """Take the audio (int16 mono 16 kHz) of the prompt ``index``."""
        self._clips[index] = audio

    @property
    def done(self) -> bool:
        """Whether all has been played."""
        return self._index >= self._count

    @property
    def boundary(self) -> int | None:
        """Samples until the sound that is heard now ends; ``None`` while it is waited for."""
        clip = self._clip()
        return None if clip is None else len(clip) - self._offset

    def play(self, now: int, speaker: NDArray[np.int16]) -> tuple[int, list[Event]]:
        """Play into ``speaker`` from sample ``now`` on, to the end of one sound at most.

        Returns how many samples were used (all of them while a sound is waited for).
        """
        clip = self._clip()
        if clip is None:
            return len(speaker), []
        events: list[Event] = []
        if not self._begun:
            self._begun = True
            events.append(self._started(now))
        used = min(len(speaker), len(clip) - self._offset)
        speaker[:used] = clip[self._offset : self._offset + used]
        self._offset += used
        if self._offset == len(clip):
            events += self._ended(now + used)
            self._next(len(clip))
        return used, events

    def cut(self, now: int) -> list[Event]:
        """Leave out what is left."""
        events = self._ended(now) if self._begun else []
        self._index, self._offset, self._begun = self._count, 0, False
        return events

    def clear(self) -> None:
        """Forget the audio: it is not needed any more."""
        self._clips.clear()

    def _next(self, length: int) -> None:
        """Play the sound again, or go on; an empty one would repeat for ever in no time."""
        self._offset, self._begun = 0, False
        self._played += 1
        self._sounded = self._sounded or length > 0
        times = 1
        if not isinstance(self._request, SendTones) and self._index < len(self._request.loops):
            times = self._request.loops[self._index]
        if length and (times == 0 or self._played < times):
            return
        self._index, self._played = self._index + 1, 0
        endless = isinstance(self._request, PlayPrompt) and self._request.endless
        if self.done and endless and self._sounded:
            self._index = 0

    def _clip(self) -> NDArray[np.int16] | None:
        if (
            isinstance(self._request, SendTones)
            and not self.done
            and self._index not in self._clips
        ):
            self._clips = {self._index: self._tone(self._request)}
        return self._clips.get(self._index)

    def _tone(self, request: SendTones) -> NDArray[np.int16]:
        """Return the tone that is due, with the pause after it unless it is the last."""
        key = request.tones[self._index]
        tone = dtmf(key, SENT_TONE) if key else np.zeros(SENT_TONE, np.int16)
        last = self._index == len(request.tones) - 1
        return tone if last else np.concatenate([tone, np.zeros(request.pause, np.int16)])

    def _started(self, now: int) -> Event:
        request = self._request
        if isinstance(request, SendTones):
            return ToneSent(now, request.operation, request.tones[self._index])
        return PromptStarted(now, request.operation, self._index)

    def _ended(self, now: int) -> list[Event]:
        if isinstance(self._request, SendTones):
            return []
        return [PromptEnded(now, self._request.operation, self._index)]
