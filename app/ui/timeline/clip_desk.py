"""Plays and saves a stretch of what a call heard: the selection, or the recording in front."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.runtime.ports import Audio
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink
from app.ui.recording.player import Player
from app.ui.recording.save_dialog import ask_where, save


@dataclass(frozen=True, slots=True)
class Clip:
    """Samples ``start`` to ``end`` of a call; ``operation``: its take is just that."""

    call_id: str
    start: int
    end: int
    operation: str | None = None


class ClipDesk(QObject):
    """GUI thread. What it reads is read on the core thread; files are written in a worker."""

    moved = Signal(object)
    """The sample of the call that is heard now; ``None`` when nothing plays."""
    playing_changed = Signal(bool)
    said = Signal(str, str)
    """What came of it, and of what kind: ``ok``, ``warn`` or ``error``."""

    def __init__(self, link: CoreLink, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = link
        self._window = parent
        self._tasks = TaskOwner()
        self.player = Player(link, self)
        self.looping = False
        self._clip: Clip | None = None
        self._audio: Audio | None = None
        self._lead = 0
        self.player.moved.connect(self._moved)
        self.player.ended.connect(self._ended)
        self.player.failed.connect(self._failed)

    @property
    def playing(self) -> bool:
        """Whether a clip plays, or is about to."""
        return self._clip is not None

    def play(self, clip: Clip, at: int) -> None:
        """Play ``clip`` from sample ``at`` of the call."""
        self._clip = clip
        self.playing_changed.emit(True)
        self._tasks.start(self._play(clip, at), "reading a clip")

    def stop(self) -> None:
        """Stop."""
        self.player.stop()
        if self._clip is not None:
            self._clip = self._audio = None
            self.moved.emit(None)
            self.playing_changed.emit(False)

    def save(self, clip: Clip, name: str) -> None:
        """Ask where to save ``clip``, and do so."""
        ask_where(self._window, name, lambda path: self.save_to(clip, path))

    def save_to(self, clip: Clip, path: str) -> None:
        """Write ``clip`` to ``path``."""
        self._tasks.start(self._save(clip, path), "saving a clip")

    async def close(self) -> None:
        """Stop, and wait for what was under way."""
        self.stop()
        await self.player.close()
        await self._tasks.stop()

    async def read(self, clip: Clip) -> Audio | None:
        """Return the audio of ``clip``; where it is gone, that is said."""
        audio = None
        if clip.operation is not None:
            audio = await self._link.take(clip.operation)
        if audio is None:
            audio = await self._link.heard(clip.call_id, clip.start, clip.end)
        if audio is None or not len(audio):
            self.said.emit(self.tr("That audio is no longer kept."), "warn")
            return None
        return audio

    async def _play(self, clip: Clip, at: int) -> None:
        audio = await self.read(clip)
        if self._clip is not clip:
            return
        if audio is None:
            self.stop()
            return
        self._audio = audio
        # A take may begin with the beep (a setting), before the clip's first sample.
        self._lead = len(audio) - (clip.end - clip.start) if clip.operation is not None else 0
        begin = at - clip.start + self._lead if at > clip.start else 0
        self.player.play(audio, min(max(0, begin), len(audio) - 1))

    async def _save(self, clip: Clip, path: str) -> None:
        audio = await self.read(clip)
        if audio is None:
            return
        try:
            await save(audio, path)
        except OSError as error:
            words = self.tr("{path} could not be written: {why}. Choose another place.")
            why = error.strerror or str(error)
            self.said.emit(words.format(path=path, why=why), "error")
            return
        self.said.emit(self.tr("Saved to {path}").format(path=path), "ok")

    def _moved(self, position: int) -> None:
        if self._clip is not None:
            self.moved.emit(self._clip.start + max(0, position - self._lead))

    def _ended(self) -> None:
        if self.looping and self._audio is not None:
            self.player.play(self._audio, 0)
        else:
            self.stop()

    def _failed(self, why: str) -> None:
        self.stop()
        self.said.emit(why, "error")
