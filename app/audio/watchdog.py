"""Keeps one stream alive: notices that its device froze or went, and takes it up again.

PortAudio reports neither in a way that can be relied on (measured): a device that is suspended just
stops calling back while its stream stays "active", one that vanishes ends the stream's thread
without an error. So a thread per stream looks at the time of its last block.
"""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Final

from app.audio.catalogue import NOUN, Kind
from app.audio.portaudio import LIBRARY, OnBlock, PortAudio, Stream
from app.runtime.ports import AudioUnavailable, StreamState, StreamStatus

TICK: Final = 0.1
"""Seconds between two looks."""

STALL: Final = 0.5
"""Seconds without a block after which a device counts as frozen; a block takes 10 ms, and stalls
of a loaded machine of 0.17 s were seen."""

RETRY: Final = 1.0
"""Seconds between two attempts to open a device that is gone."""

REOPEN: Final = 5.0
"""Seconds after which a frozen device is opened anew: most wake up by themselves."""

PATIENCE: Final = 2.0
"""Seconds that closing waits for the thread: it may be about to open a device, or listing them."""

LOOK_EVERY: Final = 3
"""Attempts between two looks for a new device from a child process (0.1 s of one core each)."""


class Watched(ABC):
    """A stream that outlives its device. ``open`` and ``close`` block: call them from a worker."""

    def __init__(self, kind: Kind, library: PortAudio = LIBRARY) -> None:
        self._kind: Kind = kind
        self._library = library
        self._wanted: str | None = None
        self._stream: Stream | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._state = StreamStatus("closed", "")

    @property
    def status(self) -> StreamStatus:
        """How the stream does; from any thread."""
        return self._state

    def open(self, device: str | None = None) -> None:
        """Open ``device`` (None or "": the default one) in place of the one open so far.

        Raises AudioUnavailable; the state is then ``failed``, with the same message.
        """
        self.close()
        self._wanted = device
        try:
            self._stream = self._library.open_new(self._kind, device, self._prepare)
        except AudioUnavailable as error:
            self._state = StreamStatus("failed", device or "", str(error))
            raise
        stream = self._stream
        self._wanted = stream.device if device else None
        self._state = StreamStatus("running", stream.device, rate=stream.rate)
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=self._watch, args=(self._stop,), name=f"watch-{NOUN[self._kind]}", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End the stream. May be called in every state, and twice."""
        self._stop.set()
        with self._library.lock:
            self._release()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            self._thread = None
        self._state = StreamStatus("closed", self._state.device, rate=self._state.rate)

    @abstractmethod
    def _prepare(self, rate: int, block: int) -> OnBlock:
        """Get ready for a stream of ``rate`` in blocks of ``block`` frames."""

    def _release(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _watch(self, stop: threading.Event) -> None:
        attempts, next_attempt = 0, 0.0
        while not stop.wait(TICK):
            stream, now = self._stream, time.monotonic()
            silent = None if stream is None or stream.ended else now - stream.beat
            if stream is not None and silent is not None and silent <= STALL:
                if stream.blocks:
                    attempts = 0
                    self._running(stream)
                continue
            if silent is not None:
                self._trouble("stalled", self._stalled())
                if silent <= REOPEN:
                    continue
            if now >= next_attempt:
                next_attempt = now + RETRY
                attempts += 1
                if self._take_up(stop, look=attempts % LOOK_EVERY == 0):
                    continue
            if not stop.is_set():
                self._trouble("lost", self._lost())

    def _take_up(self, stop: threading.Event, *, look: bool) -> bool:
        """Try to open the device again. With ``look`` also if that needs a restart of PortAudio
        while other streams are at work, and the device is seen to be there."""
        library = self._library
        try:
            with library.lock:
                if stop.is_set():
                    return True
                self._release()
                try:
                    self._stream = library.open(self._kind, self._wanted, self._prepare)
                except AudioUnavailable:
                    if not library.idle:
                        raise
                    library.restart()
                    self._stream = library.open(self._kind, self._wanted, self._prepare)
            return True
        except AudioUnavailable:
            if not look:
                return False
        try:
            library.fresh_catalogue().find(self._kind, self._wanted)
            with library.lock:
                if not stop.is_set():
                    library.restart()
                    self._stream = library.open(self._kind, self._wanted, self._prepare)
            return True
        except AudioUnavailable:
            return False

    def _running(self, stream: Stream) -> None:
        now = StreamStatus("running", stream.device, rate=stream.rate)
        if now != self._state:
            self._state = now

    def _trouble(self, state: StreamState, message: str) -> None:
        if state != self._state.state:
            self._state = replace(self._state, state=state, message=message)

    def _stalled(self) -> str:
        return (
            f"The {NOUN[self._kind]} “{self._state.device}” stands still. The call goes on without "
            "it, and with it as soon as it wakes up. If it does not, choose another one."
        )

    def _lost(self) -> str:
        return (
            f"The {NOUN[self._kind]} “{self._state.device}” is gone: unplugged, or the sound "
            "server has ended. The call goes on without it, and with it when it is back."
        )
