"""Seconds and samples."""

from __future__ import annotations

import pytest

from app.engine.timebase import FRAME, SAMPLE_RATE, to_samples, to_seconds


def test_a_frame_is_20_ms() -> None:
    assert FRAME / SAMPLE_RATE == 0.02


@pytest.mark.parametrize(
    ("seconds", "samples"), [(0, 0), (1, 16_000), (0.25, 4_000), (2.5, 40_000), (0.1, 1_600)]
)
def test_seconds_become_samples_and_come_back(seconds: float, samples: int) -> None:
    assert to_samples(seconds) == samples
    assert to_seconds(samples) == seconds


def test_seconds_are_shown_to_a_tenth_of_a_millisecond() -> None:
    assert to_seconds(1) == 0.0001
