"""What lies over the lanes."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from app.engine.outcome import Cause
from app.engine.recording import Ending, Turn
from app.ui.theme import LIGHT
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.layout import HEIGHTS
from app.ui.timeline.overlay_painter import lane_name
from tests.helpers.pictures import colors_in, has, picture_of
from tests.helpers.shown_call import shown_call


def column(canvas: TimelineCanvas, sample: int) -> QRect:
    """The keys' lane round a sample, three pixels wide."""
    row = canvas.layout_now().rows["keys"]
    return QRect(int(canvas.pixel(sample)) - 1, int(row.top) + 2, 3, int(row.height) - 4)


def test_every_lane_has_a_name() -> None:
    names = [lane_name(lane) for lane in HEIGHTS if lane != "ruler"]
    assert all(names) and len(set(names)) == len(names)


def test_cursor_selection_and_play_cursor(qapp: QApplication) -> None:
    canvas = shown_call(qapp)
    wave = canvas.layout_now().rows["wave"]
    at = QRect(int(canvas.pixel(24_000)) - 2, int(wave.top), 5, int(wave.height))
    lane = column(canvas, 24_000)
    assert colors_in(picture_of(canvas), lane) == {LIGHT.raised.name()}
    canvas.set_cursor(24_000)
    assert colors_in(picture_of(canvas), lane) != {LIGHT.raised.name()}
    canvas.set_cursor(None)
    canvas.select((24_000, 30_000))
    assert has(picture_of(canvas), LIGHT.accent, at)
    canvas.select(None)
    canvas.show_playing(24_000)
    assert has(picture_of(canvas), LIGHT.error, at)


def test_what_if_has_a_lane_and_an_end_of_its_own(qapp: QApplication) -> None:
    canvas = shown_call(qapp)
    (run,) = canvas.lanes.runs
    assert run.recording is not None
    turns = (Turn(True, 8_000, 9_000), Turn(False, 20_000, 21_000))
    ending = Ending(50_000, Cause.MAX_SILENCE)
    canvas.show_hypothesis(Hypothesis("op", run.recording, 90_000, turns, ending))
    image = picture_of(canvas)
    row = canvas.layout_now().rows["what_if"]
    x = int(canvas.pixel(run.recording + 50_000))
    assert has(image, LIGHT.accent, QRect(x, int(row.top), 20, int(row.height)))
    canvas.show_hypothesis(None)
    assert "what_if" not in canvas.layout_now().rows
