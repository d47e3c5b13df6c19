"""Detectors are lent and used again."""

from __future__ import annotations

import pytest

from app.runtime.detectors import DetectorPool


def test_a_detector_that_came_back_is_lent_again() -> None:
    pool = DetectorPool()
    first, second = pool.take("energy"), pool.take("energy")
    assert first is not second
    pool.give_back("energy", first)
    assert pool.take("energy") is first


def test_another_kind_is_not_taken_for_it() -> None:
    pool = DetectorPool()
    pool.give_back("auto", pool.take("energy"))
    assert pool.take("energy") is not pool.take("auto")


def test_an_unknown_detector_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no-such-detector"):
        DetectorPool().take("no-such-detector")
