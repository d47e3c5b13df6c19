"""What screen readers are told of a call."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.announcer import Announcer
from tests.helpers.window import World, on_qt_loop


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@on_qt_loop
async def test_a_call_is_told_once_per_change(world: World, widget: QWidget) -> None:
    announcer = Announcer(world.link, widget)
    said: list[str] = []
    announcer.said.connect(said.append)
    call_id = await world.call()
    # The core of the tests runs 20 times as fast: 120 s are 6, and the pauses between two sentences
    # are of the real clock.
    limits = {"initialSilenceTimeoutInSeconds": 120, "maxRecordDurationInSeconds": 120}
    await world.bot.record(call_id, stopTones=["#"], **limits)
    await world.until(lambda: said[-1].startswith("Recording"))
    world.link.press(call_id, "#")
    await world.until(lambda: "the caller pressed #. Completed, 200/8514" in said[-1])
    world.link.hang_up(call_id)
    await world.until(lambda: said[-1].endswith("Call ended: you hung up."))
    assert all(one != other for one, other in pairwise(said))
