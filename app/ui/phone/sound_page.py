"""Microphone, speaker, ring and gain, each with a way to try it out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from app.settings import Settings
from app.ui import theme
from app.ui.core_link import CoreLink
from app.ui.phone.device_picker import DevicePicker

GAIN: Final = "audio.inputGain"


class SoundPage(QWidget):
    """Says what is to be tried. GUI thread."""

    try_microphone = Signal()
    """Also to stop what goes on."""
    try_speaker = Signal()
    try_ring = Signal()

    def __init__(self, link: CoreLink) -> None:
        super().__init__()
        self._link = link
        self.microphone = DevicePicker(link, "input")
        self.speaker = DevicePicker(link, "output")
        self.ring = DevicePicker(link, "ring")
        self.pickers = (self.microphone, self.speaker, self.ring)
        self.microphone_test = _tool()
        self.microphone_test.clicked.connect(self.try_microphone)
        self.speaker_test = _tool("speaker-high", self.tr("Play a test tone on the speaker"))
        self.speaker_test.clicked.connect(self.try_speaker)
        self.ring_test = _tool("bell-ringing", self.tr("Ring once"))
        self.ring_test.clicked.connect(self.try_ring)
        self.gain = QSlider(Qt.Orientation.Horizontal)
        self.gain.setRange(-20, 20)
        self.gain.setPageStep(6)
        self.gain.setAccessibleName(self.tr("Gain of the microphone in dB"))
        self.gain.setToolTip(self.tr("Makes the microphone louder or softer; in a call too"))
        self.gain_text = QLabel()
        self.gain_text.setProperty("role", "small")
        self.gain_text.setMinimumWidth(42)
        self.gain_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (text, field, end) in enumerate(
            (
                (self.tr("Microphone"), self.microphone, self.microphone_test),
                (self.tr("Gain"), self.gain, self.gain_text),
                (self.tr("Speaker"), self.speaker, self.speaker_test),
                (self.tr("Ring"), self.ring, self.ring_test),
            )
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(end, row, 2)
        grid.setRowStretch(4, 1)
        self.set_testing(testing=False, possible=True)
        self._show_gain(link.settings)
        self.gain.valueChanged.connect(self._turn)
        link.settings_changed.connect(self._show_gain)

    def set_testing(self, *, testing: bool, possible: bool) -> None:
        """``testing``: the microphone is being tried; ``possible``: no call uses it."""
        text = self.tr("Try the microphone: 2 s are recorded and played back")
        if testing:
            text = self.tr("Stop trying the microphone")
        elif not possible:
            text = self.tr("The call uses the microphone: try it afterwards")
        self.microphone_test.setIcon(theme.icon("stop-fill" if testing else "record"))
        self.microphone_test.setAccessibleName(text)
        self.microphone_test.setToolTip(text)
        self.microphone_test.setEnabled(testing or possible)

    def _turn(self, gain: int) -> None:
        if gain != round(self._link.settings.input_gain):
            self._link.change_setting(GAIN, float(gain))

    def _show_gain(self, settings: Settings) -> None:
        gain = settings.input_gain
        self.gain.setValue(round(gain))
        shown = f"{gain:+.0f}".replace("-", "−") if gain else "0"
        self.gain_text.setText(self.tr("{gain} dB").format(gain=shown))


def _tool(icon: str = "", text: str = "") -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setIconSize(QSize(18, 18))
    if icon:
        button.setIcon(theme.icon(icon))
        button.setAccessibleName(text)
        button.setToolTip(text)
    return button
