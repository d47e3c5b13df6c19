"""A call as the settings want it."""

from __future__ import annotations

from app.graph.requests import CreateCallRequest
from app.graph.tones import SendTonesRequest
from app.settings import Settings
from tests.helpers.fakes import Notified
from tests.helpers.simulator import BOT, Bench, bench

_ONE_TONE = SendTonesRequest(("1",), 0, None)
FAST = Settings().set("hearing.detector", "energy")


async def told(sim: Bench) -> list[Notified]:
    await sim.simulator.dial(bot_url=BOT)
    await sim.simulator.close()
    return sim.notifications.sent


async def test_phone_and_bot_are_the_same_in_all_calls_of_a_run() -> None:
    sim = bench(FAST)
    first = (await sim.simulator.dial(bot_url=BOT)).id
    other = (await sim.simulator.dial(bot_url=BOT)).id
    one, two = (sim.simulator.call(call).facts for call in (first, other))
    assert (one.user_id, one.app_id, one.tenant_id) == (two.user_id, two.app_id, two.tenant_id)
    ids = {one.id, two.id, one.chain_id, two.chain_id, one.my_participant_id, two.my_participant_id}
    assert len(ids) == 6
    await sim.simulator.close()


async def test_a_call_that_the_bot_places_has_whom_it_names() -> None:
    sim = bench(FAST.set("notifications.legacyHandshake", value=True))
    request = CreateCallRequest(BOT, service_hosted=True, user_id="heidi", user_name="Heidi")
    call = await sim.simulator.ring(request, "http://127.0.0.1:8899")
    assert sim.simulator.call(call.id).roster[0].identity["displayName"] == "Heidi"
    assert sim.notifications.sent[0].change == "updated", "no old format for the bot's own call"
    await sim.simulator.close()


async def test_the_old_format_comes_before_graphs_where_it_is_wanted() -> None:
    sim = bench(FAST.set("notifications.legacyHandshake", value=True))
    legacy, incoming = (await told(sim))[:2]
    assert legacy.change == "legacy" and legacy.data["callState"] == "incoming"
    assert legacy.data["id"] == incoming.data["id"] and incoming.change == "created"


async def test_codes_and_status_can_be_spelled_as_of_old() -> None:
    sim = bench(FAST.set("notifications.codes", "strings").set("notifications.status", "capital"))
    call = await sim.established()
    running = sim.simulator.bot.send_tones(call.id, _ONE_TONE)
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["status"] == "Completed"
    assert (done.data["resultInfo"]["code"], done.data["resultInfo"]["subcode"]) == ("200", "0")
    sim.simulator.hang_up(call.id)
    ended = await sim.notifications.until("deleted", state="terminated")
    assert ended.data["resultInfo"]["subcode"] == "4521"
    await sim.simulator.close()
