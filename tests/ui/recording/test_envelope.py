"""What a waveform draws."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.ui.recording.envelope import envelope, peak_db


def test_no_click_is_lost_at_any_width() -> None:
    audio = np.zeros(16_001, np.int16)
    audio[12_345] = -32768
    for columns in (1, 7, 500, 16_001):
        found = envelope(audio, columns)
        assert len(found.low) == columns and found.low.min() == -1.0
        assert int(found.low.argmin()) == 12_345 * columns // 16_001


def test_each_column_has_its_extremes_and_loudness() -> None:
    audio = np.array([8192, -8192, 16384, 16384], np.int16)
    found = envelope(audio, 2)
    assert found.low.tolist() == [-0.25, 0.5] and found.high.tolist() == [0.25, 0.5]
    assert found.rms.tolist() == [0.25, 0.5]


def test_more_columns_than_samples() -> None:
    found = envelope(np.array([100, -100], np.int16), 9)
    assert len(found.high) == 9 and found.high.max() == pytest.approx(100 / 32768)


def test_nothing() -> None:
    found = envelope(np.zeros(0, np.int16), 5)
    assert found.high.tolist() == found.low.tolist() == found.rms.tolist() == [0] * 5


@pytest.mark.parametrize(("peak", "db"), [(-32768, 0.0), (16384, -6.02), (1, -90.31)])
def test_peak(peak: int, db: float) -> None:
    assert peak_db(np.array([0, peak], np.int16)) == pytest.approx(db, abs=0.01)


def test_the_peak_of_silence() -> None:
    assert peak_db(np.zeros(9, np.int16)) == -math.inf
    assert peak_db(np.zeros(0, np.int16)) == -math.inf
