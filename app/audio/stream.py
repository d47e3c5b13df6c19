"""The live microphone and the live speaker: 16 kHz on this side, whatever the device on the other.

They are separate streams: measured against one duplex stream that has less jitter and less delay,
and each may fail alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.audio.playout import Playout
from app.audio.portaudio import LIBRARY, OnBlock, PortAudio
from app.audio.resample import Resampler
from app.audio.ring import Ring
from app.audio.watchdog import Watched
from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio, StreamStatus

BACKLOG: Final = 5
"""Seconds of microphone that are kept while nobody reads (a suspended laptop)."""

ONLY_ZEROS: Final = 5 * SAMPLE_RATE
"""Samples of digital silence after which the user is told: the quietest room still has noise."""

Wake = Callable[[], object]


def _nobody() -> None:
    """Nobody waits for samples."""


@dataclass(slots=True)
class _Capture:
    """What belongs to one device stream: raw samples in, 16 kHz out."""

    ring: Ring
    resampler: Resampler | None
    wake: Wake
    overflows: int = 0

    def on_block(self, block: NDArray[np.int16], lost: int) -> None:
        # The first channel, not a mix: where a headset's second one is dead, a mix is half as loud.
        samples = block[:, 0]
        self.overflows += lost + (self.ring.write(samples) < len(samples))
        self.wake()


class Microphone(Watched):
    """Delivers what the microphone hears. Its samples are the call's clock and never stretched.

    At 16 kHz they arrive bit for bit. ``overflows`` of the status counts losses: of the device's
    own buffer, or of what nobody read for seconds.
    """

    def __init__(self, library: PortAudio = LIBRARY) -> None:
        super().__init__("input", library)
        self._capture: _Capture | None = None
        self._wake: Wake = _nobody
        self._zeros = 0
        self._overflows = 0

    @property
    def status(self) -> StreamStatus:
        state = self._state
        message = state.message
        if state.state == "running" and self._zeros >= ONLY_ZEROS:
            message = (
                f"The microphone “{state.device}” delivers only digital silence. It may be muted "
                "or be the wrong one, or this program may not be allowed to use it."
            )
        capture = self._capture
        overflows = self._overflows + (capture.overflows if capture else 0)
        return replace(state, message=message, overflows=overflows)

    def read(self) -> Audio:
        """Return all samples (16 kHz) that have come since the last call. Never blocks; one thread
        only. Empty while the device is away: the caller then goes by the wall clock."""
        capture = self._capture
        if capture is None:
            return np.zeros(0, np.int16)
        samples = capture.ring.read()
        if capture.resampler is not None:
            samples = capture.resampler.process(samples)
        self._zeros = 0 if samples.any() else self._zeros + len(samples)
        return samples

    def on_samples(self, wake: Wake) -> None:
        """Call ``wake`` after every block, in PortAudio's callback: it must not wait."""
        self._wake = wake

    def close(self) -> None:
        self._wake = _nobody
        super().close()

    def _prepare(self, rate: int, block: int) -> OnBlock:
        if self._capture is not None:
            self._overflows += self._capture.overflows
        self._zeros = 0
        self._capture = _Capture(
            Ring(BACKLOG * rate),
            None if rate == SAMPLE_RATE else Resampler(rate, SAMPLE_RATE),
            lambda: self._wake(),
        )
        return self._capture.on_block


@dataclass(slots=True)
class _Output:
    """What belongs to one device stream: plays a Playout's mono sound on all channels."""

    playout: Playout
    overflows: int = 0
    mono: NDArray[np.int16] = field(default_factory=lambda: np.zeros(0, np.int16))

    def on_block(self, block: NDArray[np.int16], lost: int) -> None:
        self.overflows += lost
        if len(self.mono) != len(block):
            self.mono = np.zeros(len(block), np.int16)
        self.playout.read_into(self.mono, time.monotonic())
        block[:] = self.mono[:, np.newaxis]


class Speaker(Watched):
    """Plays what the caller hears. ``overflows`` of the status counts interruptions."""

    def __init__(self, library: PortAudio = LIBRARY) -> None:
        super().__init__("output", library)
        self._output: _Output | None = None
        self._interruptions = 0

    @property
    def status(self) -> StreamStatus:
        output = self._output
        now = (output.overflows + output.playout.underflows) if output else 0
        return replace(self._state, overflows=self._interruptions + now)

    @property
    def latency_samples(self) -> int:
        """How many 16 kHz samples after it was written a sound is heard, about; any thread."""
        output, stream = self._output, self._stream
        if output is None or stream is None:
            return 0
        return round((output.playout.target + stream.latency) * SAMPLE_RATE)

    def write(self, samples: Audio) -> None:
        """Queue ``samples`` (16 kHz) to be heard. Never blocks; one thread only. While the device
        is away they are dropped."""
        if self._output is not None:
            self._output.playout.write(samples, time.monotonic())

    def _prepare(self, rate: int, block: int) -> OnBlock:
        if self._output is not None:
            self._interruptions += self._output.overflows + self._output.playout.underflows
        self._output = _Output(Playout(rate, block))
        return self._output.on_block
