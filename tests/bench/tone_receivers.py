"""The key tone receivers that the bench compares: ours, spandsp and multimon-ng.

The peers come from the system (Debian: libspandsp2, multimon-ng) and are asked as any program
would ask them: spandsp through its C interface at 8 kHz, multimon-ng through a pipe at 22 050 Hz.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import shutil
import subprocess
from collections.abc import Iterator
from typing import Protocol

import numpy as np
import soxr
from numpy.typing import NDArray

from app.engine.timebase import FRAME, SAMPLE_RATE
from app.engine.tones import ToneDetector

Samples = NDArray[np.int16]


class Receiver(Protocol):
    """Something that hears key tones in int16 mono audio at 16 kHz."""

    name: str

    def prepare(self, audio: Samples) -> Samples:
        """The audio at the receiver's own rate; not part of what is timed."""

    def digits(self, prepared: Samples) -> str:
        """All keys heard in a stream of its own."""

    def frames(self, prepared: Samples) -> Iterator[str]:
        """Feed 20 ms at a time; yield the keys that each frame brought; nothing if it cannot."""


class Ours:
    name = "callsim"

    def prepare(self, audio: Samples) -> Samples:
        return audio

    def digits(self, prepared: Samples) -> str:
        return "".join(hit.tone for hit in ToneDetector().feed(prepared))

    def frames(self, prepared: Samples) -> Iterator[str]:
        detector = ToneDetector()
        for i in range(0, len(prepared), FRAME):
            yield "".join(hit.tone for hit in detector.feed(prepared[i : i + FRAME]))


class Spandsp:
    name = "spandsp"
    _RATE = 8_000

    def __init__(self, path: str) -> None:
        lib = ctypes.CDLL(path)
        lib.dtmf_rx_init.restype = ctypes.c_void_p
        lib.dtmf_rx_init.argtypes = [ctypes.c_void_p] * 3
        lib.dtmf_rx.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int]
        lib.dtmf_rx_get.restype = ctypes.c_size_t
        lib.dtmf_rx_get.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        lib.dtmf_rx_free.argtypes = [ctypes.c_void_p]
        self._lib = lib

    def prepare(self, audio: Samples) -> Samples:
        return _resampled(audio, self._RATE)

    def digits(self, prepared: Samples) -> str:
        # Its buffer holds 128 digits: fetch them every second.
        return "".join(self._run(prepared, self._RATE))

    def frames(self, prepared: Samples) -> Iterator[str]:
        return self._run(prepared, FRAME * self._RATE // SAMPLE_RATE)

    def _run(self, prepared: Samples, step: int) -> Iterator[str]:
        state = self._lib.dtmf_rx_init(None, None, None)
        buffer = ctypes.create_string_buffer(129)
        for i in range(0, len(prepared), step):
            part = np.ascontiguousarray(prepared[i : i + step])
            self._lib.dtmf_rx(state, part.ctypes.data, len(part))
            count = self._lib.dtmf_rx_get(state, buffer, 128)
            yield buffer.raw[:count].decode("ascii")
        self._lib.dtmf_rx_free(state)


class MultimonNg:
    name = "multimon-ng"
    _RATE = 22_050

    def __init__(self, path: str) -> None:
        self._command = [path, "-q", "-a", "DTMF", "-t", "raw", "-"]

    def prepare(self, audio: Samples) -> Samples:
        # A second of silence behind: it only reads whole blocks.
        return np.concatenate((_resampled(audio, self._RATE), np.zeros(self._RATE, np.int16)))

    def digits(self, prepared: Samples) -> str:
        done = subprocess.run(
            self._command, input=prepared.tobytes(), capture_output=True, check=True
        )
        lines = done.stdout.decode("ascii", "replace").splitlines()
        return "".join(line.removeprefix("DTMF: ") for line in lines if line.startswith("DTMF: "))

    def frames(self, prepared: Samples) -> Iterator[str]:
        return iter(())  # it reads blocks from a pipe and says nothing of their time


def receivers() -> tuple[list[Receiver], list[str]]:
    """Ours and the peers that are installed; and a sentence for each that is not."""
    found: list[Receiver] = [Ours()]
    missing: list[str] = []
    library = ctypes.util.find_library("spandsp")
    if library:
        found.append(Spandsp(library))
    else:
        missing.append("spandsp is not installed (Debian: apt-get install libspandsp2)")
    program = shutil.which("multimon-ng")
    if program:
        found.append(MultimonNg(program))
    else:
        missing.append("multimon-ng is not installed (Debian: apt-get install multimon-ng)")
    return found, missing


def _resampled(audio: Samples, rate: int) -> Samples:
    if len(audio) == 0:
        return audio
    return np.asarray(soxr.resample(audio, SAMPLE_RATE, rate), dtype=np.int16)
