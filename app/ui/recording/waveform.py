"""The waveform of a recording, or the level of one that is being made; drawn by ourselves.

The picture is made once for each size and theme and kept; while something plays, only the strip
between the old and the new cursor is painted again.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.engine.timebase import SAMPLE_RATE, to_samples
from app.runtime.ports import Audio
from app.ui import fonts
from app.ui.inspector import formats
from app.ui.recording.waveform_picture import paint_levels, paint_ruler, picture
from app.ui.theme import blend, tokens

RULER: Final = 18
"""Height of the time scale."""
MARGIN: Final = 8
STEP: Final = 0.5
"""Seconds that an arrow key moves."""


class Waveform(QWidget):
    """GUI thread."""

    seek_wanted = Signal(int)
    """The user points at this sample."""
    toggle_wanted = Signal()
    """The user wants to play or stop (Space)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audio: Audio | None = None
        self._levels: deque[tuple[float, bool]] | None = None
        self._cursor: int | None = None
        self._hover: int | None = None
        self._images: tuple[QImage, QImage] | None = None
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Waveform"))

    def sizeHint(self) -> QSize:
        return QSize(320, 128)

    def show_audio(self, audio: Audio | None) -> None:
        """Show a finished recording (int16 mono 16 kHz), the cursor at rest."""
        self._audio, self._levels, self._images = audio, None, None
        self._cursor = None
        self._describe()
        self.update()

    def show_level(self, level: float, *, speaking: bool) -> None:
        """Add a bar for what is being recorded: ``level`` is a peak in dBFS."""
        if self._levels is None:
            self.show_audio(None)
            self._levels = deque(maxlen=2000)
        self._levels.append((level, speaking))
        self.update()

    def set_cursor(self, sample: int | None) -> None:
        """Put the cursor on ``sample``; ``None`` takes it away."""
        if sample == self._cursor:
            return
        old, self._cursor = self._cursor, sample
        if old is None or sample is None:
            self.update()
        else:
            x = sorted((self._x(old), self._x(sample)))
            self.update(QRect(int(x[0]) - 2, 0, int(x[1] - x[0]) + 5, self.height()))
        self._describe()

    @property
    def cursor_sample(self) -> int | None:
        """Where the cursor is."""
        return self._cursor

    # -- Qt's calls --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._levels is not None:
            area = QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, -RULER)
            paint_levels(painter, area, list(self._levels))
        elif self._audio is not None and len(self._audio):
            self._paint_audio(painter, self._audio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._images = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._images = None
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._audio is not None:
            self.seek_wanted.emit(self._sample(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._audio is None:
            return
        self._hover = self._sample(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.seek_wanted.emit(self._hover)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        if self._audio is None:
            super().keyPressEvent(event)
            return
        here, end = self._cursor or 0, len(self._audio)
        target = {
            int(key.Key_Left): here - to_samples(STEP),
            int(key.Key_Right): here + to_samples(STEP),
            int(key.Key_Home): 0,
            int(key.Key_End): end,
        }.get(event.key())
        if target is not None:
            self.seek_wanted.emit(min(max(target, 0), max(0, end - 1)))
        elif event.key() == key.Key_Space:
            self.toggle_wanted.emit()
        else:
            super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------

    def _x(self, sample: int) -> float:
        length = len(self._audio) if self._audio is not None else 0
        return MARGIN + (self.width() - 2 * MARGIN) * sample / max(1, length)

    def _sample(self, x: float) -> int:
        length = len(self._audio) if self._audio is not None else 0
        share = (x - MARGIN) / max(1, self.width() - 2 * MARGIN)
        return min(max(0, round(share * length)), max(0, length - 1))

    def _describe(self) -> None:
        """A screen reader gets the position as text."""
        if self._audio is None:
            self.setAccessibleDescription(self.tr("No recording"))
            return
        self.setAccessibleDescription(
            self.tr("{position} of {length}").format(
                position=formats.length((self._cursor or 0) / SAMPLE_RATE),
                length=formats.length(len(self._audio) / SAMPLE_RATE),
            )
        )

    def _paint_audio(self, painter: QPainter, audio: Audio) -> None:
        if self._images is None:
            t = tokens()
            rest = blend(t.wave, t.card, 0.45)
            ratio = self.devicePixelRatioF()
            area = QSize(self.width() - 2 * MARGIN, self.height() - RULER)
            self._images = (picture(audio, area, ratio, t.wave), picture(audio, area, ratio, rest))
        played, waiting = self._images
        ratio = self.devicePixelRatioF()
        if self._cursor is None:
            painter.drawImage(MARGIN, 0, played)
        else:
            x = self._x(self._cursor)
            split = round((x - MARGIN) * ratio)
            height = played.height()
            for image, start, end in ((played, 0, split), (waiting, split, waiting.width())):
                painter.drawImage(
                    QRectF(MARGIN + start / ratio, 0, (end - start) / ratio, height / ratio),
                    image,
                    QRectF(start, 0, end - start, height),
                )
            painter.setPen(QPen(tokens().text, 1.5))
            painter.drawLine(QLineF(x, 2, x, self.height() - RULER))
        base = self.height() - RULER
        scale = QRectF(MARGIN, base, self.width() - 2 * MARGIN, RULER)
        paint_ruler(painter, scale, len(audio) / SAMPLE_RATE)
        if self._hover is not None:
            self._paint_hover(painter, self._hover)
        if self.hasFocus():
            painter.setPen(QPen(tokens().accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_hover(self, painter: QPainter, sample: int) -> None:
        t = tokens()
        x = self._x(sample)
        painter.setPen(QPen(t.outline, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, 2, x, self.height() - RULER))
        font = fonts.ui(10, tabular=True)
        painter.setFont(font)
        text = f"{sample / SAMPLE_RATE:.2f} s"
        width = QFontMetrics(font).horizontalAdvance(text) + 10
        left = min(max(x - width / 2, 0), self.width() - width)
        label = QRectF(left, 2, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.raised)
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(t.text)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
