"""The caller's lane as a picture."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.engine.events import SpeechStarted
from app.ui.theme import LIGHT
from app.ui.timeline import colors
from app.ui.timeline.lanes import build
from app.ui.timeline.wave_painter import Detail, WavePainter, threshold
from tests.helpers.told_call import SECOND, TALK, Told

WIDTH, WAVE, GAP, HEIGHT = 400, 60, 2, 90


def painter_of(call: Told, per_column: float, detail: Detail | None = None) -> WavePainter:
    trace = call.trace()
    lanes = build(trace.events, trace.operations)
    return WavePainter(trace, lanes, LIGHT, per_column, 1.0, WAVE, GAP, HEIGHT, detail)


def paint(waves: WavePainter, *cuts: int) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    edges = [0, *cuts, WIDTH]
    for first, last in itertools.pairwise(edges):
        painter.setClipRect(first, 0, last - first, HEIGHT)
        waves.paint(painter, first, last, 0)
    painter.end()
    return image


def recorded() -> Told:
    call = Told()
    call.records(maxSilenceTimeoutInSeconds=1)
    call.hears(TALK[: 3 * SECOND])
    return call


def test_speech_is_shaded_and_the_detector_rises(qapp: QApplication) -> None:
    call = recorded()
    per_column = 5 * SECOND / WIDTH
    image = paint(painter_of(call, per_column))
    began = round(call.of(SpeechStarted).sample / per_column)
    shade, bar = colors.speech_shade(LIGHT), colors.probability(LIGHT)
    inside, before, raised = began + 20, began - 20, LIGHT.raised.name()
    assert image.pixelColor(inside, 5).name() == shade.name()
    assert image.pixelColor(inside, 0).name() == LIGHT.speech.name()
    assert image.pixelColor(before, 5).name() == raised
    assert image.pixelColor(inside, 85).name() == bar.name()
    assert image.pixelColor(before, 75).name() == raised
    assert image.pixelColor(390, 30).name() == raised, "nothing was heard there yet"


def test_pieces_make_the_same_picture(qapp: QApplication) -> None:
    waves = painter_of(recorded(), 4 * SECOND / WIDTH)
    assert paint(waves) == paint(waves, 13, 150, 151, 299)


def test_close_up_the_audio_itself_is_drawn(qapp: QApplication) -> None:
    call = Told()
    sound = np.zeros(SECOND, np.int16)
    sound[100:110] = 30_000
    call.hears(sound)
    detail = Detail(SECOND - 100, np.concatenate([np.zeros(100, np.int16), sound[:2_000]]))
    coarse, fine = painter_of(call, 4.0), painter_of(call, 4.0, detail)
    first = SECOND // 4
    low, high = fine._extremes(first, first + 100)
    assert [i for i, h in enumerate(high) if h == 30_000] == [25, 26, 27]
    assert len(low) == 100
    _, high = coarse._extremes(first, first + 100)
    assert sum(high == 30_000) == 40, "ten milliseconds is all that the outline knows"


def test_the_threshold_moves_with_the_sensitivity() -> None:
    assert [threshold(s) for s in (0, 0.5, 1)] == pytest.approx([0.8, 0.5, 0.2])
