"""The practice bot against the real local Graph, with real webhooks, prompts and recordings."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from app.api.server import LocalGraph
from app.audio.wavfile import read_caller, read_prompt
from app.engine.states import CallState
from app.exports.redaction import redact_url
from app.graph.notifications import call_path, notification, operation_path
from app.outbound.prompts import PromptFetcher
from app.outbound.targets import Targets
from app.outbound.webhooks import WebhookSender
from app.practice_bot.bot import PracticeBot
from app.runtime.callers import CallerSpec
from app.runtime.clock import SystemClock, new_id
from app.runtime.feeder import Press
from app.runtime.journal import Journal
from app.runtime.recordings import RecordingStore
from app.runtime.records import HttpExchange, Record
from app.runtime.service import Simulator
from app.settings import Settings
from tests.helpers.fakes import NoAudio
from tests.helpers.watch import Watch
from tests.helpers.wave_bytes import samples_of, wav
from tests.helpers.wire_server import Seen, answer, wire_server

PROMPT = (np.sin(np.arange(800)) * 1000).astype(np.int16)
NOTHING = (np.sin(np.arange(960)) * 2000).astype(np.int16)
SPEECH = (np.arange(16_000) % 999).astype(np.int16)
BEEP = np.ones(320, np.int16)


@dataclass
class Line:
    simulator: Simulator
    bot: PracticeBot
    watch: Watch

    async def dial(self, caller: CallerSpec, *presses: Press) -> str:
        """Phone the bot; return the call's id."""
        dialled = await self.simulator.dial(bot_url=self.bot.url, caller=caller, presses=presses)
        return dialled.id

    async def kind(self, kind: str, call_id: str, count: int = 1) -> Record:
        """Wait for a record of one call."""
        return await self.watch.until(
            lambda record: (record.kind, record.call_id) == (kind, call_id), count
        )

    async def ended(self, call_id: str) -> None:
        """Wait for the end of the call, and until the bot knows of it."""
        await self.watch.until(
            lambda r: r.call_id == call_id and said(r.exchange) == ("deleted", "terminated")
        )

    def requests(self, call_id: str) -> list[str]:
        """Return the bot's requests in one call, with their status."""
        return [
            f"{e.method} {e.url.rpartition('/')[2].replace(call_id, 'call')} {e.status}"
            for e in self.exchanges(call_id)
            if e.kind == "api"
        ]

    def exchanges(self, call_id: str) -> list[HttpExchange]:
        records = [record for record in self.watch.records if record.call_id == call_id]
        return [record.exchange for record in records if record.exchange is not None]


def said(exchange: HttpExchange | None) -> tuple[str, str] | None:
    """Return change and state of a notification that was delivered."""
    if exchange is None or exchange.kind != "webhook" or exchange.status != 202:
        return None
    value = json.loads(exchange.request_body)["value"][0]
    return value["changeType"], value["resourceData"].get("state", "")


@asynccontextmanager
async def line(**settings: Any) -> AsyncIterator[Line]:
    clock, journal = SystemClock(), Journal(SystemClock())
    chosen = Settings(detector="energy", **settings)
    targets = Targets((), None)
    sender = WebhookSender(journal, targets, lambda: chosen)
    prompts = PromptFetcher(journal, targets, read_prompt, lambda: chosen)
    simulator = Simulator(
        settings=chosen,
        journal=journal,
        recordings=RecordingStore(clock, new_id),
        clock=clock,
        new_id=new_id,
        audio=NoAudio(),
        notifications=sender,
        prompts=prompts,
        read_audio=read_caller,
        beep=BEEP,
        check_target=targets.check,
    )
    graph = LocalGraph(
        simulator, clock=clock, new_id=new_id, read_audio=read_caller, control_key=None
    )
    await graph.start("127.0.0.1", 0)
    bot = PracticeBot(graph.base_url, wav(PROMPT), wav(NOTHING))
    await bot.start()
    try:
        yield Line(simulator, bot, Watch(journal))
    finally:
        await simulator.close()
        await sender.aclose()
        await prompts.aclose()
        await bot.stop()
        await graph.stop()


