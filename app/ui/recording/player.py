"""Plays a recording to the user and says where it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.runtime.ports import Audio, AudioUnavailable
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink

FRAME_MS: Final = 33
"""The cursor moves 30 times a second; the timer runs only while something plays and is seen."""


class Player(QObject):
    """GUI thread. One clip at a time."""

    moved = Signal(int)
    """The sample that is heard now."""
    ended = Signal()
    """The clip was heard to its end."""
    failed = Signal(str)
    """It cannot be played; the text says why and what to do."""

    def __init__(self, link: CoreLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = TaskOwner()
        self._wanted: Audio | None = None
        self._playing = False
        self._seen = True
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._look)

    @property
    def playing(self) -> bool:
        """Whether a clip plays, or is about to."""
        return self._wanted is not None

    @property
    def polling(self) -> bool:
        """Whether the timer runs."""
        return self._frames.isActive()

    def play(self, audio: Audio, start: int) -> None:
        """Play ``audio`` (int16 mono 16 kHz) from sample ``start``, in place of what plays."""
        self._wanted = audio
        self._tasks.start(self._start(audio, start), "playing a recording")

    def stop(self) -> None:
        """Stop what plays."""
        if self._wanted is not None:
            self._wanted = None
            self._frames.stop()
            if self._playing:
                self._playing = False
                self._link.speaker.stop()

    def set_seen(self, *, seen: bool) -> None:
        """Poll only while the position is seen; what plays goes on."""
        self._seen = seen
        if seen and self._playing:
            self._look()
            if self._playing:
                self._frames.start()
        else:
            self._frames.stop()

    async def close(self) -> None:
        """Stop, and wait for what was under way."""
        self.stop()
        await self._tasks.stop()

    async def _start(self, audio: Audio, start: int) -> None:
        try:
            await self._link.speaker.play(audio, start)
        except AudioUnavailable as error:
            if self._wanted is audio:
                self._wanted, self._playing = None, False
                self._frames.stop()
                self.failed.emit(str(error))
            return
        if self._wanted is not audio:
            if self._wanted is None:
                self._link.speaker.stop()
            return
        self._playing = True
        self.moved.emit(start)
        if self._seen:
            self._frames.start()

    def _look(self) -> None:
        position = self._link.speaker.position
        if position is not None:
            self.moved.emit(position)
            return
        self._frames.stop()
        self._wanted, self._playing = None, False
        self.ended.emit()
