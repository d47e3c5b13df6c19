"""The bridge against a stand-in that answers, misbehaves, or is not there."""

from __future__ import annotations

import asyncio
import json

import pytest

from app.bridge.answered import BadTrust
from app.bridge.credentials import BotToken
from app.bridge.lines import MOST_WAITING
from app.bridge.sending import BridgeConfig
from app.bridge.target import parse_target
from app.runtime.bridging import BridgeMode
from tests.helpers.bridged import JSON, PASS_THROUGH, TOKEN, answered, asked, bridged
from tests.helpers.wire_server import Seen, answer, free_port, wire_server

MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
THEIRS = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
CALLS = "/v1.0/communications/calls"


async def test_a_mirrored_request_is_sent_on_and_compared() -> None:
    theirs = json.dumps({"id": THEIRS, "state": "established", "extra": 1}).encode()
    mine = json.dumps({"id": MINE, "state": "establishing"}).encode()
    async with (
        wire_server(lambda seen: answer(201, theirs, Content_Type="application/json")) as real,
        bridged(real.url) as line,
    ):
        line.bridge.mirror(
            asked("POST", f"{CALLS}?x=%2F", b"{}", call_id=MINE), answered(201, mine, JSON)
        )
        (record,) = await line.until("exchange")
    (seen,) = real.seen
    assert (seen.method, seen.path, seen.body) == ("POST", f"{CALLS}?x=%2F", b"{}")
    assert seen.headers["authorization"] == f"Bearer {TOKEN}"
    assert seen.headers["content-type"] == "application/json"
    assert record.call_id == MINE and record.exchange is not None
    assert record.exchange.kind == "bridge" and record.exchange.status == 201
    assert TOKEN not in str(record) and "bot-token" not in str(record)
    kinds = {d["where"]: d["kind"] for d in record.data["bridge"]["differences"]}
    kinds.pop("time", None)
    assert kinds == {"body.id": "expected", "body.state": "value", "body.extra": "shape"}
    assert line.bridge.pairs.real(MINE) == THEIRS, "what both created is paired"


async def test_ids_are_translated_and_unknown_ones_go_nowhere() -> None:
    async with wire_server() as real, bridged(real.url) as line:
        line.bridge.pairs.set(MINE, THEIRS)
        line.bridge.mirror(asked("DELETE", f"{CALLS}/{MINE}", call_id=MINE), answered(204))
        await real.until(1)
        line.bridge.mirror(asked("DELETE", f"{CALLS}/{THEIRS}", call_id=THEIRS), answered(204))
        (left,) = await line.until("bridgeNotSent")
    assert [seen.path for seen in real.seen] == [f"{CALLS}/{THEIRS}"]
    assert "no counterpart" in left.data["message"]


async def test_requests_of_a_call_keep_their_order_and_calls_do_not_wait_for_each_other() -> None:
    release = asyncio.Event()

    async def slow_for_mine(seen: Seen) -> bytes:
        if seen.path.endswith(MINE):
            await release.wait()
        return answer(200)

    async with wire_server(slow_for_mine) as real, bridged(real.url) as line:
        line.bridge.pairs.set(MINE, MINE)
        line.bridge.pairs.set(THEIRS, THEIRS)
        for call in (MINE, THEIRS):
            line.bridge.mirror(asked("GET", f"{CALLS}/{call}", call_id=call), answered(200))
            line.bridge.mirror(asked("DELETE", f"{CALLS}/{call}", call_id=call), answered(204))
        await real.until(3)
        assert [s.method for s in real.seen if s.path.endswith(MINE)] == ["GET"]
        release.set()
        await real.until(4)
    assert [s.method for s in real.seen if s.path.endswith(MINE)] == ["GET", "DELETE"]
    assert [s.method for s in real.seen if s.path.endswith(THEIRS)] == ["GET", "DELETE"]


async def test_a_target_that_hangs_holds_up_nobody() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(never) as real, bridged(real.url) as line:
        for _ in range(MOST_WAITING + 1):
            line.bridge.mirror(asked("GET", CALLS), answered(200))
        await real.until(1)
        for _ in range(2):
            line.bridge.mirror(asked("GET", CALLS), answered(200))
        # One before any was sent; then there was room for one of two.
        first, left = await line.until("bridgeNotSent", 2)
        assert first.data == left.data
        assert f"{MOST_WAITING} requests wait" in left.data["message"]


