"""The axis: what is where, and what stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.timeline.axis import CLOSEST, FIRST, LEAD, TURNED, Axis, tick_text, ticks

SECOND = 16_000


def axis(end: float = 60, width: float = 600) -> Axis:
    made = Axis(width)
    made.set_end(round(end * SECOND))
    return made


def test_it_follows_the_end_page_by_page() -> None:
    made = axis(5)
    assert made.start == 0, "a young call grows from the left"
    made.set_end(round(LEAD * FIRST * SECOND) + 1)
    assert made.x(made.end) == pytest.approx(TURNED * 600)
    start = made.start
    made.set_end(made.end + 5 * SECOND)
    assert made.start == start, "nothing moves while there is room"
    assert made.span == pytest.approx(FIRST * SECOND)
    made.pan(-100)
    before = made.start
    made.set_end(70 * SECOND)
    assert not made.following and made.start == before
    made.follow()
    assert TURNED * 600 - 1 <= made.x(70 * SECOND) <= LEAD * 600


@given(st.floats(0.2, 5), st.floats(0, 600))
def test_zoom_keeps_what_is_under_the_pointer(factor: float, x: float) -> None:
    made = axis(600)
    made.go_to(300 * SECOND)
    under = made.start + x * made.scale
    made.zoom(factor, x)
    assert made.x(under) == pytest.approx(x, abs=1e-6)


def test_while_it_follows_zoom_keeps_the_end() -> None:
    made = axis()
    before = made.x(made.end)
    made.zoom(0.5, 3)
    assert made.following and made.x(made.end) == pytest.approx(before)


def test_it_stays_within_the_call() -> None:
    made = axis()
    made.pan(1e9)
    assert 0 < made.x(made.end) < 600
    made.pan(-1e9)
    assert 0 <= made.x(0) <= 0.05 * 600
    for _ in range(200):
        made.zoom(0.5, 300)
    assert made.scale == CLOSEST
    for _ in range(200):
        made.zoom(2, 300)
    assert made.x(made.end) - made.x(0) > 400


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_what_is_fitted_is_in_sight(start: int, length: int) -> None:
    made = axis(130)
    end = min(start + length, made.end)
    made.fit(start, end)
    if start < end:
        assert made.x(start) >= -1 and made.x(end) <= 601


def test_resizing_keeps_the_stretch() -> None:
    made = axis()
    span = made.span
    made.resize(900)
    assert made.span == pytest.approx(span)


def test_reveal() -> None:
    made = axis()
    for sample in (0, 30 * SECOND, made.end):
        made.reveal(sample)
        assert -1 <= made.x(sample) <= 601
    assert made.sample(-10_000) == 0


def test_the_ruler() -> None:
    step, places = ticks(0, 20 * SECOND / 600, 600, 58)
    assert step == 2 and places == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]
    step, places = ticks(100 * SECOND, 4, 600, 58)
    assert step == 0.02 and 99.9 < places[0] < 100.03
    assert (tick_text(4, 1), tick_text(4.25, 0.05), tick_text(65, 1)) == ("4", "4.25", "1:05")
    assert tick_text(65.5, 0.5) == "1:05.5" and tick_text(3600, 60) == "60:00"
