"""Limits on bodies, headers of answers, and what aiohttp must not answer in its own words."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from app.api.answers import (
    GRAPH_BODY,
    BodyLimit,
    Refusal,
    Seen,
    graph_failure,
    graph_json,
    path_segments,
)
from app.graph.errors import call_not_found
from app.runtime.clock import SystemClock
from tests.helpers.local_graph import Line, local_graph
from tests.helpers.raw_http import exchange, read_answer


def post(line: Line, path: str, body: bytes, *headers: str) -> bytes:
    lines = [
        f"POST {path}/recordResponse HTTP/1.1",
        f"Host: 127.0.0.1:{line.graph.port}",
        "Authorization: Bearer x",
        *headers,
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + body


async def test_every_answer_has_graphs_headers(line: Line) -> None:
    path = await line.call()
    for method, url in (("GET", path), ("GET", "/nowhere"), ("DELETE", path)):
        response = await line.bot.request(method, url)
        assert response.headers["request-id"]
        assert response.headers["client-request-id"] == response.headers["request-id"]
        assert response.headers["cache-control"] == "private"
        assert "ServerInfo" in response.headers["x-ms-ags-diagnostic"]
        assert response.headers["date"]
        # RFC 6797, 7.2: not over http.
        assert "strict-transport-security" not in response.headers


async def test_answers_about_a_call_carry_its_scenario(line: Line) -> None:
    path = await line.call()
    chain = (await line.bot.get(path)).json()["callChainId"]
    assert (await line.bot.get(path)).headers["scenario-id"] == chain
    assert (await line.bot.put(path)).headers["scenario-id"] == chain
    assert "scenario-id" not in (await line.bot.get("/nowhere")).headers


@pytest.mark.parametrize("given", ["9f8e7d6c", "anything printable, 128 long".ljust(128, ".")])
async def test_client_request_id_comes_back(line: Line, given: str) -> None:
    response = await line.bot.get("/nowhere", headers={"client-request-id": given})
    assert response.headers["client-request-id"] == given
    assert response.json()["error"]["innerError"]["client-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 129, "caf\xe9", "tab\there"])
async def test_unusable_client_request_id_is_replaced(line: Line, given: str) -> None:
    headers = {"client-request-id": given.encode("latin-1")}
    response = await line.bot.get("/nowhere", headers=headers)  # type: ignore[arg-type]
    assert response.headers["client-request-id"] == response.headers["request-id"]


async def test_largest_body_is_taken_and_one_byte_more_is_not(line: Line) -> None:
    path = await line.established()
    body = b"{}".ljust(GRAPH_BODY)
    assert (await line.bot.post(f"{path}/recordResponse", content=body)).status_code == 200
    response = await line.bot.post(f"{path}/recordResponse", content=body + b" ")
    assert response.status_code == 413
    assert response.json()["error"]["code"] == "RequestEntityTooLarge"
    assert "1,048,576 bytes" in response.json()["error"]["message"]


async def test_chunked_body_is_taken_within_the_limit(line: Line) -> None:
    path = await line.established()

    async def pieces(count: int):  # type: ignore[no-untyped-def]
        for _ in range(count):
            yield b" " * 65_536
        yield b"{}"

    response = await line.bot.post(f"{path}/recordResponse", content=pieces(2))
    assert response.status_code == 200
    response = await line.bot.post(f"{path}/recordResponse", content=pieces(20))
    assert response.status_code == 413


async def test_compressed_body_counts_as_what_it_becomes(line: Line) -> None:
    path = await line.established()
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    for size, status in ((100, 200), (40 * GRAPH_BODY, 413)):
        body = gzip.compress(b"{}".ljust(size))
        response = await line.bot.post(f"{path}/recordResponse", content=body, headers=headers)
        assert response.status_code == status


async def test_broken_coding_is_a_bad_request(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(
        f"{path}/recordResponse", content=b"no gzip", headers={"Content-Encoding": "gzip"}
    )
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "BadRequest"
    broken = post(line, path, b"zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked")
    answer = await exchange(line.graph.port, broken)
    assert answer.status == 400
    assert answer.json()["error"]["code"] == "BadRequest"


async def test_client_that_asks_first_is_told_to_go_on(line: Line) -> None:
    path = await line.established()
    reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
    writer.write(post(line, path, b"", "Content-Length: 2", "Expect: 100-continue"))
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 100 ")
    writer.write(b"{}")
    answer = await read_answer(reader)
    assert (answer.status, answer.json()["status"]) == (200, "running")
    writer.close()
    await writer.wait_closed()


async def test_client_that_asks_first_is_told_that_it_is_too_much(line: Line) -> None:
    request = post(line, "/x", b"", f"Content-Length: {GRAPH_BODY + 1}", "Expect: 100-continue")
    assert (await exchange(line.graph.port, request)).status == 413


async def test_slow_body_is_given_up() -> None:
    async with local_graph(body=BodyLimit(GRAPH_BODY, 0.05)) as line:
        answer = await exchange(line.graph.port, post(line, "/x", b"{", "Content-Length: 2"))
        assert answer.status == 408
        assert answer.headers["connection"] == "close"
        assert "0.05 seconds" in answer.json()["error"]["message"]


def test_json_answers_are_compact_ascii() -> None:
    answer = graph_json(200, {"a": ["é", "\ud800", None]}, (("Location", "x"),))
    assert answer.body == b'{"a":["\\u00e9","\\ud800",null]}'
    assert answer.headers == (("Content-Type", "application/json"), ("Location", "x"))


def test_failures_keep_the_headers_of_a_refusal() -> None:
    now = SystemClock().now()
    seen = Seen("request", "client", now)
    assert graph_failure(call_not_found(), seen, now).status == 404
    refusal = Refusal(405, "MethodNotAllowed", "no", (("Allow", "GET"),))
    assert ("Allow", "GET") in graph_failure(refusal, seen, now).headers


@pytest.mark.parametrize(
    ("path", "segments"),
    [
        ("/", []),
        ("", []),
        ("/A/b/", ["a", "b"]),
        ("/a//b", ["a", "", "b"]),
        ("/%41/b%2Fc/%C3%A9", ["a", "b/c", "é"]),
        ("/%ff", ["\ufffd"]),
    ],
)
def test_paths_are_cut_before_they_are_decoded(path: str, segments: list[str]) -> None:
    assert path_segments(path) == segments
