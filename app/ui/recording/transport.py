"""The row under the waveform: play or stop, where it is, how long and loud it is, Save as."""

from __future__ import annotations

from math import isfinite
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio
from app.ui import fonts
from app.ui.inspector import formats
from app.ui.recording.envelope import peak_db
from app.ui.recording.save_dialog import NOTICE
from app.ui.theme import SPACE, icon

DISC: Final = 36
"""Diameter of the play button."""

ROOMY: Final = 320
"""Width from which the peak fits between the position and the last button."""


class Transport(QWidget):
    """Shows and asks; plays nothing itself. GUI thread."""

    toggle_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audio: Audio | None = None
        self.play = QPushButton(self)
        self.play.setIconSize(QSize(18, 18))
        self.play.setFixedSize(DISC, DISC)
        self.play.setProperty("kind", "primary")
        inner = DISC - 2
        self.play.setStyleSheet(
            f"border-radius: {DISC // 2}px; padding: 0; min-height: {inner}px; "
            f"min-width: {inner}px;"
        )
        self.play.clicked.connect(self.toggle_wanted)
        self.position = QLabel(self)
        self.position.setFont(fonts.ui(fonts.BODY, bold=True, tabular=True))
        self.facts = QLabel(self)
        self.facts.setProperty("role", "small")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.facts.setFont(fonts.ui(fonts.SMALL, tabular=True))
        self.save = QPushButton(icon("floppy-disk"), self.tr("Save as…"), self)
        self.save.setToolTip(NOTICE)
        self.save.clicked.connect(self.save_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.play)
        layout.addSpacing(SPACE // 2)
        layout.addWidget(self.position)
        layout.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.save)
        self.show_audio(None)
        self.show_playing(None)

    def show_audio(self, audio: Audio | None) -> None:
        """Show what can be played; ``None`` leaves nothing to do."""
        self._audio = audio
        self.play.setEnabled(audio is not None)
        self.save.setEnabled(audio is not None)
        if audio is None:
            self.facts.clear()
        else:
            peak = peak_db(audio)
            loud = f"{peak:.1f} dBFS".replace("-", "−") if isfinite(peak) else self.tr("silence")
            self.facts.setText(self.tr("peak {loud}").format(loud=loud))
            samples = self.tr("{n} samples, 16 kHz mono 16 bit")
            self.facts.setToolTip(samples.format(n=f"{len(audio):,}"))
        self.show_playing(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.setVisible(self.width() >= ROOMY)

    def show_playing(self, sample: int | None, rest: int = 0) -> None:
        """Show the position: ``sample`` while it plays, else where it would start (``rest``)."""
        playing = sample is not None
        self.play.setIcon(icon("stop-fill" if playing else "play-fill", "accent_text"))
        action = self.tr("Stop") if playing else self.tr("Play")
        self.play.setAccessibleName(action)
        self.play.setToolTip(self.tr("{action} (Space)").format(action=action))
        if self._audio is None:
            self.position.clear()
            return
        here = sample if sample is not None else rest
        self.position.setText(
            f"{formats.length(here / SAMPLE_RATE)} / "
            f"{formats.length(len(self._audio) / SAMPLE_RATE)}"
        )
