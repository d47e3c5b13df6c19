"""The bot phones, and the window shows it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.ui.phone.incoming import IncomingBanner
from app.ui.phone.phone_panel import PhonePanel
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def phone(world: World, qtbot: QtBot) -> PhonePanel:
    phone = PhonePanel(world.link)
    qtbot.addWidget(phone)
    qtbot.addWidget(phone.incoming)
    phone.form.caller.choose(CallerSpec("silence"))
    phone.show()
    return phone


@pytest.fixture
def banner(phone: PhonePanel) -> IncomingBanner:
    return phone.incoming


def press(banner: IncomingBanner, text: str) -> None:
    buttons = [banner._actions.itemAt(i).widget() for i in range(banner._actions.count())]
    next(button for button in buttons if button.text() == text).click()


@on_qt_loop
async def test_it_says_who_calls_and_rings(world: World, banner: IncomingBanner) -> None:
    await world.place()
    await world.until(banner.isVisible)
    assert "127.0.0.1:9 is calling" in banner.text and banner.ringer.ringing
    press(banner, "Accept")
    await world.until(lambda: world.now.engine.media_active)
    assert banner.isHidden() and not banner.ringer.ringing
    assert world.now.caller == "silence", "the phone's caller speaks"


@pytest.mark.parametrize(("way", "code"), [("Decline", 403), ("Busy", 486)])
@on_qt_loop
async def test_it_can_be_turned_away(
    world: World, banner: IncomingBanner, way: str, code: int
) -> None:
    await world.place()
    await world.until(banner.isVisible)
    press(banner, way)
    await world.until(lambda: world.now.result is not None)
    assert world.now.result is not None and world.now.result[0] == code
    assert banner.isHidden() and not banner.ringer.ringing


@on_qt_loop
async def test_nobody_answers(world: World, banner: IncomingBanner) -> None:
    world.link.change_setting("phone.ringSeconds", 1)
    await world.place()
    await world.until(banner.isVisible)
    await world.until(lambda: world.now.result is not None and world.now.result[1] == 8541)
    assert banner.isHidden()


@on_qt_loop
async def test_the_sound_can_be_switched_off(world: World, banner: IncomingBanner) -> None:
    world.link.change_setting("phone.ringSound", value=False)
    await world.place()
    await world.until(banner.isVisible)
    assert not banner.ringer.ringing
    world.link.change_setting("phone.ringSound", value=True)
    assert banner.ringer.ringing
    world.link.change_setting("phone.ringSound", value=False)
    assert not banner.ringer.ringing


@on_qt_loop
async def test_dismissed_it_stays_away_but_rings_on(world: World, banner: IncomingBanner) -> None:
    await world.place()
    await world.until(banner.isVisible)
    banner._dismiss()
    banner.hide()
    before = len(world.snapshots)
    await world.until(lambda: len(world.snapshots) > before + 3)
    assert banner.isHidden() and banner.ringer.ringing


@on_qt_loop
async def test_a_second_call_waits_and_taking_it_ends_the_first(
    world: World, phone: PhonePanel, banner: IncomingBanner
) -> None:
    first = await world.call()
    second = await world.place()
    await world.until(banner.isVisible)
    assert "ends the call you are in" in banner.text
    assert phone.call is not None and phone.call.id == first
    assert phone.buttons.main.text() == "Hang up"
    press(banner, "Accept")
    await world.until(lambda: phone.call is not None and phone.call.id == second)
    ended = [s for s in world.snapshots if s.id == first][-1]
    assert ended.result is not None and banner.isHidden()
