"""What the bot can do: refusals that leave everything as it was."""

from __future__ import annotations

import pytest

from app.graph.errors import GraphError
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
