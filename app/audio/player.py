"""Plays a finished recording to the user."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.audio.portaudio import LIBRARY, OnBlock, PortAudio, Stream
from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio, AudioUnavailable

PATIENCE: Final = 2.0
"""Seconds without a block after which a device counts as dead."""

TAIL: Final = 0.1
"""Seconds of silence after a clip, so that the device has played all of it when it is closed: its
buffer (0.03 s and more), and the sound server's."""

TICK: Final = 0.05
"""Seconds between two looks at a playing device."""

Finished = Callable[[str | None], None]
"""Told when a clip has ended or was stopped (None), or what went wrong. On the player's thread."""


class _Job:
    """One clip on its way to the speaker, from sample ``start`` on."""

    def __init__(self, samples: Audio, device: str | None, start: int) -> None:
        self.samples = samples
        self.device = device
        self.start = min(max(0, start), len(samples))
        self.done = threading.Event()
        self.rate = SAMPLE_RATE
        self.sent = 0
        self.delay = 0.0
        self.over = False
        self._sound: NDArray[np.int16] = samples[:0]

    @property
    def position(self) -> int:
        """The sample that is heard now."""
        heard = max(0.0, self.sent / self.rate - self.delay)
        return min(len(self.samples), self.start + round(heard * SAMPLE_RATE))

    def prepare(self, rate: int, block: int) -> OnBlock:
        sound = self.samples[self.start :]
        if rate != SAMPLE_RATE:
            import soxr

            sound = soxr.resample(sound, SAMPLE_RATE, rate)
        self.rate, self._sound = rate, sound
        return self._on_block

    def _on_block(self, block: NDArray[np.int16], lost: int) -> None:
        part = self._sound[self.sent : self.sent + len(block)]
        block[: len(part)] = part[:, np.newaxis]
        block[len(part) :] = 0
        self.sent += len(block)
        if self.sent >= len(self._sound) + (self.delay + TAIL) * self.rate:
            self.done.set()


class ClipPlayer:
    """Plays one clip at a time on an output stream of its own. All methods return at once and may
    be called from any thread; ``problem`` keeps what went wrong with the last clip."""

    def __init__(self, library: PortAudio = LIBRARY, finished: Finished | None = None) -> None:
        self._library = library
        self._finished = finished
        self._job: _Job | None = None
        self.problem: str | None = None

    @property
    def playing(self) -> bool:
        job = self._job
        return job is not None and not job.over

    @property
    def position(self) -> int:
        """The sample of the clip that is heard now, or where it was stopped."""
        return 0 if self._job is None else self._job.position

    def play(self, samples: Audio, device: str | None = None, start: int = 0) -> None:
        """Play ``samples`` from ``start`` on, in place of what is playing; on the default device
        where ``device`` is away."""
        self.stop()
        self._job = job = _Job(samples, device, start)
        self.problem = None
        threading.Thread(target=self._run, args=(job,), name="clip-player", daemon=True).start()

    def stop(self) -> None:
        """Stop; nothing happens where nothing plays."""
        if self._job is not None:
            self._job.done.set()

    def _run(self, job: _Job) -> None:
        problem = None
        try:
            stream = self._open(job)
        except AudioUnavailable as error:
            problem = str(error)
        else:
            job.delay = stream.latency
            problem = self._wait(job, stream)
            stream.close()
        job.over = True
        if job is self._job:
            self.problem = problem
            if self._finished is not None:
                self._finished(problem)

    def _open(self, job: _Job) -> Stream:
        """Open the device, or the default one where it is away: what is to be heard is heard."""
        try:
            return self._library.open_new("output", job.device, job.prepare)
        except AudioUnavailable as error:
            if not job.device:
                raise
            try:
                return self._library.open("output", None, job.prepare)
            except AudioUnavailable:
                raise error from None

    @staticmethod
    def _wait(job: _Job, stream: Stream) -> str | None:
        while not job.done.wait(TICK):
            if stream.ended or time.monotonic() - stream.beat > PATIENCE:
                return f"The speaker “{stream.device}” stopped playing. Choose another one."
        return None
