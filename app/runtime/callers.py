"""Who speaks on the caller's side: the live microphone, a recording, silence; and said clips.

A source is asked for exactly the samples that the call is about to use, so a scripted caller speaks
from the first sample of a recording, wherever in a frame that falls.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np

from app.runtime.ports import Audio


@dataclass(frozen=True, slots=True)
class CallerSpec:
    """Which caller a call has; ``path`` names the sound file of a ``file`` caller, ``channel`` the
    one of its channels that is heard (from 1, 0: all), where it is not what the settings say."""

    kind: Literal["live", "silence", "file"]
    path: Path | None = None
    channel: int | None = None

    @classmethod
    def parse(cls, text: str) -> CallerSpec:
        """Read ``live``, ``silence`` or a path."""
        if text in ("live", "silence"):
            return cls("live" if text == "live" else "silence")
        return cls("file", Path(text).expanduser())

    def __str__(self) -> str:
        return self.kind if self.path is None else str(self.path)


class Source(Protocol):
    """Where the caller's audio comes from."""

    def next(self, count: int, *, recording: bool) -> Audio:
        """Return exactly ``count`` samples; ``recording`` tells whether the bot is recording."""
        ...


class Silence:
    """A caller who says nothing."""

    def next(self, count: int, *, recording: bool) -> Audio:
        return np.zeros(count, np.int16)


class Script:
    """Plays ``audio`` once: while the bot records, or with ``only_recording=False`` from the first
    sample asked for. Before, between and after there is silence."""

    def __init__(self, audio: Audio, *, only_recording: bool = True) -> None:
        self._audio = audio.view()
        self._audio.setflags(write=False)
        self._only_recording = only_recording
        self._position = 0

    def next(self, count: int, *, recording: bool) -> Audio:
        if not recording and self._only_recording:
            return np.zeros(count, np.int16)
        part = self._audio[self._position : self._position + count]
        self._position += len(part)
        if len(part) == count:
            return part
        return np.concatenate([part, np.zeros(count - len(part), np.int16)])


class Live:
    """What the microphone gave: fed by the pump, taken by the call."""

    def __init__(self) -> None:
        self._waiting = np.zeros(0, np.int16)

    def put(self, samples: Audio) -> None:
        """Add samples that the microphone delivered."""
        self._waiting = np.concatenate([self._waiting, samples])

    @property
    def available(self) -> int:
        return len(self._waiting)

    def next(self, count: int, *, recording: bool) -> Audio:
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        return taken


class Sayings:
    """Clips that take the caller's place, one after the other, until they end."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._clips: deque[Audio] = deque()
        self.paused = False
        """Whether clips wait, because nobody would hear them."""

    def say(self, audio: Audio) -> None:
        """Queue ``audio``."""
        self._clips.append(audio)

    def hush(self) -> None:
        """Say no more."""
        self._clips.clear()

    @property
    def waiting(self) -> int:
        """Samples that are still to be said."""
        return sum(map(len, self._clips))

    def next(self, count: int, *, recording: bool) -> Audio:
        out = self.source.next(count, recording=recording).copy()
        filled = 0
        while self._clips and filled < count and not self.paused:
            clip = self._clips.popleft()
            part = clip[: count - filled]
            out[filled : filled + len(part)] = part
            filled += len(part)
            if len(part) < len(clip):
                self._clips.appendleft(clip[len(part) :])
        return out
