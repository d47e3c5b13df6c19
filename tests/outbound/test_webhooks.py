from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from app.graph.notifications import call_path, notification, operation_path
from app.outbound.targets import Targets
from app.outbound.webhooks import WebhookSender
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.ports import SignerPort
from app.runtime.records import HttpExchange
from app.settings import Settings
from tests.helpers.watch import Watch
from tests.helpers.wire_server import Seen, answer, free_port, wire_server

CALL, OTHER = "57dab8b1-894c-409a-b240-bd8beae78896", "11111111-894c-409a-b240-bd8beae78896"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"


def about(call_id: str, state: str, **more: Any) -> dict[str, Any]:
    data = {"@odata.type": "#microsoft.graph.call", "state": state, "id": call_id, **more}
    return notification("updated", call_path(call_id), data)


def operation_ended() -> dict[str, Any]:
    data = {"@odata.type": "#microsoft.graph.recordOperation", "status": "completed"}
    return notification("deleted", operation_path(CALL, OPERATION), data)


def state_of(seen: Seen) -> str:
    state: str = json.loads(seen.body)["value"][0]["resourceData"]["state"]
    return state


def delivered(exchange: HttpExchange | None) -> bool:
    return exchange is not None and exchange.status == 202


@dataclass
class Line:
    sender: WebhookSender
    journal: Journal
    watch: Watch


@asynccontextmanager
async def line(
    settings: Settings | None = None,
    *,
    targets: Targets | None = None,
    signer: SignerPort | None = None,
    pause: float = 0.0,
    flush: float = 5.0,
) -> AsyncIterator[Line]:
    """A sender; ``pause`` seconds between attempts, ``flush`` seconds at its end."""
    numbers = itertools.count(1)
    journal = Journal(SystemClock())
    wanted = settings or Settings()
    sender = WebhookSender(
        journal,
        targets or Targets((), None),
        lambda: wanted,
        signer=signer,
        new_id=lambda: f"id-{next(numbers)}",
        back_off=lambda failed: pause,
        flush_seconds=flush,
    )
    try:
        yield Line(sender, journal, Watch(journal))
    finally:
        await sender.aclose()


class Signer:
    """Signs each attempt anew, or not at all."""

    def __init__(self, *tokens: str | None) -> None:
        self._tokens = list(tokens)
        self.calls: list[str] = []

    async def authorization(self, call_id: str) -> str | None:
        self.calls.append(call_id)
        token = self._tokens.pop(0)
        return None if token is None else f"Bearer {token}"


async def test_each_attempt_carries_a_token_that_nothing_keeps(
    caplog: pytest.LogCaptureFixture,
) -> None:
    signer = Signer("secret-1", "secret-2")
    answers = iter([answer(503), answer(202)])
    async with wire_server(lambda seen: next(answers)) as bot, line(signer=signer) as sending:
        sending.sender.send(CALL, bot.url, about(CALL, "established"))
        await sending.watch.until(lambda record: delivered(record.exchange))
        sent = [seen.headers["authorization"] for seen in bot.seen]
    assert sent == ["Bearer secret-1", "Bearer secret-2"]
    assert signer.calls == [CALL, CALL]
    kept = [dict(exchange.request_headers) for exchange in sending.watch.exchanges]
    assert [headers["Authorization"] for headers in kept] == ["Bearer [redacted]"] * 2
    assert "secret" not in repr(sending.journal.since(0)) + caplog.text


async def test_without_a_token_there_is_no_header() -> None:
    async with wire_server() as bot, line(signer=Signer(None)) as sending:
        sending.sender.send(CALL, bot.url, about(CALL, "established"))
        await bot.until(1)
    assert "authorization" not in bot.seen[0].headers


async def test_a_bot_that_is_down_does_not_bring_the_token_into_the_journal() -> None:
    url = f"http://127.0.0.1:{await free_port()}/"
    settings = Settings().set("webhooks.attempts", 1)
    async with line(settings, signer=Signer("secret")) as sending:
        sending.sender.send(CALL, url, about(CALL, "established"))
        await sending.watch.kind("warning")
    assert sending.watch.exchanges[0].error
    assert "secret" not in repr(sending.journal.since(0))


