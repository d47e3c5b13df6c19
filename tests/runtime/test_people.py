"""Other people answer after a while, unless the call is over by then."""

from __future__ import annotations

from app.engine.states import CallState
from app.graph.participants import InviteRequest, Person
from app.settings import Settings
from tests.helpers.simulator import Bench, bench

HEIDI = Person("user", {"id": "heidi", "displayName": "Heidi"}, None)


def fast() -> Bench:
    settings = Settings().set("hearing.detector", "energy").set("call.targetSeconds", 0)
    return bench(settings)


async def test_who_was_asked_in_joins_and_has_an_id_of_their_own() -> None:
    sim = fast()
    call = await sim.established()
    people = sim.simulator.people
    running = people.invite(call.id, InviteRequest((HEIDI, HEIDI), "c"))
    assert people.participants(call.id) == []
    await sim.notifications.until("deleted", id=running["id"])
    joined = people.participants(call.id)
    assert len({who["id"] for who in joined}) == 4
    assert [who["mediaStreams"][0]["sourceId"] for who in joined] == ["1", "2", "3", "4"]
    await sim.simulator.close()


async def test_nobody_joins_or_takes_a_call_that_is_over() -> None:
    sim = fast()
    call = await sim.established()
    people = sim.simulator.people
    running = people.invite(call.id, InviteRequest((HEIDI,), None))
    people.transfer(call.id, HEIDI)
    sim.simulator.hang_up(call.id)
    await sim.until(lambda: sim.kinds().count("callStateChanged") >= 3)
    assert sim.simulator.snapshot(call.id).engine.state is CallState.TERMINATED
    await sim.simulator.close()
    changes = [s.change for s in sim.notifications.sent if isinstance(s.data, dict)]
    assert changes.count("deleted") == 1, "the call's own end"
    told = [s.data["status"] for s in sim.notifications.sent if s.data.get("id") == running["id"]]
    assert told == ["running"]
