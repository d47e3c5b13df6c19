"""What the next call is made with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.phone.call_form import CallForm
from tests.helpers.window import World


@pytest.fixture
def form(world: World, qtbot: QtBot) -> CallForm:
    form = CallForm(world.link)
    qtbot.addWidget(form)
    form.show()
    return form


def test_an_empty_address_means_the_practice_bot_or_the_setting(
    world: World, form: CallForm
) -> None:
    assert form.bot.placeholderText() == "Built-in practice bot"
    world.link.change_setting("bot.url", "http://localhost:3978/")
    assert form.bot.placeholderText() == "http://localhost:3978/"


def test_the_last_address_is_remembered(world: World, form: CallForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.bot, "localhost:3978")
    again = CallForm(world.link)
    qtbot.addWidget(again)
    assert again.bot.text() == "localhost:3978"


def test_called_addresses_are_offered_the_newest_first(
    world: World, form: CallForm, qtbot: QtBot
) -> None:
    for address in ("http://a/", "http://b/", "", "http://a/"):
        form.called(address)
    for one in (form, CallForm(world.link)):
        qtbot.addWidget(one)
        model = one.bot.completer().model()
        offered = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
        assert offered == ["http://a/", "http://b/"]


def test_enter_in_the_address_calls(form: CallForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.bot, Qt.Key.Key_Return)


def test_in_a_call_its_terms_are_fixed(form: CallForm) -> None:
    form.set_live(True)
    assert not form.caller.isEnabled() and not form.bot.isEnabled()
    assert form.keys.text.isEnabled()
    form.set_live(False)
    assert form.caller.isEnabled() and form.bot.isEnabled()


def test_when_the_call_begins_its_keys_are_not_typed_into_a_field(
    form: CallForm, qtbot: QtBot
) -> None:
    form.bot.setFocus()
    with qtbot.waitSignal(form.keys_wanted):
        form.set_live(True)
    form.set_live(False)
    form.keys.text.setFocus()
    with qtbot.assertNotEmitted(form.keys_wanted):
        form.set_live(True)
