"""Texts that the caller says, in a real call with the system's voice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.phone.caller_speech import CallerSpeech
from app.ui.phone.say_page import SayPage
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is missing")


@pytest.fixture
def speech(world: World, qtbot: QtBot) -> Iterator[CallerSpeech]:
    page = SayPage(None)
    qtbot.addWidget(page)
    speech = CallerSpeech(world.link, page)
    world.link.call_changed.connect(speech.show_call)
    yield speech
    world.loop.run_until_complete(speech.close())


@on_qt_loop
async def test_the_bot_records_what_was_typed(world: World, speech: CallerSpeech) -> None:
    call_id = await world.call()
    body = {"playBeep": False, "initialSilenceTimeoutInSeconds": 100, "stopTones": ["#"]}
    operation = await world.bot.record(call_id, **body, maxRecordDurationInSeconds=100)
    speech._page.say.emit("My order number is twelve.")
    await world.until(lambda: world.now.saying > 0)
    await world.until(lambda: "speechStarted" in world.kinds())
    await world.until(lambda: world.now.saying == 0)
    world.link.press(call_id, "#")
    await world.until(lambda: "ended" in world.kinds())
    take = await world.link.take(operation)
    assert take is not None and abs(int(take.max())) > 3_000
    assert world.refusals == []


@on_qt_loop
async def test_it_can_be_stopped(world: World, speech: CallerSpeech) -> None:
    await world.call()
    speech._page.say.emit("one, " * 300)
    await world.until(lambda: world.now.saying > 0)
    speech._page.stop.emit()
    await world.until(lambda: world.now.saying == 0)


@on_qt_loop
async def test_what_cannot_be_said_is_told(world: World, speech: CallerSpeech) -> None:
    await world.call()
    speech._page.say.emit("a" * 3_000)
    await world.until(lambda: world.refusals)
    assert "can be said at once" in world.refusals[0]
    await world.until(lambda: speech._page.button.text() == "Say")
