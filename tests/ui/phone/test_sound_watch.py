"""The banner over sound problems; more of it in the tests of the phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.phone.device_picker import DevicePicker
from app.ui.phone.sound_watch import SoundWatch
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def watch(world: World, qtbot: QtBot) -> Iterator[SoundWatch]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    pickers = (DevicePicker(world.link, "input"), DevicePicker(world.link, "ring"))
    for picker in pickers:
        picker.setParent(parent)
    watch = SoundWatch(world.link, pickers, lambda: True, parent)
    yield watch
    world.loop.run_until_complete(watch.stop())


@on_qt_loop
async def test_an_unplugged_choice_stays_and_comes_back(world: World, watch: SoundWatch) -> None:
    picker = watch._pickers[0]
    world.link.change_setting("audio.inputDevice", "USB Headset")
    watch.start()
    await world.until(lambda: picker.currentText() == "USB Headset")
    world.core.sound.inputs.remove("USB Headset")
    watch.refresh()
    await world.until(lambda: picker.currentText() == "USB Headset (not connected)")
    assert world.link.settings.input_device == "USB Headset"
    world.core.sound.inputs.append("USB Headset")
    picker.opened.emit()
    await world.until(lambda: picker.currentText() == "USB Headset")


@on_qt_loop
async def test_the_default_is_followed(world: World, watch: SoundWatch) -> None:
    picker = watch._pickers[0]
    watch.start()
    await world.until(lambda: picker.currentText() == "System default (Built-in Audio)")
    world.core.sound.inputs.reverse()
    watch.refresh()
    await world.until(lambda: picker.currentText() == "System default (USB Headset)")


@on_qt_loop
async def test_the_ways_out_are_told(world: World, watch: SoundWatch, qtbot: QtBot) -> None:
    world.core.sound.inputs.clear()
    watch.start()
    await world.until(lambda: not watch.banner.isHidden())
    with qtbot.waitSignal(watch.other_caller) as wanted:
        watch.banner.acted.emit(1)
    assert wanted.args == [1]
