"""Where the lanes lie."""

from __future__ import annotations

import itertools

import pytest

from app.ui.timeline.layout import GAP, GUTTER, NORMAL, ROOMY, Layout


@pytest.mark.parametrize("what_if", [False, True])
@pytest.mark.parametrize("height", [Layout.least_height(what_if=True), NORMAL, ROOMY, 600])
def test_lanes_fill_the_height_and_do_not_overlap(height: int, what_if: bool) -> None:
    layout = Layout(800, height, what_if=what_if)
    rows = list(layout.rows.values())
    assert all(a.bottom + GAP == b.top for a, b in itertools.pairwise(rows))
    assert rows[-1].bottom <= max(height, Layout.least_height(what_if=what_if)) + 12 * GAP
    assert ("what_if" in layout.rows) is what_if
    assert all(row.height >= 9 for row in rows)


def test_the_waveform_gets_what_is_left() -> None:
    low, high = Layout(800, ROOMY), Layout(800, ROOMY + 100)
    assert high.rows["wave"].height == low.rows["wave"].height + 100


def test_which_lane_is_there() -> None:
    layout = Layout(800, 300)
    for lane, row in layout.rows.items():
        assert layout.lane_at(row.middle) == lane
    assert layout.lane_at(-1) is None and layout.lane_at(999) is None
    assert layout.left == GUTTER and layout.right < 800