@pytest.fixture
def caller(tmp_path: Path) -> CallerSpec:
    path = tmp_path / "caller.wav"
    path.write_bytes(wav(SPEECH))
    return CallerSpec("file", path)


async def test_it_records_the_caller_plays_it_back_and_hangs_up(caller: CallerSpec) -> None:
    async with line() as now:
        call_id = await now.dial(caller, Press("#", 4800))
        await now.kind("recordingStarted", call_id)
        assert now.bot.calls == 1
        await now.ended(call_id)
        assert now.bot.calls == 0
        assert now.simulator.snapshot(call_id).result == (
            200,
            7000,
            "Call ended by the application. DiagCode: 200#7000.@",
        )
    assert now.requests(call_id) == [
        "POST answer 202",
        "POST recordResponse 200",
        "POST playPrompt 200",
        "DELETE call 204",
    ]
    answered, recorded, played, _ = (e for e in now.exchanges(call_id) if e.kind == "api")
    assert json.loads(answered.request_body) == {
        "callbackUri": now.bot.url,
        "acceptedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
    }
    body = json.loads(recorded.request_body)
    assert {name: body[name] for name in body if name not in ("clientContext", "prompts")} == {
        "bargeInAllowed": True,
        "initialSilenceTimeoutInSeconds": 5,
        "maxSilenceTimeoutInSeconds": 2,
        "maxRecordDurationInSeconds": 10,
        "playBeep": True,
        "stopTones": ["#", "1", "*"],
    }
    assert body["clientContext"] != json.loads(played.request_body)["clientContext"]
    downloads = [e for e in now.exchanges(call_id) if e.kind == "download"]
    assert [(e.method, e.status) for e in downloads] == [("GET", 200)]
    prompts = [e for e in now.exchanges(call_id) if e.kind == "prompt"]
    assert len(prompts) == 2
    assert f"{len(wav(PROMPT)):,} bytes" in prompts[0].response_body
    ends = [r.data for r in now.watch.records if r.kind == "ended" and r.call_id == call_id]
    assert [end["reason"] for end in ends] == ["stopToneDetected", "completedSuccessfully"]
    # What was played back is what the caller said until the key, to the byte.
    digest = hashlib.sha256(wav(SPEECH[:4800])).hexdigest()
    assert digest in downloads[0].response_body
    assert digest in prompts[1].response_body
    assert now.watch.warnings == []


async def test_a_recording_that_failed_is_answered_and_the_call_ended(caller: CallerSpec) -> None:
    async with line() as now, httpx.AsyncClient(trust_env=False) as other:
        call_id = await now.dial(caller)
        await now.kind("recordingStarted", call_id)
        graph = f"{now.simulator.base_url}/v1.0/communications/calls/{call_id}"
        bearer = {"Authorization": "Bearer x"}
        await other.post(f"{graph}/cancelMediaProcessing", json={}, headers=bearer)
        await now.ended(call_id)
    assert now.requests(call_id)[-2:] == ["POST playPrompt 200", "DELETE call 204"]
    last = [e for e in now.exchanges(call_id) if e.kind == "prompt"][-1]
    assert f"{len(wav(NOTHING)):,} bytes" in last.response_body
    assert [e for e in now.exchanges(call_id) if e.kind == "download"] == []


async def test_it_is_in_several_calls_at_once(caller: CallerSpec) -> None:
    async with line() as now:
        calls = [await now.dial(caller) for _ in range(3)]
        for call_id in calls:
            await now.kind("recordingStarted", call_id)
        assert now.bot.calls == 3
        for call_id in reversed(calls):
            now.simulator.press(call_id, "1")
        for call_id in calls:
            await now.ended(call_id)
        assert now.bot.calls == 0
    for call_id in calls:
        assert now.requests(call_id)[-1] == "DELETE call 204"


