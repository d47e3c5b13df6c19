"""The pages below the phone's buttons."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.ui.phone.phone_drawer import PhoneDrawer
from tests.helpers.snapshots import call
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def drawer(world: World, qtbot: QtBot) -> PhoneDrawer:
    drawer = PhoneDrawer(world.link)
    qtbot.addWidget(drawer)
    return drawer


@on_qt_loop
async def test_the_letters_are_a_setting(world: World, drawer: PhoneDrawer) -> None:
    assert not drawer.letters.isChecked()
    drawer.letters.click()
    assert world.link.settings.letters
    world.link.change_setting("phone.letters", False)
    assert not drawer.letters.isChecked()


@pytest.mark.parametrize(
    ("state", "live", "flows"),
    [
        (CallState.INCOMING, True, False),
        (CallState.ESTABLISHED, True, True),
        (CallState.HOLD, True, False),
        (CallState.TERMINATED, False, False),
    ],
)
@on_qt_loop
async def test_what_can_be_done(
    world: World, drawer: PhoneDrawer, state: CallState, live: bool, flows: bool
) -> None:
    drawer.form.keys.text.setText("1")
    drawer.say.text.setPlainText("hello")
    drawer.show_call(call(state))
    assert drawer.form.bot.isEnabled() is not live
    assert drawer.form.keys.button.isEnabled() is flows
    assert drawer.say.button.isEnabled() is (flows and world.link.voice_problem is None)