async def test_a_429_holds_back_what_follows_and_nothing_is_sent_twice() -> None:
    answers = iter([answer(429, b"{}", Retry_After="1"), answer(200), answer(200)])
    async with wire_server(lambda seen: next(answers)) as real, bridged(real.url) as line:
        line.bridge.mirror(asked("GET", CALLS, call_id="one"), answered(200))
        (first,) = await line.until("exchange")
        assert line.bridge.held_until is not None
        line.bridge.mirror(asked("GET", CALLS, call_id="two"), answered(200))
        once = await line.bridge.send_once(asked("GET", f"{CALLS}?by=hand"))
        records = await line.until("exchange", 3)
        assert line.bridge.held_until is None
    assert once in records and len(real.seen) == 3
    assert all((later.at - first.at).total_seconds() > 0.9 for later in records[1:])


async def test_switched_off_what_a_429_held_back_stays_here() -> None:
    reply = answer(429, b"{}", Retry_After="3600")
    async with wire_server(lambda seen: reply) as real, bridged(real.url) as line:
        line.bridge.mirror(asked("GET", CALLS, call_id="one"), answered(200))
        await line.until("exchange")
        line.bridge.mirror(asked("GET", CALLS, call_id="two"), answered(200))
        await asyncio.sleep(0)
        await line.bridge.set_up(None)
        await line.until("bridgeNotSent")
    assert len(real.seen) == 1


async def test_a_header_that_is_no_utf8_is_not_sent_otherwise_than_it_came() -> None:
    odd = (("Authorization", "Bearer x"), ("X-Odd", "a\udce9b"))
    async with wire_server() as real, bridged(real.url, PASS_THROUGH) as line:
        got = await line.bridge.pass_through(asked("GET", CALLS, headers=odd))
        assert got.status == 502 and b"the header X-Odd is not in UTF-8" in got.body
        assert real.seen == []
        good = (("Authorization", "Bearer x"), ("X-Good", "Zürich"))
        await line.bridge.pass_through(asked("GET", CALLS, headers=good))
        assert real.seen[0].headers["x-good"].encode("latin-1") == "Zürich".encode()


async def test_switched_off_what_waits_stays_here() -> None:
    hold = asyncio.Event()

    async def waits(seen: Seen) -> bytes:
        await hold.wait()
        return answer(200)

    async with wire_server(waits) as real, bridged(real.url) as line:
        line.bridge.mirror(asked("GET", CALLS), answered(200))
        line.bridge.mirror(asked("GET", CALLS), answered(200))
        await real.until(1)
        await line.bridge.set_up(None)
        await line.until("bridgeNotSent")
        assert line.bridge.mode is BridgeMode.OFF and line.bridge.config is None
        record = await line.bridge.send_once(asked("GET", CALLS))
        assert "no target" in record.data["message"]
    assert len(real.seen) == 1


async def test_passed_through_the_bot_gets_the_real_answer() -> None:
    body = json.dumps({"id": THEIRS}).encode()
    reply = answer(
        201, body, Content_Type="application/json", Location="https://g/x", Connection="close"
    )
    async with wire_server(lambda seen: reply) as real, bridged(real.url, PASS_THROUGH) as line:
        got = await line.bridge.pass_through(asked("GET", f"{CALLS}/{THEIRS}"))
    assert (got.status, got.body) == (201, body)
    assert dict(got.headers) == {"Content-Type": "application/json", "Location": "https://g/x"}
    assert real.seen[0].path == f"{CALLS}/{THEIRS}", "ids stay as they are"


@pytest.mark.parametrize("status", [302, 401, 403, 404, 429, 500, 503])
async def test_passed_through_a_refusal_is_the_bots_too(status: int) -> None:
    reply = answer(status, b"<html>", Retry_After="7", Location="https://elsewhere.example")
    async with wire_server(lambda seen: reply) as real, bridged(real.url, PASS_THROUGH) as line:
        got = await line.bridge.pass_through(asked("POST", CALLS, b"{}"))
    assert (got.status, got.body) == (status, b"<html>")
    assert dict(got.headers)["Retry-After"] == "7" and len(real.seen) == 1


async def test_passed_through_to_nobody_it_is_a_502_in_graphs_shape() -> None:
    async with bridged(f"http://127.0.0.1:{await free_port()}", PASS_THROUGH) as line:
        sent = asked("POST", CALLS, b"{}", headers=(("client-request-id", "my-id"),))
        got = await line.bridge.pass_through(sent)
        (record,) = await line.until("exchange")
    error = json.loads(got.body)["error"]
    assert (got.status, error["code"]) == (502, "BadGateway")
    assert error["innerError"]["client-request-id"] == "my-id"
    assert record.exchange is not None and record.exchange.status is None
    assert "no connection" in str(record.exchange.error)


