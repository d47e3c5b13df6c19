"""The link between the core thread and the widgets."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot
from app.runtime.records import Record
from app.ui.core_link import CoreLink
from tests.helpers.window import SPEAKING_CALLER, World, exchange, on_qt_loop

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


NOW = datetime(2026, 1, 2, tzinfo=UTC)


def exchanged(**more: Any) -> Record:
    return Record(1, NOW, "exchange", "c", None, None, {}, exchange(**more))


@on_qt_loop
async def test_a_request_is_replayed(world: World) -> None:
    url = "http://127.0.0.1:8899/v1.0/communications/calls/c/playPrompt?x=1"
    world.link.replay(exchanged(url=url, body='{"a": 1}'))
    await world.until(lambda: bool(world.core.client.made))
    assert world.core.client.made == [
        ("POST", "/v1.0/communications/calls/c/playPrompt?x=1", '{"a": 1}')
    ]
    assert world.core.client.tokens == [None]
    bearer = (("Authorization", "Bearer of-the-recording"),)
    world.link.replay(
        exchanged(kind="download", method="GET", url="http://h/r/1", request_headers=bearer)
    )
    await world.until(lambda: len(world.core.client.made) == 2)
    assert world.core.client.tokens[1] == "of-the-recording"


@on_qt_loop
async def test_a_notification_is_replayed_to_the_bot(world: World) -> None:
    world.link.replay(exchanged(kind="webhook", url="http://h/bot", body='{"value": []}'))
    await world.until(lambda: bool(world.core.notifications.sent))
    assert world.core.notifications.sent == [("c", "http://h/bot", {"value": []})]


@pytest.mark.parametrize(
    "record",
    [
        exchanged(kind="prompt", method="GET"),
        exchanged(kind="webhook", body="[]"),
        exchanged(body='{"a": \n[70,000 bytes in all, the first 65,536 are kept]'),
        Record(1, NOW, "muted", "c", None, None),
    ],
)
@on_qt_loop
async def test_what_cannot_be_replayed_is_refused(world: World, record: Record) -> None:
    world.link.replay(record)
    await world.until(lambda: bool(world.refusals))
    assert "replayed" in world.refusals[0] and world.core.client.made == []


@on_qt_loop
async def test_a_request_is_sent_as_often_as_is_wanted(world: World) -> None:
    world.link.send("POST", "/x", "{}", 3)
    await world.until(lambda: len(world.core.client.made) == 3)


@on_qt_loop
async def test_faults_are_armed_and_taken_back(qtbot: QtBot, world: World) -> None:
    refusals: list[str] = []
    world.link.refused.connect(refusals.append)
    faults = world.core.simulator.faults
    world.link.arm_fault("operation.8511", "call")
    await world.until(lambda: [fault.call_id for fault in faults.armed] == ["call"])
    world.link.disarm_fault()
    await world.until(lambda: faults.armed == ())
    world.link.arm_fault("no.fault")
    await world.until(lambda: bool(refusals))
    assert "There is no fault 'no.fault'" in refusals[0]


@on_qt_loop
async def test_what_memory_has_of_a_call(world: World) -> None:
    """For an export: its records as they are, and its recordings while they live."""
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    operation = await world.bot.record(call_id, maxRecordDurationInSeconds=1)
    await world.until(lambda: "ended" in world.kinds())
    await world.record(kind="warning")
    records = await world.link.records_of(call_id)
    everything = await world.link.records_of(None)
    assert len(everything) > len(records) and {record.call_id for record in records} == {call_id}
    audio = await world.link.audio_of(call_id)
    assert list(audio) == [operation] and len(audio[operation]) == 16_000
    assert await world.link.audio_of("another") == {}
    assert world.link.history is None and world.link.run_id == "this-run"


@on_qt_loop
async def test_what_was_heard_where_no_recording_came_of_it(world: World) -> None:
    call_id = await world.call()
    operation = await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1)
    await world.until(lambda: "ended" in world.kinds())
    audio = await world.link.audio_of(call_id)
    assert await world.link.take(operation) is None
    assert list(audio) == [operation] and len(audio[operation]) == 16_000
