"""The level meter."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.phone.level_meter import FALL, FLOOR, HOLD_S, LAMP_S, Ballistics, LevelMeter


def test_the_bar_rises_at_once_and_falls_slowly() -> None:
    b = Ballistics()
    b.feed(-10.0, 0.0)
    assert b.bar == -10.0
    b.feed(-50.0, 0.5)
    assert b.bar == pytest.approx(-10.0 - FALL / 2)
    b.feed(-5.0, 0.6)
    assert b.bar == -5.0


def test_the_peak_stands_then_falls_to_the_bar() -> None:
    b = Ballistics()
    b.feed(-10.0, 0.0)
    b.advance(HOLD_S)
    assert b.peak == -10.0
    b.advance(HOLD_S + 0.5)
    assert b.peak == pytest.approx(-10.0 - FALL / 2)
    b.advance(HOLD_S + 20.0)
    assert b.peak == b.bar == FLOOR


def test_the_lamp_tells_a_clipped_sample_for_a_while() -> None:
    b = Ballistics()
    b.feed(-0.5, 0.0)
    assert not b.clipped(0.0)
    b.feed(0.0, 1.0)
    assert b.clipped(1.0) and b.clipped(1.0 + LAMP_S - 0.01)
    assert not b.clipped(1.0 + LAMP_S)


def test_levels_off_the_scale_stay_on_it() -> None:
    b = Ballistics()
    b.feed(-120.0, 0.0)
    assert (b.bar, b.peak) == (FLOOR, FLOOR)
    assert b.at_rest(0.0)
    b.feed(3.0, 0.1)
    assert (b.bar, b.peak) == (0.0, 0.0)
    assert not b.at_rest(0.1)


@pytest.fixture
def meter(qtbot: QtBot) -> LevelMeter:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.show()
    return meter


def test_it_repaints_itself_only_while_something_moves(meter: LevelMeter, qtbot: QtBot) -> None:
    assert not meter.moving
    meter.show_level(None)
    meter.show_level(-120.0)
    assert not meter.moving
    meter.show_level(-59.5)
    assert meter.moving
    qtbot.waitUntil(lambda: not meter.moving)


def test_hidden_it_does_not_repaint(meter: LevelMeter) -> None:
    meter.show_level(-10.0)
    meter.hide()
    assert not meter.moving


def test_the_bar_is_painted_as_long_as_the_level(meter: LevelMeter) -> None:
    meter.resize(320, 28)
    empty = meter.grab().toImage()
    meter.show_level(-30.0)
    full = meter.grab().toImage()
    changed = [x for x in range(320) if empty.pixelColor(x, 8) != full.pixelColor(x, 8)]
    length = 320 - 34 - 8
    assert max(changed) == pytest.approx(length / 2, abs=4)
    assert min(changed) <= 3


def test_a_screen_reader_gets_the_value(meter: LevelMeter, qtbot: QtBot) -> None:
    meter.show_level(0.0)
    qtbot.waitUntil(lambda: "clipped" in meter.accessibleDescription())
    assert "dB" in meter.accessibleDescription()