async def test_slower_than_the_bots_patience_it_is_a_504() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with (
        wire_server(never) as real,
        bridged(real.url, PASS_THROUGH, seconds=0.2) as line,
    ):
        got = await line.bridge.pass_through(asked("POST", CALLS, b"{}"))
    assert (got.status, json.loads(got.body)["error"]["code"]) == (504, "GatewayTimeout")
    assert len(real.seen) == 1


async def test_the_bots_own_token_and_the_one_that_goes_no_further() -> None:
    ours = BotToken(lambda token: token == "ours")
    async with wire_server() as real, bridged(real.url, PASS_THROUGH, ours) as line:
        await line.bridge.pass_through(asked("GET", CALLS))
        refused = await line.bridge.pass_through(
            asked("GET", CALLS, headers=(("Authorization", "Bearer ours"),))
        )
        (left,) = await line.until("bridgeNotSent")
    assert [seen.headers["authorization"] for seen in real.seen] == ["Bearer bot-token"]
    assert refused.status == 502 and "own token endpoint" in left.data["message"]


async def test_the_public_callback_takes_the_place_of_the_bots() -> None:
    body = json.dumps({"callbackUri": "http://127.0.0.1:9/bot", "x": 1}).encode()
    created = json.dumps({"id": THEIRS}).encode()
    public = "https://tunnel.example/real"
    async with (
        wire_server(lambda seen: answer(201, created)) as real,
        bridged(real.url, callback_url=public) as line,
    ):
        line.bridge.mirror(asked("POST", CALLS, body), answered(201))
        await line.until("exchange")
    assert json.loads(real.seen[0].body) == {"callbackUri": public, "x": 1}
    assert line.bridge.callbacks == {THEIRS: "http://127.0.0.1:9/bot"}


async def test_mirrored_without_one_the_service_cannot_reach_the_bot() -> None:
    own = "http://127.0.0.1:9/bot"
    body = json.dumps({"callbackUri": own}).encode()

    def echo(seen: Seen) -> bytes:
        return answer(201, json.dumps({"id": THEIRS} | json.loads(seen.body)).encode())

    async with wire_server(echo) as real, bridged(real.url) as line:
        mine = answered(201, json.dumps({"id": MINE, "callbackUri": own}).encode(), JSON)
        line.bridge.mirror(asked("POST", CALLS, body), mine)
        (record,) = await line.until("exchange")
        kinds = {d["where"]: d["kind"] for d in record.data["bridge"]["differences"]}
        assert kinds["body.callbackUri"] == "expected"
        await line.bridge.send_once(asked("POST", CALLS, body))
    told = [json.loads(seen.body)["callbackUri"] for seen in real.seen]
    assert told == ["https://callback.invalid/", own], "what a person confirmed is sent as it is"


async def test_what_was_passed_through_can_be_sent_again_by_hand() -> None:
    async with wire_server() as real, bridged(real.url, PASS_THROUGH) as line:
        await line.bridge.pass_through(asked("GET", f"{CALLS}/{THEIRS}"))
        await line.bridge.send_once(asked("GET", f"{CALLS}/{THEIRS}"))
        line.bridge.pairs.set(MINE, THEIRS)
        await line.bridge.send_once(asked("GET", f"{CALLS}/{MINE}"))
    assert [seen.path for seen in real.seen] == [f"{CALLS}/{THEIRS}"] * 3


async def test_by_hand_a_real_id_of_the_table_is_one() -> None:
    async with wire_server() as real, bridged(real.url) as line:
        left = await line.bridge.send_once(asked("GET", f"{CALLS}/{THEIRS}"))
        line.bridge.pairs.set(MINE, THEIRS)
        await line.bridge.send_once(asked("GET", f"{CALLS}/{THEIRS}"))
    assert left.kind == "bridgeNotSent" and len(real.seen) == 1


async def test_authorities_that_cannot_be_read_change_nothing() -> None:
    async with wire_server() as real, bridged(real.url) as line:
        target = parse_target("https://graph.microsoft.com")
        assert line.bridge.config is not None
        bad = BridgeConfig(
            PASS_THROUGH, target, line.bridge.config.credentials, ca_file="/nowhere.pem"
        )
        with pytest.raises(BadTrust):
            await line.bridge.set_up(bad)
        assert line.bridge.mode is BridgeMode.MIRROR
        assert line.bridge.config.target.base == real.url
