"""The outline: the extremes of every 10 ms, however the audio was cut."""

from __future__ import annotations

import numpy as np
import pytest

from app.runtime.outline import COLUMN, Outline

SOUND = np.random.default_rng(3).integers(-32768, 32767, 700 * COLUMN + 50).astype(np.int16)


@pytest.mark.parametrize("frame", [1, 160, 320, 777, len(SOUND)])
def test_extremes(frame: int) -> None:
    sound = SOUND[: 3 * COLUMN] if frame == 1 else SOUND
    outline = Outline()
    for start in range(0, len(sound), frame):
        outline.append(sound[start : start + frame])
    count = len(sound) // COLUMN
    grid = sound[: count * COLUMN].reshape(count, COLUMN)
    expected = np.stack([grid.min(axis=1), grid.max(axis=1)], axis=1)
    assert outline.columns == count
    assert np.array_equal(outline.since(0), expected)
    assert np.array_equal(outline.since(count - 2), expected[-2:])


def test_what_was_told_does_not_change_later() -> None:
    outline = Outline()
    outline.append(SOUND[:COLUMN])
    told = outline.since(0)
    before = told.copy()
    outline.append(SOUND[COLUMN:])
    assert np.array_equal(told, before)
