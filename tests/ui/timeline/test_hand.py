"""Mouse, wheel, touchpad and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.hand import Hand
from app.ui.timeline.layout import Lane
from tests.helpers.keeping import Keep
from tests.helpers.shown_call import shown_call

# Tool tips, on the off-screen platform.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support raise")

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def canvas(qapp: QApplication, keep: Keep) -> TimelineCanvas:
    canvas = keep(shown_call(qapp))
    Hand(canvas)
    canvas.show()
    return canvas


def spot(canvas: TimelineCanvas, sample: float, lane: Lane) -> QPoint:
    return QPoint(round(canvas.pixel(sample)), round(canvas.layout_now().rows[lane].middle))


def wheel(
    canvas: TimelineCanvas,
    *,
    fine: tuple[int, int] = (0, 0),
    coarse: tuple[int, int] = (0, 0),
    keys: Qt.KeyboardModifier = NONE,
    x: float = 400,
) -> None:
    at = QPointF(x, 100)
    event = QWheelEvent(
        at,
        at,
        QPoint(*fine),
        QPoint(*coarse),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_where_the_pointer_is(canvas: TimelineCanvas) -> None:
    under, scale = canvas.sample_at(400), canvas.axis.scale
    wheel(canvas, coarse=(0, 240))
    assert canvas.axis.scale < scale and canvas.sample_at(400) == pytest.approx(under, abs=2)
    wheel(canvas, coarse=(0, -240))
    assert canvas.axis.scale == pytest.approx(scale)


def test_sideways_and_with_shift_it_moves(canvas: TimelineCanvas) -> None:
    wheel(canvas, coarse=(0, 600))
    start, scale = canvas.axis.start, canvas.axis.scale
    wheel(canvas, coarse=(0, -120), keys=SHIFT)
    assert canvas.axis.start > start and canvas.axis.scale == scale
    wheel(canvas, coarse=(120, 0))
    assert canvas.axis.start == pytest.approx(start)


def test_two_fingers_move_by_pixels_and_zoom(canvas: TimelineCanvas) -> None:
    wheel(canvas, coarse=(0, 600))
    start, scale = canvas.axis.start, canvas.axis.scale
    wheel(canvas, fine=(-30, 4), coarse=(-60, 8))
    assert canvas.axis.start == pytest.approx(start + 30 * scale)
    wheel(canvas, fine=(0, 60), coarse=(0, 120))
    assert canvas.axis.scale < scale


def test_a_drag_on_the_caller_selects_elsewhere_it_moves(
    canvas: TimelineCanvas, qtbot: QtBot
) -> None:
    qtbot.mousePress(canvas, LEFT, pos=spot(canvas, 30_000, "wave"))
    qtbot.mouseMove(canvas, spot(canvas, 50_000, "wave"))
    qtbot.mouseRelease(canvas, LEFT, pos=spot(canvas, 50_000, "wave"))
    assert canvas.selection is not None
    assert canvas.selection == (pytest.approx(30_000, abs=200), pytest.approx(50_000, abs=200))
    wheel(canvas, coarse=(0, 600))
    start = canvas.axis.start
    at = spot(canvas, start + canvas.axis.span / 2, "speaker")
    qtbot.mousePress(canvas, LEFT, pos=at)
    qtbot.mouseMove(canvas, at - QPoint(40, 0))
    qtbot.mouseRelease(canvas, LEFT, pos=at - QPoint(40, 0))
    assert canvas.axis.start == pytest.approx(start + 40 * canvas.axis.scale)
    assert canvas.selection is not None, "moving lets the selection be"


def test_a_click_puts_the_cursor_and_chooses(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.select((1_000, 2_000))
    with qtbot.waitSignal(canvas.operation_chosen) as told:
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, 40_000, "phases"))
    assert told.args == ["op"]
    assert canvas.cursor_sample == pytest.approx(40_000, abs=200) and canvas.selection is None
    arrow = canvas.arrows[1]
    with qtbot.waitSignal(canvas.exchange_chosen) as chosen:
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, arrow.start, "in"))
    assert chosen.args == [12] and canvas.cursor_sample == arrow.start


def test_the_pointer_shows_what_an_arrow_is(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    qtbot.mouseMove(canvas, spot(canvas, canvas.arrows[0].start, "in"))
    assert canvas.hovered == 11
    qtbot.mouseMove(canvas, spot(canvas, 40_000, "wave"))
    assert canvas.hovered is None


def test_a_double_click_fits_the_operation(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    qtbot.mouseDClick(canvas, LEFT, pos=spot(canvas, 40_000, "phases"))
    run = canvas.lanes.runs[0]
    assert run.end is not None
    assert canvas.axis.x(run.queued) == pytest.approx(0.04 * canvas.axis.width, abs=1)
    assert canvas.axis.x(run.end) == pytest.approx(0.96 * canvas.axis.width, abs=1)


def test_keys_zoom_and_move(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    scale = canvas.axis.scale
    qtbot.keyClick(canvas, "+")
    assert canvas.axis.scale < scale
    qtbot.keyClick(canvas, "-")
    assert canvas.axis.scale == pytest.approx(scale)
    for _ in range(8):
        qtbot.keyClick(canvas, "+")
    start = canvas.axis.start
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.axis.start > start
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.axis.x(canvas.axis.end) <= canvas.axis.width


def test_arrow_keys_move_the_cursor_select_and_step(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.cursor_sample == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    first = canvas.cursor_sample
    assert first
    qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert canvas.selection == (first, canvas.cursor_sample)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    assert canvas.selection == (first, canvas.cursor_sample)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection is None and canvas.cursor_sample is None
    for expected in (11, 12, 12):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, CTRL)
        assert canvas.marked == expected
    qtbot.keyClick(canvas, Qt.Key.Key_Left, CTRL)
    assert canvas.marked == 11
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.cursor_sample == canvas.axis.end and canvas.marked is None


def test_space_and_l_ask(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignals([canvas.toggle_wanted, canvas.loop_wanted]):
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
        qtbot.keyClick(canvas, Qt.Key.Key_L)
