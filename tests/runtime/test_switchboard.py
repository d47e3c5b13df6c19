"""The calls of this run: found, forgotten, shown."""

from __future__ import annotations

import pytest

from app.graph.errors import GraphError
from app.runtime.switchboard import KEPT_CALLS, UnknownCall
from tests.helpers.simulator import BOT, bench


async def test_calls_are_found_in_the_order_they_came() -> None:
    sim = bench()
    first = await sim.simulator.dial(bot_url=BOT)
    second = await sim.simulator.dial(bot_url=BOT)
    assert [c.id for c in sim.simulator.snapshots()] == [first.id, second.id]
    assert [c.id for c in sim.simulator.all()] == [first.id, second.id]
    with pytest.raises(UnknownCall):
        sim.simulator.snapshot("nobody")
    with pytest.raises(GraphError) as refused:
        sim.simulator.live_call("nobody")
    assert refused.value.status == 404
    await sim.simulator.close()


async def test_the_oldest_ended_calls_are_forgotten_never_a_running_one() -> None:
    sim = bench()
    running = await sim.simulator.dial(bot_url=BOT)
    ended = []
    for _ in range(KEPT_CALLS + 2):
        call = await sim.simulator.dial(bot_url=BOT)
        sim.simulator.hang_up(call.id)
        ended.append(call.id)
    kept = [call.id for call in sim.simulator.snapshots()]
    assert running.id in kept
    assert ended[0] not in kept and kept[1:] == ended[-len(kept) + 1 :]
    assert KEPT_CALLS <= len(kept) <= KEPT_CALLS + 2
    await sim.simulator.close()


async def test_a_refused_command_changes_nothing() -> None:
    sim = bench()
    call = await sim.established()
    sim.simulator.hang_up(call.id)
    before = sim.simulator.snapshot(call.id)
    with pytest.raises(GraphError):
        sim.simulator.hang_up(call.id)
    after = sim.simulator.snapshot(call.id)
    assert (after.engine, after.result) == (before.engine, before.result)
    await sim.simulator.close()


async def test_a_listener_can_stop() -> None:
    sim, heard = bench(), list[object]()
    stop = sim.simulator.listen(heard.append)
    await sim.simulator.dial(bot_url=BOT)
    stop()
    count = len(heard)
    assert count > 0
    await sim.simulator.dial(bot_url=BOT)
    assert len(heard) == count
    await sim.simulator.close()
