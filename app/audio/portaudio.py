"""The PortAudio library of this process: loaded late, initialised with care, one lock around it.

PortAudio is one per process and its calls are not thread-safe against (re-)initialisation, so every
open, close and restart goes through one lock. The callbacks never take it.

Measured: ``stop()`` waits for ever when a device is frozen, ``close()`` returns at once in every
state; therefore streams are only ever closed.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.audio.alsa import configuration_problem, fresh_thread_stacks, muted_stderr
from app.audio.catalogue import NOUN, Catalogue, Entry, Kind, UnknownDevice
from app.audio.probe import ProbeFailed, fresh_tables, tables
from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import AudioUnavailable
from app.unexpected import unexpected

BLOCKS_PER_SECOND: Final = 100
"""10 ms blocks: half a frame, so that waiting for a whole one adds little."""

LATENCY: Final = 0.03
"""Seconds of the device's own buffer: three blocks. Measured through ALSA's pulse plug-in, also
with all cores busy: no loss, and blocks come one by one; from 0.04 on they come in pairs. A device
that asks for more (Windows' MME: 0.09) gets it."""

TRY_OTHER_FORMAT: Final = frozenset({-9997, -9998, -9994})
"""paInvalidSampleRate, paInvalidChannelCount, paSampleFormatNotSupported."""

REASONS: Final = {
    -9985: "another program uses it alone, or it is gone. Close that program or choose another",
    -9993: "it is gone, or the sound server has ended",
    -9996: "it is gone. Refresh the list and choose another",
    -9999: "it is gone, or the system refuses it. Refresh the list, and check that this program "
    "may use it (privacy settings)",
}
"""PortAudio's error numbers that a user can do something about."""

OnBlock = Callable[[NDArray[np.int16], int], None]
"""Gets a block (frames x channels; to be filled where it is output), and 1 where sound was lost
before it, else 0. Runs in PortAudio's callback: only copies."""

Prepare = Callable[[int, int], OnBlock]
"""Gets the stream's rate (samples per second) and block length (frames) before it starts."""


class Stream:
    """One open PortAudio stream; made by ``PortAudio.open``."""

    def __init__(self, library: PortAudio, entry: Entry, rate: int, channels: int) -> None:
        self.device = entry.name
        self.rate = rate
        self.block = rate // BLOCKS_PER_SECOND
        self.latency = 0.0
        self.blocks = 0
        self.beat = time.monotonic()
        self.ended = False
        self._library = library
        self._channels = channels
        self._on_block: OnBlock | None = None
        self._raw: Any = None
        self._abort: type[Exception] = RuntimeError

    def _start(self, kind: Kind, entry: Entry, prepare: Prepare) -> None:
        self._on_block = prepare(self.rate, self.block)
        sounddevice = self._library.module()
        self._abort = sounddevice.CallbackAbort
        kinds = {"input": sounddevice.RawInputStream, "output": sounddevice.RawOutputStream}
        with muted_stderr(), fresh_thread_stacks():
            self._raw = kinds[kind](
                samplerate=self.rate,
                blocksize=self.block,
                device=entry.index,
                channels=self._channels,
                dtype="int16",
                latency=max(LATENCY, entry.latency[kind]),
                callback=self._on_input if kind == "input" else self._on_output,
                finished_callback=self._on_end,
            )
            try:
                self._raw.start()
            except BaseException:
                self._raw.close(ignore_errors=True)
                raise
        self.latency = float(self._raw.latency)

    def _on_input(self, data: Any, frames: int, times: Any, flags: Any) -> None:
        self._deliver(data, frames, int(flags.input_overflow))

    def _on_output(self, data: Any, frames: int, times: Any, flags: Any) -> None:
        self._deliver(data, frames, int(flags.output_underflow))

    def _deliver(self, data: Any, frames: int, lost: int) -> None:
        self.beat = time.monotonic()
        self.blocks += 1
        if self._on_block is None:
            return
        try:
            self._on_block(np.frombuffer(data, np.int16).reshape(frames, -1), lost)
        except Exception as error:
            # Writing a report takes longer than a callback may.
            report = (error, f"audio callback of {self.device}")
            threading.Thread(target=unexpected, args=report, name="audio-report").start()
            raise self._abort from None

    def _on_end(self) -> None:
        self.ended = True

    def close(self) -> None:
        """Close the stream, however its device fares. May be called twice; not by a callback."""
        self._library.forget(self)
        with self._library.lock:
            self.ended = True
            if self._raw is not None:
                self._raw.close(ignore_errors=True)
                self._raw = None


class PortAudio:
    """The library; every method may block for some tenths of a second: call it from a worker.

    Whatever is wrong is raised as AudioUnavailable with a message for the user.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._module: Any = None
        self._initialised = False
        self._streams: set[Stream] = set()

    def module(self) -> Any:
        """Return sounddevice with PortAudio initialised."""
        with self.lock:
            if not self._initialised:
                problem = configuration_problem()
                if problem is not None:
                    raise AudioUnavailable(problem)
                self._initialise()
            return self._module

    def catalogue(self) -> Catalogue:
        """Return the devices that PortAudio knew when it was last initialised."""
        with self.lock:
            return Catalogue.read(tables(self.module()))

    def known_catalogue(self) -> Catalogue:
        """Return the devices without loading PortAudio where it was not needed yet (18 MB)."""
        with self.lock:
            if self._initialised:
                return self.catalogue()
        return self.fresh_catalogue()

    def fresh_catalogue(self) -> Catalogue:
        """Return the devices that are there now, without a break for any open stream."""
        with self.lock:
            if not self._initialised:
                with suppress(ProbeFailed):
                    return Catalogue.read(fresh_tables())
                return self.catalogue()  # says in words what the child process could not
            if self.idle:
                self.restart()
                return self.catalogue()
        try:
            return Catalogue.read(fresh_tables())
        except ProbeFailed as error:
            raise AudioUnavailable(str(error)) from error

    @property
    def idle(self) -> bool:
        """Whether no stream is at work."""
        with self.lock:
            return all(stream.ended for stream in self._streams)

    def restart(self) -> None:
        """Make PortAudio look for devices anew. Ends every open stream (their ``ended`` tells)."""
        with self.lock:
            problem = configuration_problem()
            if problem is not None:
                raise AudioUnavailable(problem)
            self.shut_down()
            self.module()

    def shut_down(self) -> None:
        """End all streams and let go of the devices; the next call starts anew."""
        with self.lock:
            for stream in tuple(self._streams):
                stream.close()
            if self._initialised:
                self._module._terminate()
                self._initialised = False

    def open(self, kind: Kind, device: str | None, prepare: Prepare) -> Stream:
        """Open and start ``device`` (None: the default one) as int16.

        At 16 kHz and mono if it takes that, else at its own rate and number of channels.
        """
        with self.lock:
            entry = self.catalogue().find(kind, device)
            module = self.module()
            failure: Exception | None = None
            for rate, channels in _formats(entry, kind):
                stream = Stream(self, entry, rate, channels)
                try:
                    stream._start(kind, entry, prepare)
                except module.PortAudioError as error:
                    failure = error
                    if _number(error) not in TRY_OTHER_FORMAT:
                        break
                else:
                    self._streams.add(stream)
                    return stream
            raise AudioUnavailable(_refusal(entry, kind, failure)) from failure

    def open_new(self, kind: Kind, device: str | None, prepare: Prepare) -> Stream:
        """As ``open``, also for a device that came after PortAudio made its list.

        Where other streams are at work they are interrupted only if the device really is there.
        """
        try:
            return self.open(kind, device, prepare)
        except UnknownDevice:
            self.fresh_catalogue().find(kind, device)
            with self.lock:
                if not self.idle:  # otherwise the fresh list is PortAudio's own
                    self.restart()
                return self.open(kind, device, prepare)

    def forget(self, stream: Stream) -> None:
        """Take a stream off the list of open ones; for ``Stream.close``."""
        with self.lock:
            self._streams.discard(stream)

    def _initialise(self) -> None:
        # Importing sounddevice initialises PortAudio, and raises what that raises. Afterwards there
        # is no public way to do it again (sounddevice's own documentation names these two).
        try:
            if self._module is None:
                import sounddevice

                self._module = sounddevice
                if sounddevice._initialized == 0:
                    sounddevice._initialize()
            else:
                self._module._initialize()
        except ImportError as error:
            raise AudioUnavailable(
                f"The Python package sounddevice cannot be loaded ({error}). "
                "Install it: python3 -m pip install sounddevice"
            ) from error
        except OSError as error:
            raise AudioUnavailable(_missing_library(error)) from error
        except Exception as error:  # PortAudioError: its class is in the module that did not load
            raise AudioUnavailable(f"The sound system does not start: {error}") from error
        self._initialised = True


LIBRARY: Final = PortAudio()
"""The one of this process."""


def _formats(entry: Entry, kind: Kind) -> list[tuple[int, int]]:
    """Rates and channel counts to try, the best first: without resampling, then mono."""
    most = entry.channels[kind]
    counts = [count for count in dict.fromkeys([1, 2, most]) if count <= most]
    rates = dict.fromkeys([SAMPLE_RATE, entry.rate, 48_000, 44_100])
    return [(rate, count) for rate in rates for count in counts]


def _number(error: Exception) -> int | None:
    return next((arg for arg in error.args if isinstance(arg, int)), None)


def _refusal(entry: Entry, kind: Kind, error: Exception | None) -> str:
    number = None if error is None else _number(error)
    reason = REASONS.get(number or 0, f"PortAudio says: {error.args[0] if error else 'nothing'}")
    return f"The {NOUN[kind]} “{entry.name}” cannot be opened: {reason}."


def _missing_library(error: OSError) -> str:
    if sys.platform.startswith("linux"):
        return (
            "PortAudio is not installed, so there is no live audio. On Debian and Ubuntu: "
            "sudo apt-get install libportaudio2 libasound2-plugins (Fedora: sudo dnf install "
            "portaudio alsa-plugins-pulseaudio)."
        )
    return (
        f"PortAudio cannot be loaded ({error}), so there is no live audio. Install sounddevice "
        "again, it brings the library: python3 -m pip install --force-reinstall sounddevice"
    )
