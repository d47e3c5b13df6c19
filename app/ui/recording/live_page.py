"""The card's page while the caller is being recorded: level, length, and what is heard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.engine.snapshot import OperationSnapshot
from app.engine.states import Phase
from app.ui import fonts
from app.ui.inspector import formats
from app.ui.recording.waveform import Waveform
from app.ui.theme import SPACE

LEVEL_EVERY: Final = 2
"""Snapshots for one level bar: 40 ms."""

SILENCE: Final = -120.0
"""dBFS of digital silence (:class:`CallSnapshot`)."""


class LivePage(QWidget):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loudest = SILENCE
        self._seen = 0
        self.wave = Waveform(self)
        self.wave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wave.setAccessibleName(self.tr("Level of the recording"))
        self.length = QLabel(self)
        self.length.setFont(fonts.ui(fonts.BODY, bold=True, tabular=True))
        self.phase = QLabel(self)
        self.phase.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.length)
        row.addWidget(self.phase, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wave, 1)
        layout.addLayout(row)

    def begin(self) -> None:
        """Another recording starts."""
        self.wave.show_audio(None)
        self._loudest, self._seen = SILENCE, 0

    def show_level(self, operation: OperationSnapshot, level: float) -> None:
        """Show one snapshot of the recording; ``level`` is its peak in dBFS."""
        self._loudest = max(self._loudest, level)
        self._seen += 1
        if self._seen % LEVEL_EVERY:
            return
        self.wave.show_level(self._loudest, speaking=operation.phase is Phase.SPEAKING)
        self._loudest = SILENCE
        self.length.setText(formats.length(operation.seconds))
        words = {
            Phase.LISTENING: self.tr("waiting for the caller to speak"),
            Phase.SPEAKING: self.tr("the caller speaks"),
            Phase.PAUSING: self.tr("the caller pauses"),
        }
        self.phase.setText(words.get(operation.phase, ""))