async def test_a_notification_is_on_the_wire_as_graph_writes_it() -> None:
    body = about(CALL, "incoming", callChainId="chain", subject="Grüße")
    async with wire_server() as bot, line() as now:
        now.sender.send(CALL, f"{bot.url}/api/calls?code=1", body)
        assert bot.seen == [], "send returns at once"
        (seen,) = await bot.until(1)
        record = await now.watch.kind("exchange")
    assert (seen.method, seen.path) == ("POST", "/api/calls?code=1")
    assert json.loads(seen.body) == body
    assert seen.headers == {
        "host": f"127.0.0.1:{bot.port}",
        "content-length": str(len(seen.body)),
        "accept": "application/json",
        "content-type": "application/json",
        "user-agent": "Microsoft-Skype/3.0,(Calling/1.0)",
        "x-microsoft-skype-chain-id": "chain",
        "x-microsoft-skype-message-id": "id-1",
        "scenario-id": "chain",
        "client-request-id": "id-2",
    }
    exchange = record.exchange
    assert exchange is not None
    assert (record.call_id, record.operation_id) == (CALL, None)
    assert (exchange.kind, exchange.direction, exchange.method) == ("webhook", "out", "POST")
    assert exchange.url == f"{bot.url}/api/calls?code=1"
    assert (exchange.status, exchange.error, exchange.attempt) == (202, None, 1)
    assert json.loads(exchange.request_body) == body
    assert dict(exchange.request_headers)["X-Microsoft-Skype-Chain-ID"] == "chain"
    assert exchange.response_headers == (("Content-Length", "0"),)
    assert 0 < exchange.seconds < 5
    assert now.watch.warnings == []


async def test_an_operation_is_named_in_the_record_and_belongs_to_the_chain() -> None:
    async with wire_server() as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming", callChainId="chain"))
        now.sender.send(CALL, bot.url, operation_ended())
        await now.watch.kind("exchange", 2)
    assert [record.operation_id for record in now.watch.records] == [None, OPERATION]
    assert [seen.headers["scenario-id"] for seen in bot.seen] == ["chain", "chain"]
    assert bot.connections == 1, "the connection is kept"


async def test_notifications_of_a_call_arrive_in_order_however_slow_the_bot() -> None:
    states = ["incoming", "establishing", "established", "terminating", "terminated"]
    open_now = 0

    async def slowly(seen: Seen) -> bytes:
        nonlocal open_now
        open_now += 1
        assert open_now == 1, "the next one waits for the answer"
        for _ in range(5):
            await asyncio.sleep(0)
        open_now -= 1
        return answer(202)

    async with wire_server(slowly) as bot, line() as now:
        for state in states:
            now.sender.send(CALL, bot.url, about(CALL, state))
        await bot.until(5)
    assert [state_of(seen) for seen in bot.seen] == states


async def test_calls_do_not_wait_for_each_other() -> None:
    release = asyncio.Event()

    async def hold(seen: Seen) -> bytes:
        if CALL.encode() in seen.body:
            await release.wait()
        return answer(202)

    async with wire_server(hold) as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        await bot.until(1)
        now.sender.send(OTHER, bot.url, about(OTHER, "incoming"))
        record = await now.watch.kind("exchange")
        assert record.call_id == OTHER
        release.set()
        assert (await now.watch.kind("exchange", 2)).call_id == CALL


async def test_a_bot_that_fails_is_tried_again_and_the_next_one_waits() -> None:
    answers = iter([500, 503, 202, 202])
    async with wire_server(lambda seen: answer(next(answers))) as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        now.sender.send(CALL, bot.url, about(CALL, "terminated"))
        await now.watch.kind("exchange", 4)
    assert [state_of(seen) for seen in bot.seen] == ["incoming"] * 3 + ["terminated"]
    assert [exchange.attempt for exchange in now.watch.exchanges] == [1, 2, 3, 1]
    assert [exchange.status for exchange in now.watch.exchanges] == [500, 503, 202, 202]
    first = bot.seen[0].headers["x-microsoft-skype-message-id"]
    assert "x-microsoft-skype-original-message-id" not in bot.seen[0].headers
    for seen in bot.seen[1:3]:
        assert seen.headers["x-microsoft-skype-original-message-id"] == first
        assert seen.headers["x-microsoft-skype-message-id"] != first
    assert now.watch.warnings == []


async def test_a_bot_that_is_down_is_given_up_with_advice_and_every_event_is_kept() -> None:
    url = f"http://127.0.0.1:{await free_port()}/api/calls"
    async with line(Settings(webhook_attempts=3)) as now:
        now.sender.send(CALL, url, about(CALL, "incoming"))
        now.sender.send(CALL, url, about(CALL, "terminated"))
        await now.watch.kind("warning", 2)
    refused = f"connection refused: no bot listens at {url.removesuffix('/api/calls')}"
    assert [exchange.error for exchange in now.watch.exchanges] == [refused] * 6
    assert [exchange.attempt for exchange in now.watch.exchanges] == [1, 2, 3, 1, 2, 3]
    assert [exchange.status for exchange in now.watch.exchanges] == [None] * 6
    kept = [json.loads(e.request_body)["value"][0] for e in now.watch.exchanges]
    assert [value["resourceData"]["state"] for value in kept] == ["incoming"] * 3 + [
        "terminated"
    ] * 3
    assert now.watch.warnings[0] == (
        f"The notification 'updated' (call incoming) was given up after 3 attempts: {refused}. "
        "Start the bot, or correct its address, and call again."
    )


