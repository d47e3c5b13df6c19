"""The parts of a waveform: the picture of a recording, the time scale, the bars of a level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from app.runtime.ports import Audio
from app.ui import fonts
from app.ui.recording.envelope import envelope
from app.ui.theme import tokens

QUIETEST: Final = 0.1
"""Peak (of full scale) from which on the picture is stretched to its height: a quiet voice is no
use as a flat line, and more than 20 dB of help would make speech of mere noise."""

TICKS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60)
"""Seconds between two figures of the scale: the first that gives them room."""
TICK_ROOM: Final = 64

BAR: Final = 4
"""Pixels from one level bar to the next."""
FLOOR: Final = -54.0
"""dBFS of a bar with no height; quiet rooms lie below."""


def picture(audio: Audio, area: QSize, ratio: float, color: QColor) -> QImage:
    """Return ``audio`` (int16) drawn in ``color``; ``area`` in pixels at scale 1, ``ratio`` the
    screen's. Extremes are drawn light, the loudness (RMS) full."""
    width = max(1, round(area.width() * ratio))
    height = max(4, round(area.height() * ratio))
    found = envelope(audio, width)
    middle, half = height / 2, height / 2 - 3 * ratio
    loudest = max(float(np.abs(found.low).max()), float(np.abs(found.high).max()))
    scale = half / max(loudest, QUIETEST)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    light = QColor(color)
    light.setAlphaF(0.55)
    for shade, low, high in ((light, found.low, found.high), (color, -found.rms, found.rms)):
        painter.setPen(QPen(shade, 1))
        top = middle - np.maximum(high * scale, 0.5 * ratio)
        bottom = middle - np.minimum(low * scale, -0.5 * ratio)
        columns = zip(top.tolist(), bottom.tolist(), strict=True)
        painter.drawLines([QLineF(x + 0.5, a, x + 0.5, b) for x, (a, b) in enumerate(columns)])
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def paint_ruler(painter: QPainter, area: QRectF, seconds: float) -> None:
    """Draw a scale of ``seconds`` over the width of ``area``."""
    t = tokens()
    font = fonts.ui(10, tabular=True)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), t.border)
    per_second = area.width() / max(seconds, 1e-3)
    step = next((s for s in TICKS if s * per_second >= TICK_ROOM), TICKS[-1])
    for number in range(int(seconds / step) + 1):
        x = area.left() + number * step * per_second
        painter.fillRect(QRectF(x, area.top(), 1, 4), t.outline)
        text = f"{number * step:g} s"
        width = metrics.horizontalAdvance(text)
        if x + 4 + width > area.right():
            break
        painter.setPen(t.muted)
        place = QRectF(x + 4, area.top() + 2, width + 2, area.height() - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, text)


def paint_levels(painter: QPainter, area: QRectF, levels: Sequence[tuple[float, bool]]) -> None:
    """Draw the newest of ``levels`` (peak in dBFS, whether it was taken for speech), the last at
    the right."""
    t = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    fits = max(1, int(area.width()) // BAR)
    shown = levels[-fits:]
    left = area.right() - len(shown) * BAR
    room = area.height() / 2 - 4
    for number, (level, speaking) in enumerate(shown):
        half = max(1.0, room * min(1.0, max(0.0, 1 - level / FLOOR)))
        painter.setBrush(t.speech if speaking else t.outline)
        bar = QRectF(left + number * BAR, area.center().y() - half, BAR - 1.5, 2 * half)
        painter.drawRoundedRect(bar, 1, 1)
