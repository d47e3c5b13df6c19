"""The detector's threshold, seen and moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.engine.speech import SpeechSegmenter
from app.runtime.timeline_tail import Since
from app.ui.phone.hearing_meter import HearingMeter, threshold_of
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def meter(world: World, qtbot: QtBot) -> HearingMeter:
    meter = HearingMeter(world.link)
    qtbot.addWidget(meter)
    meter.resize(300, 18)
    meter.show()
    return meter


@pytest.mark.parametrize("sensitivity", [0.0, 0.3, 0.5, 1.0])
def test_it_is_the_detectors_threshold(sensitivity: float) -> None:
    threshold = threshold_of(sensitivity)
    for probability, voiced in ((threshold + 0.01, True), (threshold - 0.01, False)):
        segmenter = SpeechSegmenter(sensitivity=sensitivity)
        heard = [segmenter.feed(probability) for _ in range(4)]
        assert heard[-1].speaking is voiced


@on_qt_loop
async def test_dragging_changes_the_setting_once_it_is_let_go(
    world: World, meter: HearingMeter, qtbot: QtBot
) -> None:
    left, right = QPoint(60, 9), QPoint(290, 9)
    qtbot.mousePress(meter, Qt.MouseButton.LeftButton, pos=left)
    qtbot.mouseMove(meter, right)
    assert world.link.settings.sensitivity == 0.5
    qtbot.mouseRelease(meter, Qt.MouseButton.LeftButton, pos=right)
    assert world.link.settings.sensitivity == 0.0 and meter.value() == 80
    qtbot.mouseClick(meter, Qt.MouseButton.LeftButton, pos=left)
    assert world.link.settings.sensitivity == 1.0 and meter.value() == 20


@on_qt_loop
async def test_arrows_change_it_and_it_follows_the_setting(
    world: World, meter: HearingMeter, qtbot: QtBot
) -> None:
    qtbot.keyClick(meter, Qt.Key.Key_Right)
    assert meter.value() == 52
    assert world.link.settings.sensitivity == pytest.approx(0.467, abs=1e-3)
    world.link.change_setting("hearing.sensitivity", 1.0)
    assert meter.value() == 20
    assert world.link.settings.sensitivity == 1.0


@on_qt_loop
async def test_what_counts_as_speech_is_shown(world: World, meter: HearingMeter) -> None:
    meter.show_probability(0.49)
    assert not meter.speech
    meter.show_probability(0.51)
    assert meter.speech
    world.link.change_setting("hearing.sensitivity", 0.0)
    assert not meter.speech
    meter.show_probability(None)
    assert not meter.speech


@on_qt_loop
async def test_it_holds_for_the_next_recording_of_a_running_call(
    world: World, meter: HearingMeter
) -> None:
    call_id = await world.call()
    first = await world.bot.record(call_id, initialSilenceTimeoutInSeconds=120)
    await world.until(lambda: "recordingStarted" in world.kinds())
    world.link.change_setting("hearing.sensitivity", 0.9)
    world.link.press(call_id, "#")
    await world.until(lambda: "ended" in world.kinds())
    second = await world.bot.record(call_id, initialSilenceTimeoutInSeconds=120)
    await world.until(lambda: world.kinds().count("recordingStarted") == 2)
    judged: dict[str, float] = {}
    world.link.tail_came.connect(
        lambda tail: judged.update({each.operation: each.sensitivity for each in tail.judged})
    )

    def both() -> bool:
        world.link.ask_tail(call_id, Since())
        return len(judged) == 2

    await world.until(both)
    assert judged == {first: 0.5, second: 0.9}
