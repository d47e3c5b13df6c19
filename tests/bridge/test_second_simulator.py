"""The real Graph is a second simulator: https with its own authority, its tokens, its signature."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from app.runtime.bridge_wish import Secrets
from app.runtime.bridging import BridgeMode
from tests.helpers.two_simulators import CLIENT_ID, SECRET, TENANT, two_simulators
from tests.helpers.wire_server import wire_server

CALLS = "/v1.0/communications/calls"


def new_call(callback: str) -> dict[str, Any]:
    """Return the body of a call that the bot places."""
    return {
        "@odata.type": "#microsoft.graph.call",
        "callbackUri": callback,
        "tenantId": TENANT,
        "requestedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        "targets": [
            {
                "@odata.type": "#microsoft.graph.invitationParticipantInfo",
                "identity": {
                    "@odata.type": "#microsoft.graph.identitySet",
                    "user": {"id": "112f7296-5fa4-42ca-bae8-6a692b15d4b8"},
                },
            }
        ],
    }


def states(sent: list[bytes]) -> list[str]:
    """Return the states of the call in the notifications that a bot got."""
    data = [json.loads(body)["value"][0]["resourceData"] for body in sent]
    return [str(one.get("state")) for one in data if "state" in one]


async def test_mirrored_with_a_token_of_its_own_and_compared(tmp_path: Path) -> None:
    async with wire_server() as bot_side, two_simulators(tmp_path, auth_bearer="issued") as two:
        await two.near.switch_bridge(two.wish(BridgeMode.MIRROR))
        placed = await two.bot.post(CALLS, json=new_call(f"{bot_side.url}/bot"))
        assert placed.status_code == 201
        mine = placed.json()["id"]
        bridged = await two.until(two.near, kind="bridge", method="POST", status=201)
        theirs = json.loads(bridged.exchange.response_body)["id"]
        assert mine != theirs and two.near.bridge.pairs.real(mine) == theirs
        assert all(d["kind"] == "expected" for d in bridged.data["bridge"]["differences"])
        assert (await two.bot.delete(f"{CALLS}/{mine}")).status_code == 204
        gone = await two.until(two.near, kind="bridge", method="DELETE")
        assert gone.exchange.status == 204 and gone.exchange.url.endswith(theirs)
        seen = await two.until(two.real, kind="api", method="DELETE", status=204)
        assert seen.exchange.url.endswith(theirs), "the same request reached the real one"
        heard = [json.loads(sent.body)["value"][0]["resourceUrl"] for sent in bot_side.seen]
        assert heard and all(mine in url for url in heard), "the bot never hears of the real call"
        texts = "\n".join(map(str, two.near.journal.since(0)))
        assert SECRET not in texts and "the-bots-own-token" not in texts


async def test_passed_through_its_notifications_are_verified_and_handed_on(tmp_path: Path) -> None:
    async with wire_server() as bot_side, two_simulators(tmp_path, auth_bearer="issued") as two:
        # The tunnel: the real one reaches the inbox of the near one at its own address.
        wish = two.wish(BridgeMode.PASS_THROUGH, callback_url=two.near.simulator.base_url)
        await two.near.switch_bridge(wish)
        placed = await two.bot.post(CALLS, json=new_call(f"{bot_side.url}/bot"))
        assert placed.status_code == 201, placed.text
        call = placed.json()["id"]
        assert [c.id for c in two.real.simulator.snapshots()] == [call]
        assert not two.near.simulator.snapshots()
        async with asyncio.timeout(15):
            count = 1
            while "established" not in states([s.body for s in await bot_side.until(count)]):
                count = len(bot_side.seen) + 1
        assert two.near.bridge.calls.state(call) == "established"
        arrived = await two.until(two.near, kind="webhook", direction="in", status=202)
        assert arrived.data["bridge"] == {"origin": "real Graph", "verified": True}
        own = next(r for r in two.near.journal.since(0) if r.exchange and r.exchange.kind == "api")
        assert own.data["bridge"] == {"mode": "pass-through", "origin": "real Graph"}
        assert ("Authorization", "[redacted]") in own.exchange.request_headers
        assert (await two.bot.delete(f"{CALLS}/{call}")).status_code == 204
        assert two.near.bridge.calls.state(call) == "terminated"


async def test_notifications_of_somebody_else_stop_here(tmp_path: Path) -> None:
    async with two_simulators(tmp_path) as two:
        wish = two.wish(BridgeMode.PASS_THROUGH, callback_url=two.near.simulator.base_url)
        await two.near.switch_bridge(wish)
        body = {"value": [{"changeType": "updated", "resourceUrl": f"{CALLS}/x"}]}
        inbox = "/_bridge/notifications"
        for headers in ({}, {"Authorization": "Bearer a.b.c"}):
            got = await two.bot.post(inbox, json=body, headers=headers)
            assert got.status_code == 403
        # Signed by the near one itself: it is not the service.
        await two.near._keys.key_set()
        forged = await two.near._keys.sign({"aud": CLIENT_ID, "iss": "https://graph.microsoft.com"})
        bearer = {"Authorization": f"Bearer {forged}"}
        assert (await two.bot.post(inbox, json=body, headers=bearer)).status_code == 403
        await two.near.switch_bridge(None)
        assert (await two.bot.post(inbox, json=body)).status_code == 404


async def test_credentials_that_are_refused_and_tokens_of_our_own(tmp_path: Path) -> None:
    async with two_simulators(tmp_path) as two:
        wrong = Secrets(
            tenant=TENANT, client_id=CLIENT_ID, secret=SECRET, authority="https://127.0.0.1:9"
        )
        await two.near.switch_bridge(two.wish(BridgeMode.PASS_THROUGH, secrets=wrong))
        got = await two.bot.get(CALLS)
        assert got.status_code == 502 and "cannot be asked for a token" in got.text
        assert SECRET not in got.text
        await two.near.switch_bridge(two.wish(BridgeMode.PASS_THROUGH, credentials="bot"))
        assert (await two.bot.get(CALLS)).status_code == 200
        token = f"/{TENANT}/oauth2/v2.0/token"
        form = {
            "grant_type": "client_credentials",
            "client_id": CLIENT_ID,
            "client_secret": "x",
            "scope": "https://graph.microsoft.com/.default",
        }
        ours = (await two.bot.post(token, data=form)).json()["access_token"]
        refused = await two.bot.get(CALLS, headers={"Authorization": f"Bearer {ours}"})
        assert refused.status_code == 502 and "own token endpoint" in refused.text


async def test_an_authority_that_is_not_trusted(tmp_path: Path) -> None:
    async with two_simulators(tmp_path) as two:
        wish = two.wish(BridgeMode.PASS_THROUGH, credentials="bot", ca_file=None)
        await two.near.switch_bridge(wish)
        got = await two.bot.get(CALLS)
    assert got.status_code == 502 and "certificate is not trusted" in got.text


async def test_passed_through_calls_of_the_phone_here_stay_here(tmp_path: Path) -> None:
    async with wire_server() as bot_side, two_simulators(tmp_path) as two:
        await two.near.switch_bridge(two.wish(BridgeMode.PASS_THROUGH, credentials="bot"))
        call = (await two.near.simulator.dial(bot_url=f"{bot_side.url}/bot")).id
        media = {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"}
        body = {
            "callbackUri": f"{bot_side.url}/bot",
            "mediaConfig": media,
            "acceptedModalities": ["audio"],
        }
        answered = await two.bot.post(f"{CALLS}/{call.upper()}/answer", json=body)
        assert answered.status_code == 202, answered.text
        assert (await two.bot.get(f"{CALLS}/{call}")).status_code == 200
        other = await two.bot.get(f"{CALLS}/{TENANT}")
        assert other.status_code == 404
        seen = [r.exchange.url for r in two.real.journal.since(0) if r.exchange is not None]
        assert len(seen) == 1 and seen[0].endswith(TENANT)
