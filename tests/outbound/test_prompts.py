from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from app.audio.wavfile import read_prompt
from app.engine.outcome import Cause
from app.graph.requests import MediaInfo
from app.outbound import prompts as module
from app.outbound.prompts import PromptFetcher
from app.outbound.targets import Targets
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.ports import Audio, PromptUnavailable
from app.settings import Settings
from tests.helpers.watch import Watch
from tests.helpers.wave_bytes import wav
from tests.helpers.wire_server import Seen, answer, free_port, wire_server

CALL = "57dab8b1-894c-409a-b240-bd8beae78896"
SOUND = (np.arange(1600) * 7 % 2000).astype(np.int16)
WAV = wav(SOUND)
STEREO = wav(np.repeat(SOUND, 2), channels=2)


@dataclass
class Reader:
    """The real decoder; keeps how often it was asked."""

    asked: list[bool] = field(default_factory=list)

    def __call__(self, data: bytes, *, lenient: bool) -> Audio:
        self.asked.append(lenient)
        return read_prompt(data, lenient=lenient)


@dataclass
class Fetching:
    fetcher: PromptFetcher
    watch: Watch
    reader: Reader

    async def fetch(self, uri: str, resource_id: str | None = None) -> Audio:
        return await self.fetcher.fetch(CALL, MediaInfo(uri, resource_id))

    async def failure(self, uri: str) -> PromptUnavailable:
        with pytest.raises(PromptUnavailable) as failed:
            await self.fetch(uri)
        return failed.value


class Clock(SystemClock):
    """Stands still until it is moved."""

    seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds


@asynccontextmanager
async def fetching(
    targets: Targets | None = None, *, clock: Clock | None = None, **settings: Any
) -> AsyncIterator[Fetching]:
    journal, reader, wanted = Journal(SystemClock()), Reader(), Settings(**settings)
    policy = targets or Targets((), None)
    fetcher = PromptFetcher(journal, policy, reader, lambda: wanted, clock=clock)
    try:
        yield Fetching(fetcher, Watch(journal), reader)
    finally:
        await fetcher.aclose()


async def test_a_prompt_is_fetched_bit_for_bit_and_journalled_without_its_sound() -> None:
    sound = answer(200, WAV, Content_Type="audio/wav")
    async with wire_server(lambda seen: sound) as server, fetching() as now:
        audio = await now.fetch(f"{server.url}/hello.wav?sig=1")
    np.testing.assert_array_equal(audio, SOUND)
    assert audio.dtype == np.int16
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("GET", "/hello.wav?sig=1")
    assert "authorization" not in seen.headers
    (record,) = now.watch.records
    exchange = record.exchange
    assert exchange is not None
    assert (record.kind, record.call_id) == ("exchange", CALL)
    assert (exchange.kind, exchange.direction, exchange.status) == ("prompt", "out", 200)
    digest = hashlib.sha256(WAV).hexdigest()
    assert exchange.response_body == f"[audio: {len(WAV):,} bytes, audio/wav, SHA-256 {digest}]"
    assert exchange.request_body == ""


async def test_a_prompt_with_a_resource_id_is_fetched_once() -> None:
    async with wire_server(lambda seen: answer(200, WAV)) as server, fetching() as now:
        first = await now.fetch(f"{server.url}/a.wav", "greeting")
        second = await now.fetch(f"{server.url}/a.wav", "greeting")
        assert [seen.path for seen in server.seen] == ["/a.wav"]
        await now.fetch(f"{server.url}/b.wav", "greeting")
        await now.fetch(f"{server.url}/a.wav", "other")
        assert len(server.seen) == 3
    np.testing.assert_array_equal(first, second)
    assert not second.flags.writeable, "it is shared"
    assert [r.data for r in now.watch.records if r.kind == "promptCached"] == [
        {"uri": f"{server.url}/a.wav", "resourceId": "greeting"}
    ]


async def test_a_prompt_without_a_resource_id_is_fetched_each_time() -> None:
    async with wire_server(lambda seen: answer(200, WAV)) as server, fetching() as now:
        await now.fetch(f"{server.url}/a.wav")
        await now.fetch(f"{server.url}/a.wav")
    assert len(server.seen) == 2


