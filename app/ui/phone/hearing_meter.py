"""How likely the detector takes the caller for speaking, and from where on it does: draggable."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from app.engine.speech import ON, SENSITIVITY_RANGE
from app.settings import Settings
from app.ui import fonts, theme
from app.ui.core_link import CoreLink

SETTING: Final = "hearing.sensitivity"
_WORDS: Final = 52.0
_END: Final = 42.0


def threshold_of(sensitivity: float) -> float:
    """Return the probability of speech from which on it counts as such."""
    return ON + SENSITIVITY_RANGE * (0.5 - sensitivity)


class HearingMeter(QAbstractSlider):
    """A slider over the whole range of probabilities, whose value is the threshold in percent."""

    def __init__(self, link: CoreLink) -> None:
        super().__init__()
        self._link = link
        self._probability: float | None = None
        self.setRange(round(100 * threshold_of(1.0)), round(100 * threshold_of(0.0)))
        self.setSingleStep(2)
        self.setPageStep(10)
        self.setTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Threshold of the speech detector"))
        self.setToolTip(
            self.tr(
                "What the detector makes of the caller while the bot records. Drag the marker: "
                "further left, fainter speech counts. From the next recording on."
            )
        )
        self._settings_changed(link.settings)
        link.settings_changed.connect(self._settings_changed)
        self.valueChanged.connect(self._changed)
        self.sliderMoved.connect(lambda _: self.update())

    def show_probability(self, probability: float | None) -> None:
        """Show ``probability`` (0..1), ``None`` while nothing is recorded."""
        if probability != self._probability:
            self._probability = probability
            self.update()

    @property
    def speech(self) -> bool:
        """Whether what is shown counts as speech."""
        return (self._probability or 0.0) * 100 >= self.value()

    def sizeHint(self) -> QSize:
        return QSize(240, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 18)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            # It stands on a card and fills itself: the card need not be painted in each frame.
            # Styles take this from every slider.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._at(event.position().x()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._at(event.position().x()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown() and event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, bar = theme.tokens(), self._bar
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.ui(11))
        painter.setPen(t.muted)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, _WORDS, 18), align, self.tr("Speech"))
        number = f"{self.sliderPosition() / 100:.2f}"
        end = QRectF(self.width() - _END, 0, _END, 18)
        painter.drawText(end, align | Qt.AlignmentFlag.AlignRight, f"≥ {number}")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track)
        painter.drawRoundedRect(bar, 3, 3)
        if self._probability:
            lit = QRectF(bar)
            lit.setWidth(max(6.0, bar.width() * min(1.0, self._probability)))
            painter.setBrush(t.speech if self.speech else t.outline)
            painter.drawRoundedRect(lit, 3, 3)
        x = bar.left() + bar.width() * self.sliderPosition() / 100
        painter.fillRect(QRectF(x - 1, 3, 2, 12), t.accent if self.hasFocus() else t.text)
        tip = QPolygonF([QPointF(x - 5, 0.5), QPointF(x + 5, 0.5), QPointF(x, 6.5)])
        painter.setBrush(t.accent if self.hasFocus() else t.text)
        painter.drawPolygon(tip)
        painter.end()

    @property
    def _bar(self) -> QRectF:
        return QRectF(_WORDS, 6, max(1.0, self.width() - _WORDS - _END - 8), 6)

    def _at(self, x: float) -> int:
        return round(100 * (x - self._bar.left()) / self._bar.width())

    def _changed(self, value: int) -> None:
        sensitivity = round(0.5 + (ON - value / 100) / SENSITIVITY_RANGE, 3)
        if value != round(100 * threshold_of(self._link.settings.sensitivity)):
            self._link.change_setting(SETTING, min(1.0, max(0.0, sensitivity)))
        self.update()

    def _settings_changed(self, settings: Settings) -> None:
        self.setValue(round(100 * threshold_of(settings.sensitivity)))
