"""A saved call, opened."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.runtime.saved_calls import SavedCall, saved_call
from app.ui.history.call_window import CallWindow
from tests.helpers.inspected import OPERATION, event
from tests.helpers.kept_calls import call_id
from tests.helpers.saved import planted_call
from tests.helpers.speech_sounds import say, silence
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def test_it_shows_the_records_and_what_is_left_out(qtbot: QtBot) -> None:
    window = CallWindow([planted_call()], "x.callcase", ["Secrets: all."])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.inspector.model.rowCount() == 12)
    assert "Secrets: all." in window.notes.text and "callsim 0.0" in window.facts.text()
    assert not window.chooser.isVisible()
    window.inspector.deeds.replay(planted_call().records[2])
    assert "cannot be replayed" in window.outcome.text
    with qtbot.waitSignal(window.edit_wanted):
        window.inspector.deeds.edit(planted_call().records[2])
    with qtbot.waitSignal(window.export_wanted) as exported:
        window.export.click()
    assert exported.args == [[planted_call()]]


def test_each_call_of_a_case_has_its_page(qtbot: QtBot) -> None:
    first = planted_call()
    second = dataclasses.replace(
        first, info=dataclasses.replace(first.info, id=call_id(2)), records=first.records[:3]
    )
    window = CallWindow([first, second], "two")
    qtbot.addWidget(window)
    window.show()
    assert window.chooser.isVisible()
    window.chooser.setCurrentIndex(1)
    qtbot.waitUntil(lambda: window.inspector.model.rowCount() == 3)
    assert call_id(2) in window.facts.text() and window.call is second
    window.chooser.setCurrentIndex(0)
    qtbot.waitUntil(lambda: window.inspector.model.rowCount() == 12)


async def outcome(world: World, call: SavedCall) -> str:
    window = CallWindow([call], "x")
    window.show()
    window.again.click()
    assert not window.again.isEnabled()
    await world.until(window.outcome.isVisible)
    assert window.again.isEnabled()
    await window.stop()
    window.close()
    return window.outcome.text


@on_qt_loop
async def test_a_call_is_run_again(world: World) -> None:
    nothing = saved_call([event(1, "callCreated", 0.0)])
    assert "recorded nothing" in await outcome(world, nothing)
    assert "audio was not kept" in await outcome(world, planted_call())
    spoken = np.concatenate([silence(0.5), say(2.0), silence(9.0)])
    call = planted_call({OPERATION: spoken})
    call = dataclasses.replace(call, versions={"detector": "energy"})
    told = await outcome(world, call)
    assert "otherwise now" in told and "then maxSilenceTimeout, 2.00 s; now" in told
