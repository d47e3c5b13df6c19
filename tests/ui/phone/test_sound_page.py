"""Devices, gain, and their tests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.phone.sound_page import SoundPage
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def page(world: World, qtbot: QtBot) -> SoundPage:
    page = SoundPage(world.link)
    qtbot.addWidget(page)
    page.show()
    return page


@on_qt_loop
async def test_the_gain_is_a_setting(world: World, page: SoundPage, qtbot: QtBot) -> None:
    assert page.gain_text.text() == "0 dB"
    qtbot.keyClick(page.gain, Qt.Key.Key_Left)
    assert world.link.settings.input_gain == -1.0 and page.gain_text.text() == "−1 dB"
    world.link.change_setting("audio.inputGain", 12.4)
    assert page.gain.value() == 12 and page.gain_text.text() == "+12 dB"
    assert world.link.settings.input_gain == 12.4, "the slider does not round what it shows"


@on_qt_loop
async def test_the_ring_has_a_device_of_its_own(world: World, page: SoundPage) -> None:
    page.ring.show_devices(await world.link.devices())
    assert [page.ring.itemText(i) for i in range(3)] == [
        "As the speaker",
        "Built-in Audio",
        "USB Headset",
    ]
    page.ring.activated.emit(2)
    assert world.link.settings.ring_device == "USB Headset"


@on_qt_loop
async def test_the_button_says_what_it_does(world: World, page: SoundPage) -> None:
    page.set_testing(testing=True, possible=True)
    assert page.microphone_test.accessibleName() == "Stop trying the microphone"
    page.set_testing(testing=False, possible=False)
    assert not page.microphone_test.isEnabled()
    assert "afterwards" in page.microphone_test.toolTip()
