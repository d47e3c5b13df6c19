"""The link between the core thread and the widgets."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot
from app.runtime.records import Record
from app.ui.core_link import CoreLink
from tests.helpers.window import World, on_qt_loop

SILENCE = CallerSpec("silence")


@on_qt_loop
async def test_what_happens_arrives_on_the_gui_thread(qtbot: QtBot, world: World) -> None:
    link = world.link
    seen: list[tuple[str, threading.Thread]] = []
    link.call_changed.connect(lambda call: seen.append((call.id, threading.current_thread())))
    records: list[Record] = []
    link.record_added.connect(records.append)
    link.dial(None, SILENCE, "42")
    await world.until(lambda: bool(seen) and bool(records))
    assert all(thread is threading.main_thread() for _, thread in seen)
    assert records[0].kind == "callCreated"
    assert isinstance(world.core.simulator.snapshot(seen[0][0]), CallSnapshot)


@on_qt_loop
async def test_refusals_arrive_as_words(qtbot: QtBot, world: World) -> None:
    refusals: list[str] = []
    world.link.refused.connect(refusals.append)
    world.link.hang_up("nobody")
    await world.until(lambda: bool(refusals))
    assert refusals == ["That call is no longer known. Start a new one."]
    world.link.change_setting("hearing.sensitivity", 7)
    assert "between 0 and 1" in refusals[1]


@on_qt_loop
async def test_settings_are_kept_and_in_force(qtbot: QtBot, world: World) -> None:
    world.link.change_setting("hearing.sensitivity", 0.9)
    await world.until(lambda: world.core.simulator.settings.sensitivity == 0.9)
    assert world.core.saved[-1].sensitivity == 0.9
    assert world.link.settings.sensitivity == 0.9


@on_qt_loop
async def test_a_link_that_stopped_is_told_nothing(qtbot: QtBot, world: World) -> None:
    link = CoreLink(world.core)
    await link.start()
    told: list[object] = []
    link.record_added.connect(told.append)
    await link.stop()
    known = len(world.records)
    world.link.dial(None, SILENCE, "")
    # What the other link is told was emitted after this one would have been told it.
    await world.until(lambda: len(world.records) > known)
    assert told == []


@on_qt_loop
async def test_new_devices_are_looked_for_on_demand(qtbot: QtBot, world: World) -> None:
    before = await world.link.devices()
    world.core.sound.inputs.append("New Headset")
    after = await world.link.devices(refresh=True)
    assert [d.name for d in after.inputs] == [*(d.name for d in before.inputs), "New Headset"]
