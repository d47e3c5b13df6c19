"""Figures as the window prints them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.ui.inspector import formats


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0:00.000"),
        (7.4124, "0:07.412"),
        (59.9996, "1:00.000"),
        (3723.5, "1:02:03.500"),
        (-0.0104, "−0:00.010"),
        (-0.0001, "0:00.000"),
    ],
)
def test_time_in_the_call(seconds: float, text: str) -> None:
    assert formats.call_time(seconds) == text


def test_time_of_day_has_milliseconds() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 67_890, tzinfo=UTC)
    assert formats.clock_time(moment).endswith(":04:05.067")


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00.0"), (4.16, "0:04.2"), (59.96, "1:00.0"), (120, "2:00.0")]
)
def test_length(seconds: float, text: str) -> None:
    assert formats.length(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.00042, "0.42 ms"),
        (0.0124, "12.4 ms"),
        (0.124, "124 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1.00 s"),
        (12.345, "12.35 s"),
        (120.0, "120 s"),
    ],
)
def test_duration(seconds: float, text: str) -> None:
    assert formats.duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (427, "427 bytes"),
        (207_404, "207 kB (207,404 bytes)"),
        (3_840_044, "3.8 MB (3,840,044 bytes)"),
    ],
)
def test_size(count: int, text: str) -> None:
    assert formats.size(count) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (999, "999 B"), (1234, "1.2 kB"), (48_300, "48 kB"), (3_140_000, "3.1 MB")],
)
def test_sizes_for_a_column(count: int, text: str) -> None:
    assert formats.short_size(count) == text
