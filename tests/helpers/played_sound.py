"""The window's ports, played: a sound system without devices, a bot that only listens, prompts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from app.engine.ears import Ears
from app.engine.timebase import SAMPLE_RATE
from app.graph.requests import MediaInfo
from app.runtime.ports import (
    Audio,
    AudioUnavailable,
    Clock,
    Device,
    DeviceList,
    Progress,
    StreamStatus,
)
from tests.helpers.speech_sounds import silence


class PlayedMicrophone:
    """A microphone in a silent room, as long as its ``status`` says that it runs; ``say`` makes
    noise."""

    def __init__(self, device: str, clock: Clock) -> None:
        self.status = StreamStatus("running", device, rate=48_000)
        self.closed = False
        self._clock = clock
        self._last = clock.monotonic()
        self._said: Audio = np.zeros(0, np.int16)

    def say(self, audio: Audio) -> None:
        """Let ``audio`` come next."""
        self._said = audio

    def read(self) -> Audio:
        now = self._clock.monotonic()
        count = int((now - self._last) * SAMPLE_RATE)
        self._last += count / SAMPLE_RATE
        if self.status.state != "running":
            return np.zeros(0, np.int16)
        heard = np.zeros(count, np.int16)
        part, self._said = self._said[:count], self._said[count:]
        heard[: len(part)] = part
        return heard

    def on_samples(self, wake: Callable[[], object]) -> None:
        """It says nothing: the pump looks by itself."""

    def close(self) -> None:
        self.closed = True


class PlayedSpeaker:
    """A speaker that nobody hears."""

    def __init__(self, device: str) -> None:
        self.status = StreamStatus("running", device, rate=48_000)
        self.written = 0

    def write(self, samples: Audio) -> None:
        self.written += len(samples)

    def close(self) -> None:
        self.status = StreamStatus("closed", self.status.device)


class PlayedClips:
    """Plays clips in no time at all: a test moves ``position`` and ends them."""

    def __init__(self) -> None:
        self.playing = False
        self.position = 0
        self.device: str | None = None
        self.clip: Audio = np.zeros(0, np.int16)

    def play(self, samples: Audio, device: str | None = None, start: int = 0) -> None:
        self.playing, self.position, self.device, self.clip = True, start, device, samples

    def stop(self) -> None:
        self.playing = False


@dataclass(slots=True)
class PlayedAudio:
    """A sound system with two microphones and two speakers, or with a ``problem`` and none."""

    clock: Clock
    problem: str | None = None
    microphones: list[PlayedMicrophone] = field(default_factory=list)
    clips: PlayedClips = field(default_factory=PlayedClips)
    players: list[PlayedClips] = field(default_factory=list)
    inputs: list[str] = field(default_factory=lambda: ["Built-in Audio", "USB Headset"])
    outputs: list[str] = field(default_factory=lambda: ["Built-in Audio", "USB Headset"])

    def refresh(self) -> DeviceList:
        return self.devices()

    def devices(self) -> DeviceList:
        if self.problem is not None:
            return DeviceList((), (), self.problem)
        return DeviceList(_devices(self.inputs, 1), _devices(self.outputs, 2))

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> PlayedMicrophone:
        self._check()
        self.microphones.append(PlayedMicrophone(device or self.inputs[0], self.clock))
        return self.microphones[-1]

    def open_speaker(self, device: str | None, *, stand_in: bool = False) -> PlayedSpeaker:
        self._check()
        return PlayedSpeaker(device or self.outputs[0])

    def player(self) -> PlayedClips:
        """Return the next player: the first one asked for is ``clips``."""
        self._check()
        self.players.append(PlayedClips() if self.players else self.clips)
        return self.players[-1]

    def echo_canceller(self) -> Ears:
        raise AudioUnavailable("There is no echo cancellation here.")

    def _check(self) -> None:
        if self.problem is not None:
            raise AudioUnavailable(self.problem)


def _devices(names: list[str], channels: int) -> tuple[Device, ...]:
    return tuple(Device(n, "ALSA", channels, 48_000, i == 0) for i, n in enumerate(names))


class Collected:
    """Keeps notifications in place of sending them."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, dict[str, Any]]] = []

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        self.sent.append((call_id, url, body))


class QuietPrompts:
    """Every prompt is half a second of silence; of a ``/long`` one only the first half arrives."""

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio:
        if "/long" in media.uri and progress is not None:
            progress(600_000, 1_200_000)
            await asyncio.Event().wait()
        return silence(0.5)
