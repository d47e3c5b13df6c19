"""A recording of the real service: fetched by hand, heard, and gone with its window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.ui.core_link import CoreLink
from app.ui.inspector.wire import read_json
from app.ui.recording.player import Player
from app.ui.recording.save_dialog import NOTICE
from app.ui.theme import SPACE

SIZE: Final = QSize(520, 180)


def real_recording(record: Record | None) -> tuple[str, str] | None:
    """Return location and token of a recording that the real service offers in ``record``."""
    if record is None or record.exchange is None or "bridge" not in record.data:
        return None
    for text in (record.exchange.response_body, record.exchange.request_body):
        found = _find(read_json(text))
        if found is not None:
            return found
    return None


def _find(value: object) -> tuple[str, str] | None:
    if isinstance(value, dict):
        location = value.get("recordingLocation") or value.get("recordResourceLocation")
        token = value.get("recordingAccessToken") or value.get("recordResourceAccessToken")
        if isinstance(location, str) and location and isinstance(token, str) and token:
            return location, token
        values: list[object] = list(value.values())
    else:
        values = value if isinstance(value, list) else []
    return next(filter(None, map(_find, values)), None)


class RealRecording(QDialog):
    """Holds the audio in memory while it is open. Never modal. GUI thread."""

    def __init__(self, link: CoreLink, audio: Audio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recording of the real Graph"))
        self.setModal(False)
        self._audio = audio
        self.player = Player(link, self)
        self.toggle = QPushButton(self)
        self.toggle.clicked.connect(self._toggle)
        self.progress = QProgressBar(self, minimum=0, maximum=max(1, len(audio)), textVisible=False)
        self.progress.setAccessibleName(self.tr("Position in the recording"))
        self.trouble = QLabel(self, wordWrap=True)
        self.notice = QLabel(NOTICE, self, wordWrap=True)
        self.notice.setProperty("role", "small")
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addWidget(self.progress, 1)
        row.addWidget(QLabel(self.tr("{seconds:.1f} s").format(seconds=len(audio) / SAMPLE_RATE)))
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(self.notice)
        self.resize(SIZE)
        self.player.moved.connect(self.progress.setValue)
        self.player.ended.connect(self._show_state)
        self.player.failed.connect(self._failed)
        self._show_state()

    def _toggle(self) -> None:
        if self.player.playing:
            self.player.stop()
        else:
            self.trouble.clear()
            self.player.play(self._audio, 0)
        self._show_state()

    def _failed(self, why: str) -> None:
        self.trouble.setText(why)
        self._show_state()

    def _show_state(self) -> None:
        self.toggle.setText(self.tr("Stop") if self.player.playing else self.tr("Play"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.player.stop()
        super().closeEvent(event)
