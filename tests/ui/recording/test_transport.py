"""The row under the waveform."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.ui.recording.transport import ROOMY, Transport


@pytest.fixture
def row(qtbot: QtBot) -> Transport:
    row = Transport()
    qtbot.addWidget(row)
    return row


def test_nothing_to_play(row: Transport) -> None:
    assert not row.play.isEnabled() and not row.save.isEnabled()
    assert row.position.text() == "" and row.facts.text() == ""


def test_a_recording(row: Transport, qtbot: QtBot) -> None:
    row.show_audio(np.full(24_000, 16384, np.int16))
    assert row.position.text() == "0:00.0 / 0:01.5"
    assert row.facts.text() == "peak −6.0 dBFS" and "24,000 samples" in row.facts.toolTip()
    with qtbot.waitSignals([row.toggle_wanted, row.save_wanted]):
        row.play.click()
        row.save.click()


def test_a_narrow_row_leaves_the_peak_out(row: Transport) -> None:
    row.show_audio(np.full(24_000, 16384, np.int16))
    row.resize(ROOMY, 40)
    row.show()
    assert row.facts.isVisible()
    row.resize(ROOMY - 1, 40)
    assert not row.facts.isVisible() and row.position.isVisible()


def test_silence_has_no_peak(row: Transport) -> None:
    row.show_audio(np.zeros(100, np.int16))
    assert row.facts.text() == "peak silence"


def test_the_button_says_what_it_does(row: Transport) -> None:
    row.show_audio(np.zeros(24_000, np.int16))
    assert row.play.accessibleName() == "Play"
    row.show_playing(8000)
    assert row.play.accessibleName() == "Stop" and row.position.text() == "0:00.5 / 0:01.5"
    row.show_playing(None, 4000)
    assert row.play.accessibleName() == "Play" and row.position.text() == "0:00.2 / 0:01.5"
