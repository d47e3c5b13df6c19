"""The waveform as a widget."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.recording.waveform import MARGIN, Waveform

AUDIO = np.resize([9000, -9000], 32_000).astype(np.int16)


@pytest.fixture
def wave(qtbot: QtBot) -> Waveform:
    wave = Waveform()
    qtbot.addWidget(wave)
    wave.resize(400 + 2 * MARGIN, 120)
    wave.show()
    wave.show_audio(AUDIO)
    return wave


def test_a_click_seeks(wave: Waveform, qtbot: QtBot) -> None:
    sought: list[int] = []
    wave.seek_wanted.connect(sought.append)
    for x in (MARGIN + 100, 0, MARGIN + 400):
        qtbot.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    assert sought == [8000, 0, 31_999]


def test_keys_seek_and_play(wave: Waveform, qtbot: QtBot) -> None:
    sought: list[int] = []
    wave.seek_wanted.connect(sought.append)
    wave.set_cursor(16_000)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(wave, key)
    assert sought == [8000, 24_000, 0, 31_999]
    with qtbot.waitSignal(wave.toggle_wanted):
        qtbot.keyClick(wave, Qt.Key.Key_Space)


def test_without_a_recording_there_is_nothing_to_seek(wave: Waveform, qtbot: QtBot) -> None:
    wave.show_audio(None)
    with qtbot.assertNotEmitted(wave.seek_wanted):
        qtbot.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
        qtbot.keyClick(wave, Qt.Key.Key_Right)


def test_the_position_is_spoken(wave: Waveform) -> None:
    assert wave.accessibleDescription() == "0:00.0 of 0:02.0"
    wave.set_cursor(16_000)
    assert wave.accessibleDescription() == "0:01.0 of 0:02.0"
    wave.show_audio(None)
    assert wave.accessibleDescription() == "No recording"


def test_what_was_played_is_stronger_than_the_rest(wave: Waveform) -> None:
    wave.set_cursor(16_000)
    image = wave.grab().toImage()
    played, rest = (image.pixelColor(MARGIN + x, 40).rgb() for x in (100, 300))
    assert played == theme.tokens().wave.rgb() and rest != played


def test_the_picture_is_kept_until_size_or_audio_change(wave: Waveform) -> None:
    wave.grab()
    before = wave._images
    wave.set_cursor(100)
    wave.grab()
    assert wave._images is before is not None
    wave.resize(300, 120)
    assert wave._images is None
    wave.grab()
    wave.show_audio(AUDIO[:100])
    assert wave._images is None


def test_levels_take_the_place_of_a_recording(wave: Waveform) -> None:
    before = wave.grab().toImage()
    wave.show_level(-10.0, speaking=True)
    assert wave.grab().toImage() != before and wave.cursor_sample is None
    wave.show_audio(AUDIO)
    assert wave.grab().toImage() == before
