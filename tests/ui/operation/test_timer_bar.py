"""One timer of a recording."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.operation.timer_bar import TimerBar
from app.ui.presenters.operation_story import TimerView


@pytest.fixture
def bar(qtbot: QtBot) -> TimerBar:
    bar = TimerBar("Pause")
    qtbot.addWidget(bar)
    bar.resize(200, 30)
    bar.show()
    return bar


def color_at(bar: TimerBar, share: float) -> QColor:
    return bar.grab().toImage().pixelColor(round(share * 199), 25)


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (TimerView("unknown"), "–"),
        (TimerView("resting", 2.0, 2.0), "2 s"),
        (TimerView("running", 2.0, 1.26), "1.3 of 2 s"),
        (TimerView("stopped", 10.0, 7.5), "7.5 of 10 s"),
        (TimerView("won", 2.0), "Ran out after 2 s"),
        (TimerView("won"), "Ran out"),
    ],
)
def test_its_value_in_words(bar: TimerBar, view: TimerView, text: str) -> None:
    bar.show_timer(view)
    assert bar.value == bar.accessibleDescription() == text


def test_it_runs_down(bar: TimerBar) -> None:
    t = theme.tokens()
    bar.show_timer(TimerView("running", 10.0, 6.0))
    assert color_at(bar, 0.5) == t.accent
    assert color_at(bar, 0.7) == t.track
    bar.show_timer(TimerView("running", 10.0, 2.0))
    assert color_at(bar, 0.1) == t.alert, "nearly over"
    assert color_at(bar, 0.5) == t.track


def test_at_rest_it_is_grey_and_the_one_that_ran_out_is_full(bar: TimerBar) -> None:
    t = theme.tokens()
    bar.show_timer(TimerView("resting", 10.0, 10.0))
    assert color_at(bar, 0.5) not in (t.accent, t.alert, t.track)
    bar.show_timer(TimerView("unknown"))
    assert color_at(bar, 0.5) == t.track
    bar.show_timer(TimerView("won", 10.0))
    assert color_at(bar, 0.5) == t.alert


def test_a_screen_reader_is_told_of_changes_not_of_every_tenth(bar: TimerBar) -> None:
    bar.show_timer(TimerView("running", 10.0, 6.0))
    bar.show_timer(TimerView("running", 10.0, 5.9))
    assert bar.value == "5.9 of 10 s"
    assert bar.accessibleDescription() == "6.0 of 10 s"
