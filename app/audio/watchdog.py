"""Keeps one stream alive: notices that its device froze or went, and takes it up again.

PortAudio reports neither in a way that can be relied on (measured): a device that is suspended just
stops calling back while its stream stays "active", one that vanishes ends the stream's thread
without an error. So a thread per stream looks at the time of its last block.
"""

from __future__ import annotations

import sys
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

RETURN: Final = 3.0
"""Seconds between two attempts to take up the chosen device again, while another stands in."""

FOLLOW: Final = 5.0
"""Seconds between two looks for another default device, by a child process (0.1 s of one core)."""

DEFAULT_MOVES: Final = not sys.platform.startswith("linux")
"""Whether PortAudio has to be asked anew which device the default one is. ALSA's default is a name
behind which the sound server changes the device by itself."""

LOOK_EVERY: Final = 3
"""Attempts between two looks for a new device from a child process (0.1 s of one core each)."""


class Watched(ABC):
    """A stream that outlives its device. ``open`` and ``close`` block: call them from a worker."""

    def __init__(self, kind: Kind, library: PortAudio = LIBRARY) -> None:
        self._kind: Kind = kind
        self._library = library
        self._wanted: str | None = None
        self._may_stand_in = self._stands_in = False
        self._stream: Stream | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._state = StreamStatus("closed", "")

    @property
    def status(self) -> StreamStatus:
        """How the stream does; from any thread."""
        return self._state

    def open(self, device: str | None = None, *, stand_in: bool = False) -> None:
        """Open ``device`` (None or "": the default one) in place of the one open so far. With
        ``stand_in`` the default one takes its place for as long as it is away, now and later.

        Raises AudioUnavailable; the state is then ``failed``, with the same message.
        """
        self.close()
        self._wanted = device or None
        self._may_stand_in, self._stands_in = stand_in and bool(device), False
        try:
            self._stream = self._library.open_new(self._kind, device, self._prepare)
        except AudioUnavailable as error:
            if not self._may_stand_in or not self._call_stand_in():
                self._state = StreamStatus("failed", device or "", str(error))
                raise
        stream = self._stream
        assert stream is not None
        if device and not self._stands_in:
            self._wanted = stream.device
        self._running(stream)
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
        next_look = time.monotonic() + FOLLOW
        while not stop.wait(TICK):
            stream, now = self._stream, time.monotonic()
            silent = None if stream is None or stream.ended else now - stream.beat
            if stream is not None and silent is not None and silent <= STALL:
                if stream.blocks:
                    attempts = 0
                    self._running(stream)
                if now >= next_look:
                    next_look = now + (RETURN if self._stands_in else FOLLOW)
                    self._look_for_better(stop)
                continue
            if silent is not None:
                self._trouble("stalled", self._stalled())
                if silent <= REOPEN:
                    continue
            if now >= next_attempt:
                next_attempt = now + RETRY
                attempts += 1
                if self._take_up(stop, look=attempts % LOOK_EVERY == 0):
                    next_look = now + RETURN
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
                self._stands_in = False
            return True
        except AudioUnavailable:
            if self._may_stand_in and self._call_stand_in(stop):
                return True
            if not look:
                return False
        try:
            library.fresh_catalogue().find(self._kind, self._wanted)
            with library.lock:
                if not stop.is_set():
                    library.restart()
                    self._stream = library.open(self._kind, self._wanted, self._prepare)
                    self._stands_in = False
            return True
        except AudioUnavailable:
            return False

    def _call_stand_in(self, stop: threading.Event | None = None) -> bool:
        """Open the default device in place of the one that is wanted; say whether it worked."""
        try:
            with self._library.lock:
                if stop is None or not stop.is_set():
                    self._release()
                    self._stream = self._library.open(self._kind, None, self._prepare)
                    self._stands_in = True
            return True
        except AudioUnavailable:
            return False

    def _look_for_better(self, stop: threading.Event) -> None:
        """Go back to the chosen device where another stands in for it, and to another default one
        where there is one now."""
        library = self._library
        if self._stands_in:
            try:  # first without a word: the stand-in is heard until it is known to work
                library.open_new(self._kind, self._wanted, _drop).close()
            except AudioUnavailable:
                return
        elif self._wanted is not None or not DEFAULT_MOVES or not self._default_moved():
            return
        else:
            with library.lock:
                if not stop.is_set():
                    library.restart()  # else it knows the default of before
        self._take_up(stop, look=False)

    def _default_moved(self) -> bool:
        try:
            default = self._library.fresh_catalogue().find(self._kind, None)
        except AudioUnavailable:
            return False
        stream = self._stream
        return stream is not None and default.name != stream.device

    def _running(self, stream: Stream) -> None:
        away = (self._wanted or "") if self._stands_in else ""
        now = StreamStatus("running", stream.device, rate=stream.rate, stands_in_for=away)
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


def _drop(rate: int, block: int) -> OnBlock:
    """Prepare for a stream that only shows that its device works."""
    return lambda block, lost: block.fill(0) if block.flags.writeable else None