async def test_a_caller_who_hangs_up_leaves_nothing_behind(caller: CallerSpec) -> None:
    async with line() as now:
        call_id = await now.dial(caller)
        await now.kind("recordingStarted", call_id)
        now.simulator.hang_up(call_id)
        await now.ended(call_id)
        assert now.bot.calls == 0
        assert now.simulator.snapshot(call_id).engine.state is CallState.TERMINATED
    assert now.requests(call_id) == ["POST answer 202", "POST recordResponse 200"]


# -- against a Graph that a test plays -------------------------------------------------------

CALL = "57dab8b1-894c-409a-b240-bd8beae78896"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"


@dataclass
class Stage:
    """A bot, a Graph whose answers a test gives, and a client that notifies the bot."""

    bot: PracticeBot
    graph: Any
    http: httpx.AsyncClient

    async def tell(self, state: str, change: str = "updated", **more: Any) -> int:
        data = {"@odata.type": "#microsoft.graph.call", "state": state, "id": CALL} | more
        return await self.post(notification(change, call_path(CALL), data))

    async def end(self, kind: str, **more: Any) -> int:
        """The operation that was asked for last has ended."""
        context = json.loads(self.graph.seen[-1].body)["clientContext"]
        data = {"@odata.type": f"#microsoft.graph.{kind}", "clientContext": context, **more}
        return await self.post(notification("deleted", operation_path(CALL, OPERATION), data))

    async def post(self, body: Any) -> int:
        return (await self.http.post(self.bot.url, json=body)).status_code

    async def until_recording(self) -> None:
        await self.tell("incoming", "created")
        await self.graph.until(1)
        await self.tell("established", mediaState={"audio": "active"})
        await self.graph.until(2)

    async def recorded(self) -> None:
        location = f"{self.graph.url}/recordings/1"
        status = await self.end(
            "recordOperation",
            status="completed",
            recordingLocation=location,
            recordingAccessToken="token",
        )
        assert status == 202

    def paths(self) -> list[str]:
        return [f"{seen.method} {seen.path.rpartition('/')[2]}" for seen in self.graph.seen]

    def sound_url(self) -> str:
        """Return where the last prompt that was asked for is served."""
        body = json.loads(self.graph.seen[-1].body)
        url: str = body["prompts"][0]["mediaInfo"]["uri"]
        return url


@asynccontextmanager
async def stage(script: Callable[[Seen], Any] | None = None) -> AsyncIterator[Stage]:
    def everything(seen: Seen) -> bytes:
        return answer(200, wav(SPEECH)) if seen.method == "GET" else answer(202)

    async with wire_server(script or everything) as graph:
        bot = PracticeBot(graph.url, wav(PROMPT), wav(NOTHING))
        await bot.start()
        try:
            async with httpx.AsyncClient(trust_env=False) as http:
                yield Stage(bot, graph, http)
        finally:
            await bot.stop()


async def test_it_listens_on_loopback_at_an_address_that_cannot_be_guessed() -> None:
    async with stage() as first, stage() as second:
        assert first.bot.url.startswith("http://127.0.0.1:")
        *origin, secret, _, _ = first.bot.url.split("/")
        assert len(secret) > 40 and secret not in redact_url(first.bot.url)
        assert secret not in second.bot.url
        for path in ("api/calls", f"{secret[:-1]}/api/calls", "x/api/calls"):
            guess = "/".join([*origin, path])
            assert (await first.http.post(guess, json={"value": []})).status_code == 404


async def test_it_serves_its_prompt_and_then_the_recording_until_the_end() -> None:
    async with stage() as now:
        await now.until_recording()
        prompt = await now.http.get(now.sound_url())
        assert prompt.headers["content-type"] == "audio/wav"
        np.testing.assert_array_equal(samples_of(prompt.content), PROMPT)
        await now.recorded()
        await now.graph.until(4)
        assert now.graph.seen[2].headers["authorization"] == "Bearer token"
        url = now.sound_url()
        played = await now.http.get(url)
        np.testing.assert_array_equal(samples_of(played.content), SPEECH)
        await now.end("playPromptOperation", status="completed")
        await now.graph.until(5)
        assert (await now.http.get(url)).status_code == 200
        await now.tell("terminated", "deleted")
        assert (await now.http.get(url)).status_code == 404, "everything is dropped"
        assert now.bot.calls == 0
    assert now.paths() == [
        "POST answer",
        "POST recordResponse",
        "GET 1",
        "POST playPrompt",
        f"DELETE {CALL}",
    ]


