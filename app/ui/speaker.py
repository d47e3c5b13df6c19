"""What the window itself plays on a speaker, beside its calls: a recording, the ring, a key."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from app.runtime.ports import Audio, AudioPort, AudioUnavailable, ClipPlayer
from app.runtime.thread import CoreThread
from app.settings import Settings


class Speaker:
    """One player for each of the three: none of them cuts another off. GUI thread.

    ``settings`` returns those that hold: the devices are looked up for each sound.
    """

    def __init__(
        self, audio: AudioPort, thread: CoreThread, settings: Callable[[], Settings]
    ) -> None:
        self._audio = audio
        self._thread = thread
        self._settings = settings
        self._player: ClipPlayer | None = None
        self._ringer: ClipPlayer | None = None
        self._keys: ClipPlayer | None = None
        self._starting = asyncio.Lock()

    async def play(self, audio: Audio, start: int = 0) -> None:
        """Play ``audio`` from sample ``start`` on the chosen speaker. Raises AudioUnavailable."""
        device = self._settings().output_device or None

        def _start() -> ClipPlayer:
            player = self._player or self._audio.player()
            player.play(audio, device, start)
            return player

        # One after the other: two at once would each get a player, and both be heard.
        async with self._starting:
            work = self._thread.submit(asyncio.to_thread(_start))
            self._player = await asyncio.wrap_future(work)

    def stop(self) -> None:
        """Stop what :meth:`play` plays."""
        if self._player is not None:
            self._player.stop()

    @property
    def position(self) -> int | None:
        """Sample of it that is heard now, ``None`` when nothing plays."""
        if self._player is None or not self._player.playing:
            return None
        return self._player.position

    def ring(self, sound: Audio) -> None:
        """Play ``sound`` on the speaker that rings."""
        # Without a speaker it rings without a sound; that there is none, the phone says anyway.
        with contextlib.suppress(AudioUnavailable):
            self._ringer = self._ringer or self._audio.player()
            device = self._settings().ring_device or self._settings().output_device
            self._ringer.play(sound, device or None)

    def stop_ringing(self) -> None:
        """Stop that sound."""
        if self._ringer is not None:
            self._ringer.stop()

    def play_key(self, sound: Audio) -> None:
        """Play the sound of a key on the chosen speaker, where no call does it."""
        with contextlib.suppress(AudioUnavailable):
            self._keys = self._keys or self._audio.player()
            self._keys.play(sound, self._settings().output_device or None)

    def stop_key(self) -> None:
        """Stop that sound."""
        if self._keys is not None:
            self._keys.stop()

    def stop_all(self) -> None:
        """Be silent."""
        self.stop()
        self.stop_ringing()
        self.stop_key()