async def test_the_cache_is_bounded_and_drops_what_was_unused_for_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "CACHE_SAMPLES", 2 * len(SOUND))
    async with wire_server(lambda seen: answer(200, WAV)) as server, fetching() as now:
        for name in ("a", "b", "a", "c", "a", "b"):
            await now.fetch(f"{server.url}/{name}", name)
    assert [seen.path for seen in server.seen] == ["/a", "/b", "/c", "/b"]


async def test_a_failed_prompt_is_not_kept() -> None:
    answers = iter([answer(404), answer(200, WAV)])
    async with wire_server(lambda seen: next(answers)) as server, fetching() as now:
        with pytest.raises(PromptUnavailable):
            await now.fetch(f"{server.url}/a.wav", "greeting")
        assert len(await now.fetch(f"{server.url}/a.wav", "greeting")) == len(SOUND)


@pytest.mark.parametrize("status", [204, 302, 401, 403, 404, 410, 500, 503])
async def test_another_answer_than_200_is_a_failed_download(status: int) -> None:
    refusal = answer(status, b"" if status == 204 else b"no such blob")
    async with wire_server(lambda seen: refusal) as server, fetching() as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert failed.message == (
        f"The prompt {server.url}/x.wav could not be downloaded: its server answered {status}. "
        "Check the address in a browser."
    )
    assert now.watch.exchanges[0].status == status
    if status >= 300:
        assert now.watch.exchanges[0].response_body == "no such blob"


async def test_nobody_listens() -> None:
    url = f"http://127.0.0.1:{await free_port()}"
    async with fetching() as now:
        failed = await now.failure(f"{url}/x.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert failed.message.endswith(f"connection refused: no server listens at {url}.")
    assert now.watch.exchanges[0].error == f"connection refused: no server listens at {url}"


async def test_a_prompt_that_does_not_come_in_time() -> None:
    async def never(seen: Seen) -> bytes:
        await asyncio.Event().wait()
        return b""

    async with wire_server(never) as server, fetching(prompt_timeout=0.05) as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert "timed out after 0.1 s: no answer from the server" in failed.message


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_prompt_that_is_too_large(chunked: bool) -> None:
    body = b"x" * 100_000
    whole = answer(200, body)
    if chunked:
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        whole = head + b"%x\r\n" % len(body) + body + b"\r\n"
    async with wire_server(lambda seen: whole) as server, fetching(prompt_bytes=50_000) as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert "larger than 50,000 bytes" in failed.message
    assert "prompts.maxBytes" in failed.message
    assert "[audio: 50,000 bytes kept of a longer body" in now.watch.exchanges[0].response_body
    assert now.reader.asked == []


async def test_a_prompt_that_breaks_off() -> None:
    part = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nRIFF"

    async with wire_server(lambda seen: part) as server, fetching() as now:
        async with asyncio.TaskGroup() as group:
            waiting = group.create_task(now.failure(f"{server.url}/x.wav"))
            await server.until(1)
            server.hang_up()
        failed = waiting.result()
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert now.reader.asked == []


# -- redirects -------------------------------------------------------------------------------


def _hops(seen: Seen) -> bytes:
    left = int(seen.path.strip("/"))
    return answer(200, WAV) if left == 0 else answer(302, Location=f"/{left - 1}")


async def test_three_redirects_are_followed_and_each_is_journalled() -> None:
    async with wire_server(_hops) as server, fetching() as now:
        assert len(await now.fetch(f"{server.url}/3")) == len(SOUND)
    assert [exchange.url for exchange in now.watch.exchanges] == [
        f"{server.url}/{left}" for left in (3, 2, 1, 0)
    ]


async def test_a_fourth_redirect_is_not() -> None:
    async with wire_server(_hops) as server, fetching() as now:
        failed = await now.failure(f"{server.url}/4")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert "more than 3 redirects" in failed.message
    assert len(server.seen) == 4


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/prompt.wav",
        "//10.0.0.1/prompt.wav",
        "file:///etc/passwd",
    ],
)
async def test_each_redirect_is_checked(target: str) -> None:
    async with wire_server(lambda seen: answer(302, Location=target)) as server, fetching() as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert "it was not fetched. Not contacted" in failed.message
    assert len(server.seen) == 1


