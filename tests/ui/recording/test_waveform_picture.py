"""The parts of a waveform, as pictures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.recording.waveform_picture import paint_levels, paint_ruler, picture

AREA = QSize(100, 60)


def heights(image: QImage) -> list[int]:
    """Return how many pixels of each column are painted."""
    alphas = [
        [image.pixelColor(x, y).alpha() for y in range(image.height())]
        for x in range(image.width())
    ]
    return [sum(alpha > 0 for alpha in column) for column in alphas]


def test_loud_is_high_and_silence_a_line(qapp: QApplication) -> None:
    audio = np.zeros(16_000, np.int16)
    audio[8000:] = np.resize([20_000, -20_000], 8000)
    tall = heights(picture(audio, AREA, 1.0, QColor("red")))
    assert max(tall[:49]) <= 3 and min(tall[51:]) >= 50


def test_a_quiet_voice_is_stretched_and_noise_is_not(qapp: QApplication) -> None:
    quiet = np.resize([4000, -4000], 16_000).astype(np.int16)
    noise = np.resize([40, -40], 16_000).astype(np.int16)
    assert min(heights(picture(quiet, AREA, 1.0, QColor("red")))) >= 50
    assert max(heights(picture(noise, AREA, 1.0, QColor("red")))) <= 4


def test_a_dense_screen_gets_more_columns(qapp: QApplication) -> None:
    image = picture(np.ones(16_000, np.int16), AREA, 2.0, QColor("red"))
    assert (image.width(), image.height()) == (200, 120)
    assert image.devicePixelRatio() == 2.0


def painted(draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(400, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize(("seconds", "ticks"), [(0.5, 6), (6.48, 4), (120.0, 7)])
def test_the_scale_has_figures_with_room(qapp: QApplication, seconds: float, ticks: int) -> None:
    image = painted(lambda painter: paint_ruler(painter, QRectF(0, 0, 400, 18), seconds))
    outline = theme.tokens().outline
    found = sum(image.pixelColor(x, 2).rgb() == outline.rgb() for x in range(400))
    assert abs(found - ticks) <= 1


def test_the_newest_level_is_at_the_right(qapp: QApplication) -> None:
    levels = [(-60.0, False)] * 200 + [(0.0, True)] * 10
    image = painted(lambda painter: paint_levels(painter, QRectF(0, 0, 400, 60), levels))
    tall = heights(image)
    assert max(tall[:350]) <= 4 and max(tall[362:]) >= 50
    speech = theme.tokens().speech
    assert any(image.pixelColor(x, 30).rgb() == speech.rgb() for x in range(362, 400))
