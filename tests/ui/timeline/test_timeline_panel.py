"""The timeline on real calls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.runtime.callers import CallerSpec
from app.ui import theme
from app.ui.timeline.timeline_panel import TimelinePanel
from tests.helpers.keeping import Keep
from tests.helpers.window import SPEAKING_CALLER, World, exchange, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support raise")


def panel_of(world: World, keep: Keep) -> TimelinePanel:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    panel = keep(TimelinePanel(world.link))
    panel.resize(900, 360)
    panel.show()
    return panel


async def recorded(world: World, panel: TimelinePanel) -> str:
    """Make a call with one recording that ended of a pause; it goes on."""
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    await world.bot.record(call_id, maxSilenceTimeoutInSeconds=1)
    await world.until(lambda: panel.sentence.text().startswith("Ended"))
    return call_id


@on_qt_loop
async def test_a_real_call_from_ring_to_reason(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    assert "over time" in panel.sentence.text() and not panel.tools.play.isEnabled()
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    await world.bot.record(call_id, maxSilenceTimeoutInSeconds=1)
    await world.until(lambda: panel.sentence.text() == "Recording. The caller is speaking.")
    assert panel.canvas.live and panel.canvas.axis.following
    await world.until(lambda: panel.sentence.text().startswith("Ended after"))
    assert panel.sentence.text().endswith("the caller paused for 1 s. Completed, 200/8509.")
    run = panel.canvas.run
    assert run is not None and [timer.name for timer in run.timers if timer.won] == ["max_silence"]
    await world.until(panel.bot.isVisible)
    assert "can fetch it until" in panel.bot.text.text()
    world.link.hang_up(call_id)
    await world.until(lambda: not panel.canvas.live and "another" in panel.bot.text.text())
    assert not panel.canvas.axis.following, "all of it is in sight"
    assert not panel.tools.follow.isVisible()
    await panel.close_player()


@on_qt_loop
async def test_the_recording_is_played_with_a_cursor(
    world: World, keep: Keep, qtbot: QtBot
) -> None:
    panel = panel_of(world, keep)
    await recorded(world, panel)
    run, clips = panel.canvas.run, world.core.sound.clips
    assert run is not None and run.recording is not None and run.end is not None
    qtbot.mouseClick(panel.tools.play, Qt.MouseButton.LeftButton)
    await world.until(lambda: panel.canvas.play_sample == run.recording)
    assert len(clips.clip) == run.end - run.recording
    clips.position = 8_000
    await world.until(lambda: panel.canvas.play_sample == run.recording + 8_000)
    assert panel.tools.position.text().startswith("0:00.5 / ")
    qtbot.keyClick(panel.canvas, Qt.Key.Key_Space)
    await world.until(lambda: not clips.playing and panel.canvas.play_sample is None)
    panel.canvas.select((run.recording + 1_000, run.recording + 9_000))
    panel.canvas.set_cursor(run.recording + 2_000)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_L)
    assert panel.tools.loop.isChecked() and panel.desk.looping
    panel.toggle()
    await world.until(lambda: clips.playing)
    assert clips.position == 1_000 and len(clips.clip) == 8_000
    await panel.close_player()


@on_qt_loop
async def test_arrows_and_the_list_go_together(world: World, keep: Keep, qtbot: QtBot) -> None:
    panel = panel_of(world, keep)
    call_id = await world.call()
    record = await world.record(
        kind="exchange", call_id=call_id, exchange=exchange(started=world.core.clock.now())
    )
    await world.until(lambda: panel.canvas.arrows)
    with qtbot.waitSignal(panel.exchange_chosen) as told:
        panel.canvas.mark(record.seq, told=True)
    assert told.args == [record.seq]
    panel.canvas.mark(None)
    panel.show_exchange(record.seq)
    assert panel.canvas.marked == record.seq
    assert panel.canvas.cursor_sample == panel.canvas.arrows[0].start
    await panel.close_player()


@on_qt_loop
async def test_calls_and_operations_can_be_chosen(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    first = await recorded(world, panel)
    await world.bot.record(first, initialSilenceTimeoutInSeconds=1)
    await world.until(lambda: "400/8510" in panel.sentence.text())
    one = panel.canvas.lanes.runs[0]
    assert panel.tools.operations.isVisible()
    panel.tools.operation_chosen.emit(one.id)
    assert "200/8509" in panel.sentence.text() and panel.canvas.run == one
    world.link.hang_up(first)
    await world.until(lambda: not panel.canvas.live)
    second = await world.call()
    await world.until(lambda: panel.calls.shown_id == second and panel.canvas.trace is not None)
    await world.until(lambda: panel.tools.calls.isVisible())
    panel.tools.call_chosen.emit(first)
    await world.until(lambda: len(panel.canvas.lanes.runs) == 2)
    assert not panel.canvas.live
    panel.tools.call_chosen.emit(second)
    assert panel.choose(one.id) and panel.calls.shown_id == first, "whoever asks for it"
    await world.until(lambda: panel.canvas.run is not None and panel.canvas.run.id == one.id)
    assert not panel.choose("unknown")
    await panel.close_player()


@on_qt_loop
async def test_zoom_scroll_and_follow(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    await world.call()
    await world.until(lambda: world.now.engine.seconds > 30)
    await world.until(lambda: panel.bar.isVisible())
    panel.tools.zoom_wanted.emit(1)
    panel.bar.setValue(0)
    assert panel.canvas.axis.start <= 0 and not panel.tools.follow.isChecked()
    panel.tools.follow_wanted.emit()
    assert panel.canvas.axis.following and panel.tools.follow.isChecked()
    panel.canvas.axis.fit(16_000, 17_000)
    panel.canvas.changed_view()
    await world.until(lambda: panel.canvas.detail is not None)
    assert panel.canvas.detail is not None and panel.canvas.detail.start <= 16_000
    await panel.close_player()


@on_qt_loop
async def test_clear_lets_everything_go(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    call_id = await recorded(world, panel)
    assert not panel.tools.clear.isEnabled(), "the call goes on"
    world.link.hang_up(call_id)
    await world.until(lambda: world.now.engine.state is CallState.TERMINATED)
    await world.until(lambda: panel.tools.clear.isEnabled())
    panel.tools.clear.click()
    await world.until(lambda: "discarded" in panel.sentence.text())
    assert not panel.tools.play.isEnabled() and panel.canvas.lanes.runs == ()
    assert await world.link.heard(call_id, 0, 100) is None
    await panel.close_player()


@on_qt_loop
async def test_hidden_it_asks_for_nothing(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    panel.hide()
    await world.call()
    await world.until(lambda: world.now.engine.seconds > 3)
    assert panel.canvas.trace is not None and panel.canvas.trace.now == 0
    panel.show()
    await world.until(lambda: panel.canvas.trace is not None and panel.canvas.trace.now > 0)
    await panel.close_player()


@on_qt_loop
async def test_the_recording_is_dragged_by_the_save_button(world: World, keep: Keep) -> None:
    panel = panel_of(world, keep)
    await recorded(world, panel)
    run = panel.canvas.run
    assert run is not None and run.recording is not None and run.end is not None
    found = await panel._to_drag()
    assert found is not None
    name, audio = found
    assert name.startswith("recording-") and name.endswith("-1.wav")
    assert len(audio) == run.end - run.recording
    await panel.close_player()
