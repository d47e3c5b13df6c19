"""A recording of the real service: fetched by hand, heard, and gone with its window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink
from app.ui.inspector.wire import read_json
from app.ui.recording.player import Player
from app.ui.recording.player_page import PlayerPage
from app.ui.recording.save_dialog import NOTICE
from app.ui.theme import SPACE

SIZE: Final = QSize(520, 360)


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
        self._tasks = TaskOwner()
        self.player = Player(link, self)
        self.page = PlayerPage(self.player, self)
        self.notice = QLabel(NOTICE, self)
        self.notice.setWordWrap(True)
        self.notice.setProperty("role", "small")
        self.page.bot.hide()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addWidget(self.page, 1)
        column.addWidget(self.notice)
        self.resize(SIZE)
        self.page.show_audio(audio)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.page.show_audio(None)
        super().closeEvent(event)
