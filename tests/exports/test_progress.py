"""Progress: told now and then, and able to end things."""

from __future__ import annotations

import pytest

from app.exports.progress import Cancelled, go_on, reported


def test_shares_go_from_low_to_high() -> None:
    seen: list[float] = []
    items = range(250)
    given = list(reported(items, 250, lambda s: seen.append(s) or True, low=0.5))  # type: ignore[func-returns-value]
    assert given == list(items)
    assert seen == [0.5, 0.7, 0.9, 1.0]


def test_it_ends_when_told() -> None:
    given: list[int] = []
    with pytest.raises(Cancelled):
        given.extend(reported(range(1000), 1000, lambda share: share < 0.15))
    assert len(given) == 200


def test_nothing_is_at_once_done() -> None:
    assert list(reported([], 0, go_on)) == []
