"""Comparing what was said with what was heard."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tests.helpers.virtual_audio import Heard, VirtualAudio, until

Sound = NDArray[np.int16]


class Readable(Protocol):
    """A microphone."""

    def read(self) -> Sound: ...


class Writable(Protocol):
    """A speaker."""

    def write(self, samples: Sound) -> None: ...


PIECE = 800


def noise(seconds: float, *, top: float = 6000, peak: int = 9000, seed: int = 1) -> Sound:
    """A sound that resembles itself in one place only (16 kHz mono, from 0 to ``top`` Hz)."""
    rng = np.random.default_rng(seed)
    count = round(seconds * 16_000)
    spectrum = np.fft.rfft(rng.standard_normal(count))
    spectrum[np.fft.rfftfreq(count, 1 / 16_000) > top] = 0
    shape = np.fft.irfft(spectrum, count)
    sound: Sound = np.rint(shape * peak / np.abs(shape).max()).astype(np.int16)
    return sound


def place_of(sound: Sound, heard: Sound) -> tuple[int, float]:
    """Where ``sound`` lies in ``heard``, and how alike it is there (correlation, 1 = the same)."""
    if len(heard) < len(sound):
        return 0, 0.0
    size = 1 << (len(heard) + len(sound)).bit_length()
    wanted = sound.astype(float)
    both = np.fft.irfft(
        np.fft.rfft(heard.astype(float), size) * np.conj(np.fft.rfft(wanted, size)), size
    )
    place = int(np.argmax(both[: len(heard) - len(sound) + 1]))
    there = heard[place : place + len(sound)].astype(float)
    scale = np.linalg.norm(there) * np.linalg.norm(wanted)
    return place, float(there @ wanted / scale) if scale else 0.0


def worst_piece(sound: Sound, heard: Sound) -> float:
    """How alike the least alike 50 ms of ``sound`` are in ``heard``, in their order and with no
    more than a millisecond more or less between them: what a steered speaker may do."""
    start, alike = place_of(sound[:PIECE], heard)
    for at in range(PIECE, len(sound) - PIECE + 1, PIECE):
        around = heard[start + PIECE - 16 : start + 2 * PIECE + 16]
        offset, like = place_of(sound[at : at + PIECE], around)
        start += PIECE - 16 + offset
        alike = min(alike, like)
    return alike


class Pump:
    """Reads a microphone and writes to a speaker as a call does: paced by the microphone."""

    def __init__(self, microphone: Readable, speaker: Writable | None = None) -> None:
        self._microphone = microphone
        self._speaker = speaker
        self._pieces: list[Sound] = []
        self._queue = np.zeros(0, np.int16)
        self._stop = threading.Event()

    @property
    def heard(self) -> Sound:
        """All that the microphone delivered so far."""
        return np.concatenate([np.zeros(0, np.int16), *self._pieces])

    def play(self, sound: Sound) -> None:
        """Queue ``sound`` for the speaker, which is silent otherwise."""
        self._queue = sound

    @property
    def played(self) -> bool:
        """Whether the queue is empty."""
        return len(self._queue) == 0

    def run(self) -> None:
        """Go on until the end of ``pumping``."""
        rest = 0
        self._microphone.read()  # what piled up before the call
        while not self._stop.is_set():
            samples = self._microphone.read()
            self._pieces.append(samples)
            rest += len(samples)
            while self._speaker is not None and rest >= 320:
                rest -= 320
                frame = np.zeros(320, np.int16)
                part = self._queue[:320]
                frame[: len(part)] = part
                self._queue = self._queue[320:]
                self._speaker.write(frame)
            time.sleep(0.005)

    def end(self) -> None:
        """Make ``run`` return."""
        self._stop.set()


def heard_exactly(card: VirtualAudio, pump: Pump, said: Sound) -> None:
    """Say ``said`` and prove that it is heard bit for bit. A machine with all its cores busy may
    tear one, so there are three attempts; what is wrong by design fails in each."""
    for _ in range(3):
        before = len(pump.heard)
        card.say(said)
        until(lambda start=before: len(pump.heard) >= start + len(said), "it is heard")  # type: ignore[misc]
        with suppress(AssertionError):
            until(lambda: contains(said, pump.heard), "bit for bit", seconds=1.0)
            return
    raise AssertionError("what was said was not heard bit for bit")


def played_whole(pump: Pump, listener: Heard, sound: Sound) -> None:
    """Play ``sound`` and prove that it comes out of the speaker; three attempts as above."""
    for _ in range(3):
        before = len(listener.so_far())
        pump.play(sound)
        until(lambda: pump.played, "all is written")
        with suppress(AssertionError):
            until(
                lambda start=before: worst_piece(sound, listener.so_far()[start:]) > 0.9,  # type: ignore[misc]
                "it is heard",
                seconds=1.0,
            )
            return
    raise AssertionError("what was played was not heard")


def contains(sound: Sound, heard: Sound) -> bool:
    """Whether ``sound`` is in ``heard``, bit for bit."""
    place, _ = place_of(sound, heard)
    return np.array_equal(heard[place : place + len(sound)], sound)


@contextmanager
def pumping(microphone: Readable, speaker: Writable | None = None) -> Iterator[Pump]:
    """Run a pump in a thread of its own while the block lasts."""
    pump = Pump(microphone, speaker)
    thread = threading.Thread(target=pump.run)
    thread.start()
    try:
        yield pump
    finally:
        pump.end()
        thread.join()
