"""The canvas: live and afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.commands import HangUp
from app.ui import theme
from app.ui.timeline import canvas as module
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.trace import Trace
from app.ui.timeline.wave_painter import Detail
from tests.helpers.keeping import Keep
from tests.helpers.pictures import picture_of
from tests.helpers.shown_call import SIZE, shown_call, told_call
from tests.helpers.told_call import SECOND, TALK, Told


@pytest.fixture
def canvas(qapp: QApplication, keep: Keep) -> TimelineCanvas:
    return keep(shown_call(qapp))


def live_canvas(qapp: QApplication, call: Told) -> tuple[TimelineCanvas, Trace]:
    theme.apply_theme(qapp, "light")
    canvas = TimelineCanvas()
    canvas.resize(*SIZE)
    trace = call.trace()
    canvas.show_trace(trace, live=True)
    return canvas, trace


def test_a_live_call_looks_as_it_does_afterwards(qapp: QApplication, keep: Keep) -> None:
    call = Told()
    canvas, trace = live_canvas(qapp, call)
    keep(canvas)
    call.records(maxSilenceTimeoutInSeconds=2, playBeep=True)
    for start in range(0, len(TALK), 1_600):
        call.hears(TALK[start : start + 1_600])
        canvas.refresh(trace.take(call.history.tail(trace.since)))
        picture_of(canvas)
    live = picture_of(canvas)
    again, _ = live_canvas(qapp, call)
    keep(again)
    again.axis = canvas.axis
    assert picture_of(again) == live


def test_a_frame_costs_what_is_new(qapp: QApplication, keep: Keep) -> None:
    call = Told()
    canvas, trace = live_canvas(qapp, call)
    keep(canvas)
    call.hears(TALK)
    canvas.refresh(trace.take(call.history.tail(trace.since)))
    picture_of(canvas)
    whole = canvas.columns_painted
    before = canvas.columns_painted
    call.hears(TALK[:528])  # 33 ms
    canvas.refresh(trace.take(call.history.tail(trace.since)))
    picture_of(canvas)
    painted = canvas.columns_painted - before
    assert 0 < painted <= 0.2 * whole, "from the end on, the blank right of it with that"


def test_a_box_is_painted_anew_until_its_name_has_room(
    qapp: QApplication, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NAME", 20)
    call = Told()
    canvas, trace = live_canvas(qapp, call)
    keep(canvas)
    painted: list[QRect] = []
    monkeypatch.setattr(canvas, "update", lambda *area: painted.extend(area))
    call.records(maxSilenceTimeoutInSeconds=2)
    anew: dict[bool, set[bool]] = {True: set(), False: set()}
    for start in range(0, len(TALK), 528):
        picture_of(canvas)
        painted.clear()
        call.hears(TALK[start : start + 528])
        canvas.refresh(trace.take(call.history.tail(trace.since)))
        stage = canvas.lanes.runs[-1].stages[-1]
        if painted and stage.end is None:
            begin, now = canvas.pixel(stage.start), canvas.pixel(trace.now)
            anew[now - begin < 20].add(painted[0].left() <= begin)
    assert anew[True] == {True} and False in anew[False]


def test_a_short_call_is_fitted_in_when_it_ends(qapp: QApplication, keep: Keep) -> None:
    call = Told()
    canvas, trace = live_canvas(qapp, call)
    keep(canvas)
    call.hears(TALK)
    canvas.refresh(trace.take(call.history.tail(trace.since)))
    assert canvas.axis.following
    call.does(HangUp())
    canvas.set_live(live=False)
    assert not canvas.axis.following
    assert canvas.axis.x(0) == pytest.approx(0.04 * canvas.axis.width, abs=1)
    assert canvas.axis.x(trace.now) == pytest.approx(0.96 * canvas.axis.width, abs=1)


def test_what_the_user_chose_stays(qapp: QApplication, keep: Keep) -> None:
    call = Told()
    canvas, trace = live_canvas(qapp, call)
    keep(canvas)
    call.hears(TALK)
    canvas.refresh(trace.take(call.history.tail(trace.since)))
    canvas.axis.pan(-100)
    scale, start = canvas.axis.scale, canvas.axis.start
    canvas.set_live(live=False)
    assert (canvas.axis.scale, canvas.axis.start) == (scale, start)


def test_marking_moves_the_cursor_and_says_so(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.exchange_chosen) as told:
        canvas.mark(12, told=True)
    assert told.args == [12] and canvas.marked == 12
    assert canvas.cursor_sample == canvas.arrows[1].start
    with qtbot.assertNotEmitted(canvas.exchange_chosen):
        canvas.mark(11)
    canvas.mark(99)
    assert canvas.marked is None


def test_new_exchanges_become_arrows_once(qapp: QApplication, keep: Keep) -> None:
    call = told_call()
    canvas = keep(shown_call(qapp, call))
    assert [arrow.seq for arrow in canvas.arrows] == [11, 12]
    trace = canvas.trace
    assert trace is not None
    canvas.refresh(trace.take(call.history.tail(trace.since)))
    assert [arrow.seq for arrow in canvas.arrows] == [11, 12]


def test_it_says_what_there_is(canvas: TimelineCanvas) -> None:
    assert canvas.accessibleName() == "Timeline of the call"
    assert canvas.accessibleDescription().startswith("Call of 0:06")
    (run,) = canvas.lanes.runs
    canvas.set_cursor(run.turns[0][0] + 100)
    assert "recordResponse: Speaking" in canvas.accessibleDescription()
    canvas.show_trace(None, live=False)
    assert canvas.accessibleDescription() == "No call yet"


def test_close_up_it_shows_the_audio(canvas: TimelineCanvas) -> None:
    canvas.axis.fit(40_000, 41_000)
    before = picture_of(canvas)
    sound = TALK[: 4 * SECOND].copy()
    sound[40_000:41_000:2] = 20_000
    canvas.show_detail(Detail(0, sound))
    assert picture_of(canvas) != before


def test_operations_in_front(canvas: TimelineCanvas) -> None:
    assert canvas.run is canvas.lanes.runs[0]
    canvas.chosen = "unknown"
    assert canvas.run is canvas.lanes.runs[0]
    canvas.fit_run(canvas.lanes.runs[0])
    assert canvas.axis.x(canvas.lanes.runs[0].queued) > 0
    dark = theme.DARK
    theme.apply_theme(QApplication.instance(), "dark")  # type: ignore[arg-type]
    assert picture_of(canvas).pixelColor(1, 100) == dark.card
    theme.apply_theme(QApplication.instance(), "light")  # type: ignore[arg-type]
