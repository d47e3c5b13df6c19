"""What the bot can do: refusals that leave everything as it was."""

from __future__ import annotations

import pytest

from app.graph.errors import GraphError
from app.graph.instant import INSTANT, InstantRequest
from app.graph.requests import AnswerRequest
from tests.helpers.simulator import ANSWER, bench, request


async def test_a_refused_second_answer_leaves_the_first_in_force() -> None:
    sim = bench()
    call = await sim.established()
    with pytest.raises(GraphError):
        sim.simulator.bot.answer(call.id, AnswerRequest("http://127.0.0.1:9/x", False), "http://x")
    kept = sim.simulator.call(call.id)
    assert kept.callback_uri == ANSWER.callback_uri
    assert kept.base_url == "http://127.0.0.1:8899" and kept.service_hosted
    await sim.simulator.close()


async def test_cancelling_fails_what_runs_and_what_waits() -> None:
    sim = bench()
    call = await sim.established()
    first = sim.simulator.bot.record_response(call.id, request())
    second = sim.simulator.bot.record_response(call.id, request())
    sim.simulator.bot.cancel_media(call.id)
    for running in (first, second):
        done = await sim.notifications.until("deleted", id=running["id"])
        assert done.data["resultInfo"]["subcode"] == 8508
        assert done.data["recordingLocation"] == ""
    await sim.simulator.close()


async def test_barging_in_notifies_for_each_cancelled_operation() -> None:
    sim = bench()
    call = await sim.established()
    first = sim.simulator.bot.record_response(call.id, request())
    second = sim.simulator.bot.record_response(call.id, request(bargeInAllowed=True))
    cancelled = await sim.notifications.until("deleted", id=first["id"])
    assert cancelled.data["resultInfo"]["code"] == 400
    assert sim.simulator.bot.operation(call.id, second["id"])["status"] == "running"
    await sim.simulator.close()


async def test_an_unknown_operation_is_not_found() -> None:
    sim = bench()
    call = await sim.established()
    with pytest.raises(GraphError) as refused:
        sim.simulator.bot.operation(call.id, "nothing")
    assert refused.value.status == 404
    await sim.simulator.close()


async def test_a_subscriber_hears_of_every_key_from_then_on() -> None:
    sim = bench()
    call = await sim.established()
    sim.simulator.press(call.id, "7")
    for _ in range(2):
        sim.simulator.bot.at_once(call.id, InstantRequest(INSTANT["subscribeToTone"], None))
    for key in "1*#d":
        sim.simulator.press(call.id, key)
    told = [s for s in sim.notifications.sent if "toneInfo" in s.data]
    assert [(s.data["toneInfo"]["sequenceId"], s.data["toneInfo"]["tone"]) for s in told] == [
        (1, "tone1"),
        (2, "star"),
        (3, "pound"),
        (4, "d"),
    ]
    assert {s.change for s in told} == {"updated"}
    assert told[0].data == {
        "@odata.type": "#microsoft.graph.call",
        "state": "established",
        "toneInfo": {
            "@odata.type": "#microsoft.graph.toneInfo",
            "sequenceId": 1,
            "tone": "tone1",
        },
        "id": call.id,
    }
    await sim.simulator.close()


async def test_the_key_that_stops_a_recording_is_told_before_its_end() -> None:
    sim = bench()
    call = await sim.established()
    sim.simulator.bot.at_once(call.id, InstantRequest(INSTANT["subscribeToTone"], None))
    sim.simulator.bot.record_response(call.id, request(stopTones=["#"], playBeep=False))
    sim.simulator.press(call.id, "#")
    assert ["toneInfo" in s.data for s in sim.notifications.sent[-2:]] == [True, False]
    await sim.simulator.close()


async def test_a_bot_that_hosts_its_media_cannot_subscribe_to_keys() -> None:
    sim = bench()
    call = await sim.simulator.dial(bot_url="http://127.0.0.1:9/bot")
    sim.simulator.bot.answer(call.id, AnswerRequest("http://127.0.0.1:9/x", False), "http://x")
    with pytest.raises(GraphError) as refused:
        sim.simulator.bot.at_once(call.id, InstantRequest(INSTANT["subscribeToTone"], None))
    assert (refused.value.status, refused.value.code) == (400, "8500")
    await sim.simulator.close()


async def test_the_bots_word_on_its_recording_is_a_record() -> None:
    sim = bench()
    call = await sim.established()
    wanted = InstantRequest(INSTANT["updateRecordingStatus"], None, "recording")
    sim.simulator.bot.at_once(call.id, wanted)
    assert sim.of_kind("recordingStatus")[0].data == {"status": "recording"}
    await sim.simulator.close()
