"""Paints the caller's lane: waveform with speech shaded, and below it what the detector thinks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.engine.speech import CHUNK, ON, SENSITIVITY_RANGE
from app.runtime.outline import COLUMN
from app.runtime.ports import Audio
from app.ui.theme import Tokens
from app.ui.timeline import colors
from app.ui.timeline.lanes import Lanes
from app.ui.timeline.trace import Probabilities, Trace

LOUDNESS: Final = 0.6
"""Exponent of the height: a quiet voice is to be seen without stretching the loud one away."""


@dataclass(frozen=True, slots=True)
class Detail:
    """The audio itself, from sample ``start`` on, for zooms closer than the outline."""

    start: int
    audio: Audio


def threshold(sensitivity: float) -> float:
    """Return the probability from which on a chunk counts as voiced."""
    return ON + SENSITIVITY_RANGE * (0.5 - sensitivity)


@dataclass(slots=True)
class WavePainter:
    """``wave`` and ``gap`` are pixels of the screen: the waveform's height, and what is left free
    above the detector's, which takes the rest. ``per_column`` is samples a column."""

    trace: Trace
    lanes: Lanes
    tokens: Tokens
    per_column: float
    ratio: float
    wave: float
    gap: float
    height: float
    detail: Detail | None = None

    def paint(self, painter: QPainter, first: int, last: int, base: int) -> None:
        """Paint columns ``first`` to ``last``; see :data:`app.ui.timeline.strip.Paint`."""
        t, left, width = self.tokens, first - base, last - first
        painter.fillRect(QRectF(left, 0, width, self.height), t.card)
        painter.fillRect(QRectF(left, 0, width, self.wave), t.raised)
        lower = self.wave + self.gap
        painter.fillRect(QRectF(left, lower, width, self.height - lower), t.raised)
        self._shade(painter, first, last, base)
        self._paint_wave(painter, first, last, base)
        for known in self.trace.probabilities.values():
            self._paint_detector(painter, known, first, last, base)

    def _column(self, sample: float) -> float:
        return sample / self.per_column

    def _shade(self, painter: QPainter, first: int, last: int, base: int) -> None:
        t = self.tokens
        shade = colors.speech_shade(t)
        for run in self.lanes.runs:
            for start, stop in run.turns:
                end = stop if stop is not None else (run.end or self.trace.now)
                left = max(self._column(start), first)
                right = min(self._column(end), last)
                if right > left:
                    x = left - base
                    painter.fillRect(QRectF(x, 0, right - left, self.wave), shade)
                    painter.fillRect(QRectF(x, 0, right - left, 2 * self.ratio), t.speech)

    def _paint_wave(self, painter: QPainter, first: int, last: int, base: int) -> None:
        low, high = self._extremes(first, last)
        if not len(low):
            return
        middle, half = self.wave / 2, self.wave / 2 - 2 * self.ratio
        tops = middle - _height(high) * half - 0.5
        bottoms = middle - _height(low) * half + 0.5
        painter.setPen(QPen(self.tokens.wave, 1))
        x = first - base + 0.5
        painter.drawLines(
            [
                QLineF(x + number, top, x + number, bottom)
                for number, (top, bottom) in enumerate(
                    zip(tops.tolist(), bottoms.tolist(), strict=True)
                )
            ]
        )

    def _extremes(self, first: int, last: int) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """Return lowest and highest sample of each column, as far as there is audio."""
        detail = self.detail
        edges = np.arange(first, last + 1) * self.per_column
        if self.per_column < COLUMN and detail is not None:
            places = np.clip(edges.astype(np.int64) - detail.start, 0, len(detail.audio))
            return _reduce(detail.audio, detail.audio, places)
        pairs = self.trace.extremes
        places = np.clip((edges / COLUMN).astype(np.int64), 0, len(pairs))
        return _reduce(pairs[:, 0], pairs[:, 1], places)

    def _paint_detector(
        self, painter: QPainter, known: Probabilities, first: int, last: int, base: int
    ) -> None:
        start, end = self._column(known.start), self._column(known.end)
        if end <= first or start >= last:
            return
        t, bottom = self.tokens, self.height - 1
        room = self.height - self.wave - self.gap - 2 * self.ratio
        step = CHUNK / self.per_column
        one = max(0, int((first - start) / step) - 1)
        other = min(len(known.values), int((last - start) / step) + 2)
        points = [QPointF(start + one * step - base, bottom)]
        values = known.values[one:other]
        if step < 0.5:  # several to a column: the likeliest is seen
            count = max(1, int(1 / step))
            values = [max(values[i : i + count]) for i in range(0, len(values), count)]
            start, step, one = start + one * step, step * count, 0
        for number, value in enumerate(values, one):
            y = bottom - value * room
            points.append(QPointF(start + number * step - base, y))
            points.append(QPointF(start + (number + 1) * step - base, y))
        points.append(QPointF(points[-1].x(), bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.probability(t))
        painter.drawPolygon(QPolygonF(points))
        painter.setPen(QPen(t.speech, self.ratio))
        painter.drawPolyline(QPolygonF(points[1:-1]))
        start = self._column(known.start)
        left, right = max(start, first) - base, min(end, last) - base
        self._paint_threshold(painter, known.sensitivity, left, right, base)

    def _paint_threshold(
        self, painter: QPainter, sensitivity: float, left: float, right: float, base: int
    ) -> None:
        room = self.height - self.wave - self.gap - 2 * self.ratio
        y = self.height - 1 - threshold(sensitivity) * room
        dash = 4 * self.ratio
        pen = QPen(QColor(self.tokens.text), self.ratio, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        # The dashes lie on the axis, not on the strip, so that its pieces join.
        pen.setDashOffset(((left + base) % (2 * dash)) / self.ratio)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left, y, right, y))


def _height(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    share = samples.astype(np.float32) / np.float32(32768)
    height: NDArray[np.float32] = np.sign(share) * np.abs(share) ** np.float32(LOUDNESS)
    return height


def _reduce(
    low: NDArray[np.int16], high: NDArray[np.int16], places: NDArray[np.int64]
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return the extremes between neighbouring ``places``, without the columns past the end."""
    starts = places[:-1]
    count = int(np.searchsorted(starts, len(low)))
    if not count:
        return low[:0], high[:0]
    starts = starts[:count]
    stop = max(int(places[count]), int(starts[-1]) + 1)
    return np.minimum.reduceat(low[:stop], starts), np.maximum.reduceat(high[:stop], starts)