async def test_a_target_that_must_not_be_contacted() -> None:
    async with fetching() as now:
        failed = await now.failure("http://192.168.1.1/prompt.wav")
    assert failed.cause is Cause.PROMPT_DOWNLOAD
    assert "--allow-target 192.168.1.1" in failed.message


async def test_what_the_user_takes_to_decide_is_not_the_servers_time() -> None:
    clock = Clock()

    async def user(host: str, purpose: str) -> bool:
        assert purpose == "prompt"
        clock.seconds += 3600
        return True

    async def names(name: str) -> list[str]:
        return ["127.0.0.1", "10.9.9.9"]

    async def reply(seen: Seen) -> bytes:
        if seen.path == "/first":
            return answer(302, Location="/second")
        await asyncio.Event().wait()
        return b""

    targets = Targets((), user, names)
    async with (
        wire_server(reply) as server,
        fetching(targets, clock=clock, prompt_timeout=0.3) as now,
    ):
        failed = await now.failure(f"http://bot.example:{server.port}/first")
    assert "timed out after 0.3 s" in failed.message


# -- formats ---------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [STEREO, wav(SOUND, rate=8000), b"ID3 an mp3", b""])
async def test_what_graph_would_refuse_is_a_wrong_format(data: bytes) -> None:
    async with wire_server(lambda seen: answer(200, data)) as server, fetching() as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_FORMAT
    assert failed.message.startswith(f"The prompt {server.url}/x.wav cannot be played. ")
    assert now.reader.asked == [False]


async def test_one_of_the_right_kind_that_cannot_be_played_is_another_failure() -> None:
    empty = wav(SOUND[:0])
    async with wire_server(lambda seen: answer(200, empty)) as server, fetching() as now:
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_FAILED
    assert "cannot be played. The prompt contains no sound" in failed.message


async def test_lenient_plays_it_and_says_that_graph_would_not() -> None:
    async with (
        wire_server(lambda seen: answer(200, STEREO)) as server,
        fetching(prompt_lenient=True) as now,
    ):
        audio = await now.fetch(f"{server.url}/x.wav")
    assert len(audio) == len(SOUND)
    (warning,) = now.watch.warnings
    assert warning.startswith(f"Graph would refuse the prompt {server.url}/x.wav, which is played")
    assert now.reader.asked == [False, True]


async def test_lenient_says_nothing_of_a_prompt_that_graph_takes() -> None:
    async with (
        wire_server(lambda seen: answer(200, WAV)) as server,
        fetching(prompt_lenient=True) as now,
    ):
        await now.fetch(f"{server.url}/x.wav")
    assert now.watch.warnings == []


async def test_lenient_cannot_play_what_is_no_sound() -> None:
    async with (
        wire_server(lambda seen: answer(200, b"<html>")) as server,
        fetching(prompt_lenient=True) as now,
    ):
        failed = await now.failure(f"{server.url}/x.wav")
    assert failed.cause is Cause.PROMPT_FORMAT


async def test_a_download_tells_how_far_it_is_and_stops_when_it_is_cancelled() -> None:
    closed = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + bytes(1_000))
        await writer.drain()
        assert await reader.read() == b"", "the client closes the connection"
        writer.close()
        closed.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    uri = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/long.wav"
    came: asyncio.Queue[tuple[int, int | None]] = asyncio.Queue()
    async with asyncio.timeout(10), fetching() as now:
        told = lambda received, total: came.put_nowait((received, total))  # noqa: E731
        media = MediaInfo(uri, None)
        task = asyncio.ensure_future(now.fetcher.fetch(CALL, media, told))
        assert await came.get() == (1_000, 100_000)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await closed.wait()
        (record,) = now.watch.records
        assert record.exchange is not None
        assert record.exchange.error == "stopped: its operation ended first"
        server.close()
        await server.wait_closed()