async def test_a_bot_that_comes_up_in_time_gets_what_it_missed() -> None:
    port = await free_port()
    url = f"http://127.0.0.1:{port}/"
    async with line(Settings(webhook_attempts=20), pause=0.02) as now:
        now.sender.send(CALL, url, about(CALL, "incoming"))
        await now.watch.kind("exchange")
        async with wire_server(port=port) as bot:
            await bot.until(1)
            await now.watch.until(lambda record: delivered(record.exchange))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 415])
async def test_a_refusal_is_not_repeated(status: int) -> None:
    refusal = answer(status, b'{"error": "bad token"}')
    async with wire_server(lambda seen: refusal) as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        await now.watch.kind("warning")
    assert len(bot.seen) == 1
    (exchange,) = now.watch.exchanges
    assert (exchange.status, exchange.error) == (status, None)
    assert exchange.response_body == '{"error": "bad token"}'
    assert now.watch.warnings[0].startswith(
        f"The notification 'updated' (call incoming) was refused: the bot answered {status} "
        'and said "{"error": "bad token"}". It is not sent again.'
    )


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_an_error_and_is_not_followed(status: int) -> None:
    async with wire_server() as other, line() as now:
        redirect = answer(status, Location=f"{other.url}/stolen")
        async with wire_server(lambda seen: redirect) as bot:
            state = "established" if status == 302 else "incoming"
            now.sender.send(CALL, bot.url, about(CALL, state))
            await now.watch.kind("warning")
    assert other.seen == []
    assert len(bot.seen) == 1
    assert now.watch.exchanges[0].error == (
        f"a redirect to {other.url}/stolen, which notifications never follow"
    )
    assert "final address" in now.watch.warnings[0]


async def test_a_bot_that_does_not_answer_in_time() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    settings = Settings(webhook_attempts=1, webhook_timeout=0.05)
    async with wire_server(never) as bot, line(settings) as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        await now.watch.kind("warning")
    error = now.watch.exchanges[0].error
    assert error == f"timed out after 0.1 s: no answer from the bot at {bot.url}"
    assert now.watch.warnings[0].startswith(
        "The notification 'updated' (call incoming) was given up after one attempt: timed out"
    )


async def test_a_long_answer_is_read_up_to_a_bound() -> None:
    async with wire_server(lambda seen: answer(200, b"x" * 2_000_000)) as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        await now.watch.kind("exchange")
        now.sender.send(CALL, bot.url, about(CALL, "terminated"))
        await now.watch.kind("exchange", 2)
    body = now.watch.exchanges[0].response_body
    assert body == "x" * 1_048_576 + "\n[the first 1,048,576 bytes are kept]"
    assert len(bot.seen) == 2


async def test_a_target_that_must_not_be_contacted_is_said_and_kept() -> None:
    async with line() as now:
        now.sender.send(CALL, "http://169.254.169.254/", about(CALL, "incoming"))
        now.sender.send(CALL, "http://192.168.7.7/", about(CALL, "terminated"))
        await now.watch.kind("warning", 2)
    assert [exchange.status for exchange in now.watch.exchanges] == [None, None]
    first, second = now.watch.warnings
    assert first.startswith(
        "The notification 'updated' (call incoming) was not sent. Not contacted"
    )
    assert "--allow-target 192.168.7.7" in second
    assert json.loads(now.watch.exchanges[0].request_body) == about(CALL, "incoming")


async def test_a_question_to_the_user_holds_up_its_own_call_only() -> None:
    asked, decided = asyncio.Event(), asyncio.Event()

    async def user(host: str, purpose: str) -> bool:
        asked.set()
        await decided.wait()
        return True

    async def names(name: str) -> list[str]:
        return ["127.0.0.1", "10.9.9.9"]  # partly elsewhere: has to be asked about

    async with wire_server() as bot, line(targets=Targets((), user, names)) as now:
        now.sender.send(CALL, f"http://bot.example:{bot.port}/", about(CALL, "incoming"))
        await asked.wait()
        now.sender.send(OTHER, bot.url, about(OTHER, "incoming"))
        assert (await now.watch.kind("exchange")).call_id == OTHER
        decided.set()
        assert (await now.watch.kind("exchange", 2)).call_id == CALL


