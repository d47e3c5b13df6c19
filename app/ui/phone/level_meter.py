"""The level of the caller's audio: −60 to 0 dBFS, with peak hold and a clip lamp."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QHideEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts, theme
from app.ui.accessible import set_role

FLOOR: Final = -60.0
"""dBFS at the left end: the noise of a quiet room through a usual microphone."""
CLIP: Final = -0.1
"""dBFS from which a sample counts as clipped: 32 392 of 32 767, allowing for resampling."""
HOLD_S: Final = 1.5
"""Seconds that a peak stands still (IEC 60268-18 meters: 1 s or more)."""
FALL: Final = 20.0
"""dB per second that bar and peak fall (IEC 60268-18, type I: 20 dB in 1.7 s, rounded)."""
LAMP_S: Final = 3.0
"""Seconds that the clip lamp stays lit."""
TICKS: Final = (-60, -40, -20, -12, -6, 0)
FALL_MS: Final = 40
"""A frame while it falls by itself; longer than one of the levels that are told, so that these,
while they come, are the only beat."""
_SCALE_TOP: Final = 17


class Ballistics:
    """How bar, peak and lamp move; ``now`` is seconds on any steady clock."""

    def __init__(self) -> None:
        self.bar = self.peak = FLOOR
        self._peak_at = self._clip_at = self._at = -LAMP_S

    def feed(self, level: float, now: float) -> None:
        """Take a level in dBFS."""
        self.advance(now)
        self.bar = max(self.bar, min(level, 0.0))
        if level >= self.peak:
            self.peak, self._peak_at = min(max(level, FLOOR), 0.0), now
        if level >= CLIP:
            self._clip_at = now

    def advance(self, now: float) -> None:
        """Let things fall until ``now``."""
        fall = FALL * max(0.0, now - self._at)
        self.bar = max(FLOOR, self.bar - fall)
        if now - self._peak_at > HOLD_S:
            self.peak = max(self.bar, self.peak - fall, FLOOR)
        self._at = now

    def clipped(self, now: float) -> bool:
        """Whether the lamp is lit."""
        return now - self._clip_at < LAMP_S

    def at_rest(self, now: float) -> bool:
        """Whether nothing moves any more."""
        return self.bar <= FLOOR and self.peak <= FLOOR and not self.clipped(now)


class LevelMeter(QWidget):
    """Shows what :meth:`show_level` is told; repaints itself only while something moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ballistics = Ballistics()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self, interval=FALL_MS)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It stands on a card and fills itself: the card need not be painted in each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Caller's level"))
        set_role(self, QAccessible.Role.ProgressBar)
        self._describe()

    def show_level(self, level: float | None) -> None:
        """Show ``level`` in dBFS; ``None`` where there is no sound to show."""
        if level is not None:
            self._ballistics.feed(level, self._now())
        if self._timer.isActive() or not self._ballistics.at_rest(self._now()):
            self._timer.start()
            self._tick()

    @property
    def moving(self) -> bool:
        """Whether it repaints itself."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        return QSize(240, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 28)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        lamp = 34.0
        bar = QRectF(0, 4, self.width() - lamp - t.space, 8)
        painter.setBrush(t.track)
        painter.drawRoundedRect(bar, 4, 4)
        lit = QRectF(bar)
        lit.setWidth(bar.width() * _share(self._ballistics.bar))
        if lit.width() > 0:
            colours = QLinearGradient(bar.topLeft(), bar.topRight())
            for level, color in ((FLOOR, t.ok), (-14.0, t.ok), (-9.0, t.warn), (-2.0, t.error)):
                colours.setColorAt(_share(level), color)
            painter.setBrush(colours)
            painter.setClipRect(lit)
            painter.drawRoundedRect(bar, 4, 4)
            painter.setClipping(False)
        if self._ballistics.peak > FLOOR:
            x = bar.left() + (bar.width() - 2) * _share(self._ballistics.peak)
            painter.fillRect(QRectF(x, 2, 2, 12), t.text)
        if event.rect().bottom() > _SCALE_TOP:
            self._paint_scale(painter, bar)
        self._paint_lamp(painter, QRectF(self.width() - lamp, 0, lamp, 16))
        painter.end()

    def _paint_scale(self, painter: QPainter, bar: QRectF) -> None:
        painter.setFont(fonts.ui(9, tabular=True))
        painter.setPen(theme.tokens().muted)
        for tick in TICKS:
            x = bar.left() + bar.width() * _share(tick)
            box = QRectF(x - 14, 15, 28, 12)
            align = Qt.AlignmentFlag.AlignHCenter
            if tick == TICKS[0]:
                box, align = QRectF(bar.left(), 15, 28, 12), Qt.AlignmentFlag.AlignLeft
            elif tick == TICKS[-1]:
                box, align = QRectF(bar.right() - 28, 15, 28, 12), Qt.AlignmentFlag.AlignRight
            painter.drawText(
                box, align | Qt.AlignmentFlag.AlignVCenter, f"{tick}".replace("-", "−")
            )

    def _paint_lamp(self, painter: QPainter, box: QRectF) -> None:
        t = theme.tokens()
        lit = self._ballistics.clipped(self._now())
        painter.setPen(t.hang_up if lit else t.outline)
        painter.setBrush(t.hang_up if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(fonts.ui(9, bold=lit))
        painter.setPen(t.on_action if lit else t.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("CLIP"))

    def _tick(self) -> None:
        self._ballistics.advance(self._now())
        if self._ballistics.at_rest(self._now()):
            self._timer.stop()
        self._describe()
        self.update(0, 0, self.width(), _SCALE_TOP)  # the scale stands still

    def _describe(self) -> None:
        # Read by screen readers on demand; in steps of 6 dB, so that it is no stream of news.
        level = 6 * round(self._ballistics.bar / 6)
        text = self.tr("{level} dB").format(level=level)
        if self._ballistics.clipped(self._now()):
            text += self.tr(", clipped")
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _now(self) -> float:
        return self._clock.elapsed() / 1000


def _share(level: float) -> float:
    return min(1.0, max(0.0, (level - FLOOR) / -FLOOR))