async def test_notifications_that_come_twice_or_late_change_nothing() -> None:
    async with stage() as now:
        await now.tell("established", mediaState={"audio": "active"})  # before it knows the call
        for _ in range(2):
            await now.tell("incoming", "created")
        await now.graph.until(1)
        for _ in range(2):
            await now.tell("established", mediaState={"audio": "active"})
        await now.tell("establishing")
        await now.graph.until(2)
        for _ in range(2):
            await now.end("playPromptOperation", status="completed")  # not yet
        await now.recorded()
        await now.graph.until(4)
        await now.tell("terminated", "deleted")
    assert now.paths() == ["POST answer", "POST recordResponse", "GET 1", "POST playPrompt"]


@pytest.mark.parametrize("status", [401, 404, 500])
async def test_a_recording_that_cannot_be_downloaded_counts_as_none(status: int) -> None:
    def gone(seen: Seen) -> bytes:
        return answer(status if seen.method == "GET" else 202)

    async with stage(gone) as now:
        await now.until_recording()
        await now.recorded()
        await now.graph.until(4)
        assert now.sound_url().endswith("/nothing-heard.wav")
        sound = await now.http.get(now.sound_url())
        np.testing.assert_array_equal(samples_of(sound.content), NOTHING)


@pytest.mark.parametrize("action", ["recordResponse", "playPrompt"])
async def test_it_leaves_a_call_in_which_graph_refuses_something(action: str) -> None:
    def refuse(seen: Seen) -> bytes:
        return answer(400 if seen.path.endswith(action) else 200, wav(SPEECH))

    async with stage(refuse) as now:
        await now.until_recording()
        if action == "playPrompt":
            await now.recorded()
        seen = await now.graph.until(5 if action == "playPrompt" else 3)
    assert seen[-1].method == "DELETE"
    assert now.bot.calls == 0


async def test_a_call_that_cannot_be_answered_is_forgotten() -> None:
    async with stage(lambda seen: answer(404)) as now:
        await now.tell("incoming", "created")
        await now.graph.until(1)
        busy = [t for t in asyncio.all_tasks() if t.get_name().startswith("practice bot")]
        if busy:
            await asyncio.wait(busy, timeout=10)
        assert now.bot.calls == 0
    assert now.paths() == ["POST answer"]


async def test_a_download_that_outlives_the_call_is_not_kept() -> None:
    release = asyncio.Event()

    async def slowly(seen: Seen) -> bytes:
        if seen.method == "GET":
            await release.wait()
            return answer(200, wav(SPEECH))
        return answer(202)

    async with stage(slowly) as now:
        await now.until_recording()
        await now.recorded()
        await now.graph.until(3)
        await now.tell("terminated", "deleted")
        assert now.bot.calls == 0
        release.set()
        busy = [t for t in asyncio.all_tasks() if t.get_name().startswith("practice bot")]
        await asyncio.wait(busy, timeout=10)
    assert now.paths() == ["POST answer", "POST recordResponse", "GET 1"]


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"value": 1},
        {"value": [1]},
        {"value": [{"resourceUrl": "/communications/calls"}]},
        {"value": [{"resourceUrl": "/a/b/c"}]},
    ],
)
async def test_what_is_no_notification_is_refused(body: Any) -> None:
    async with stage() as now:
        assert await now.post(body) == 400
        assert (await now.http.post(now.bot.url, content=b"{")).status_code == 400
        assert await now.post({"value": []}) == 202
        roster = notification("updated", f"/calls/{CALL}/participants", {})
        roster["value"][0]["resourceData"] = [{}]
        assert await now.post(roster) == 202
    assert now.graph.seen == []


async def test_it_can_be_stopped_in_the_middle_of_a_call() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with stage(never) as now:
        await now.tell("incoming", "created")
        await now.graph.until(1)
        await now.bot.stop()
        assert now.bot.calls == 0