async def test_an_idle_call_has_no_task_and_an_ended_one_is_forgotten() -> None:
    def tasks() -> list[asyncio.Task[Any]]:
        return [task for task in asyncio.all_tasks() if CALL in task.get_name()]

    async with wire_server() as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming", callChainId="chain"))
        await asyncio.wait(tasks(), timeout=10)
        assert tasks() == []
        assert len(now.watch.exchanges) == 1
        now.sender.send(CALL, bot.url, about(CALL, "terminated"))
        await asyncio.wait(tasks(), timeout=10)
        assert tasks() == []
        now.sender.send(CALL, bot.url, operation_ended())
        await now.watch.kind("exchange", 3)
    chains = [seen.headers["x-microsoft-skype-chain-id"] for seen in bot.seen]
    assert chains[:2] == ["chain", "chain"]
    assert chains[2].startswith("id-"), "nothing of the ended call was kept"


async def test_the_end_delivers_what_is_left() -> None:
    async with wire_server() as bot:
        async with line() as now:
            for state in ("incoming", "established", "terminated"):
                now.sender.send(CALL, bot.url, about(CALL, state))
        assert [state_of(seen) for seen in bot.seen] == ["incoming", "established", "terminated"]
    assert now.watch.warnings == []


async def test_the_end_cuts_pauses_short_and_tries_once_more() -> None:
    answers = iter([503, 202, 202])
    async with wire_server(lambda seen: answer(next(answers))) as bot:
        async with line(pause=3600.0) as now:
            now.sender.send(CALL, bot.url, about(CALL, "incoming"))
            now.sender.send(CALL, bot.url, about(CALL, "terminated"))
            await now.watch.kind("exchange")
        assert [state_of(seen) for seen in bot.seen] == ["incoming", "incoming", "terminated"]


async def test_the_end_does_not_wait_for_a_bot_that_does_not_answer() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(never) as bot, line(flush=0.05) as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        now.sender.send(CALL, bot.url, about(CALL, "terminated"))
        await bot.until(1)
    assert [e.error for e in now.watch.exchanges] == ["broken off: the simulator was closed"]
    assert now.watch.warnings == [
        "The notification 'updated' (call incoming) was not delivered: the simulator was closed.",
        "The notification 'updated' (call terminated) was not delivered: the simulator was closed.",
    ]


async def test_after_the_end_nothing_is_sent_and_nothing_is_lost() -> None:
    async with wire_server() as bot:
        async with line() as now:
            pass
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        assert bot.seen == []
    assert now.watch.warnings == [
        "The notification 'updated' (call incoming) was not sent: the simulator was closed."
    ]


LEGACY = {"id": CALL, "callState": "incoming", "participants": []}


@pytest.mark.parametrize("status", [204, 200])
async def test_the_old_format_comes_first_and_wants_204(status: int) -> None:
    async with wire_server() as bot, line() as out:
        bot.script = lambda seen: answer(status)
        out.sender.send(CALL, f"{bot.url}/hook", LEGACY)
        out.sender.send(CALL, f"{bot.url}/hook", about(CALL, "incoming"))
        first, then = await bot.until(2)
        assert json.loads(first.body) == LEGACY
        assert state_of(then) == "incoming"
        await out.sender.aclose()
        warned = [r for r in out.journal.since(0) if r.kind == "warning"]
        assert ["waits for 204" in r.data["message"] for r in warned] == [True] * (status == 200)


async def test_a_bot_may_send_a_new_call_to_another_region_once() -> None:
    def script(seen: Seen) -> bytes:
        return answer(202) if seen.path == "/there" else answer(302, Location="/there")

    async with wire_server() as bot, line() as out:
        bot.script = script
        out.sender.send(CALL, f"{bot.url}/here", about(CALL, "incoming"))
        out.sender.send(CALL, f"{bot.url}/here", about(CALL, "terminated"))
        seen = await bot.until(3)
        assert [one.path for one in seen] == ["/here", "/there", "/there"]
        assert seen[0].body == seen[1].body
        await out.sender.aclose()
        assert not [r for r in out.journal.since(0) if r.kind == "warning"]


async def test_a_bot_that_sends_a_call_in_circles_is_told() -> None:
    async with wire_server() as bot, line() as out:
        bot.script = lambda seen: answer(302, Location="/round")
        out.sender.send(CALL, f"{bot.url}/round", about(CALL, "incoming"))
        await bot.until(2)
        await out.sender.aclose()
        assert len(bot.seen) == 2
        (warned,) = [r for r in out.journal.since(0) if r.kind == "warning"]
        assert "302" in warned.data["message"]


async def test_how_long_the_answer_came_in_is_measured() -> None:
    async with wire_server(lambda seen: answer(200, b"ok")) as bot, line() as now:
        now.sender.send(CALL, bot.url, about(CALL, "incoming"))
        await now.watch.kind("exchange")
    exchange = now.watch.exchanges[0]
    assert exchange.request_seconds is None and exchange.response_seconds is not None
    assert 0 < exchange.response_seconds < exchange.seconds
