"""Which microphone or speaker calls use."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.ports import Device, DeviceList
from app.ui.phone.device_picker import DevicePicker
from tests.helpers.window import World


def device(name: str, *, default: bool = False) -> Device:
    return Device(name, "ALSA", 1, 48_000, default)


DEVICES = DeviceList(
    (device("Built-in", default=True), device("USB"), device("USB")), (device("Monitor"),)
)


@pytest.fixture
def picker(world: World, qtbot: QtBot) -> DevicePicker:
    picker = DevicePicker(world.link, "input")
    qtbot.addWidget(picker)
    return picker


def entries(picker: DevicePicker) -> list[str]:
    return [picker.itemText(index) for index in range(picker.count())]


def test_before_the_devices_are_known_there_is_the_default(picker: DevicePicker) -> None:
    assert entries(picker) == ["System default"]


def test_the_default_comes_first_by_name_and_each_name_once(picker: DevicePicker) -> None:
    picker.show_devices(DEVICES)
    assert entries(picker) == ["System default (Built-in)", "Built-in", "USB"]
    picker.show_devices(DeviceList((), ()))
    assert entries(picker) == ["System default (none)"]


def test_output_lists_the_speakers(world: World, qtbot: QtBot) -> None:
    picker = DevicePicker(world.link, "output")
    qtbot.addWidget(picker)
    picker.show_devices(DEVICES)
    assert entries(picker) == ["System default (none)", "Monitor"]
    assert picker.accessibleName() == "Speaker"


def test_a_choice_becomes_the_setting_and_is_kept(world: World, picker: DevicePicker) -> None:
    picker.show_devices(DEVICES)
    picker.activated.emit(2)
    assert world.link.settings.input_device == "USB"
    assert world.core.saved[-1].input_device == "USB"
    assert picker.currentText() == "USB"


def test_a_chosen_device_that_is_absent_stays_visible(world: World, picker: DevicePicker) -> None:
    world.link.change_setting("audio.inputDevice", "Headset")
    assert picker.currentText() == "Headset", "nobody knows yet whether it is there"
    picker.show_devices(DEVICES)
    assert picker.currentText() == "Headset (not connected)"
    picker.show_devices(DeviceList((*DEVICES.inputs, device("Headset")), ()))
    assert picker.currentText() == "Headset"


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_opening_it_is_told(picker: DevicePicker, qtbot: QtBot) -> None:
    picker.show()
    with qtbot.waitSignal(picker.opened):
        picker.showPopup()
    picker.hidePopup()
