"""The curl lines: run by a real bash against a real server, read as PowerShell reads them."""

from __future__ import annotations

import asyncio
import json
import shutil

import pytest

from app.exports.curl import LONGEST_WORD, curl_posix, curl_powershell
from app.runtime.records import HttpExchange
from tests.helpers.inspected import request
from tests.helpers.powershell import read
from tests.helpers.wire_server import Seen, WireServer, wire_server

BODIES = [
    '{"clientContext": "it\'s \\"quoted\\" $HOME `id` $(id) %PATH% !! \\\\"}',
    '{"a b": "x y", "c": "\\\\\\" "}',
    '{\n  "lines": \'two\',\r\n  "tab": "\t"\n}',
    '{"grüße": "\u2018typographic\u2019 quotes \u201aand\u201b \u201cothers\u201d 日本語 🎤"}',
    "@/etc/passwd",
    "-d--data-raw",
    "back\\slash\\",
    "a=b&c=%20d",
    "",
]

HEADERS = (
    ("Host", "127.0.0.1:8899"),
    ("Authorization", "Bearer abc.def"),
    ("Content-Type", 'application/json; charset="utf-8"'),
    ("If-Match", 'W/"1 2\\"'),
    ("X-Empty", ""),
    ("X-Odd", "it's $HOME \\ `x` ; & | > < * ? ~ # !! \\"),
    ("Content-Length", "999"),
    ("Accept-Encoding", "gzip"),
)
SENT = HEADERS[1:6]


def exchange(url: str, body: str, method: str = "POST", headers: object = HEADERS) -> HttpExchange:
    return request(url=url, method=method, body=body, request_headers=headers)


async def run(line: str, server: WireServer) -> Seen:
    if shutil.which("bash") is None or shutil.which("curl") is None:
        pytest.skip("bash and curl are needed")
    before = len(server.seen)
    process = await asyncio.create_subprocess_exec(
        "bash",
        stdin=asyncio.subprocess.PIPE,  # as somebody who pastes it
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate(line.encode())
    assert process.returncode == 0, errors.decode()
    (seen,) = server.seen[before:]
    return seen


@pytest.mark.parametrize("body", BODIES)
async def test_bash_sends_the_same_again(body: str) -> None:
    async with wire_server() as server:
        url = f"{server.url}/v1.0/communications/calls/a%20b/record?q='x'&r=$HOME"
        seen = await run(curl_posix(exchange(url, body), secrets=True), server)
    assert (seen.method, seen.path) == ("POST", url.removeprefix(server.url))
    assert seen.body == body.encode()
    for name, value in SENT:
        assert seen.headers[name.lower()] == value
    assert "accept-encoding" not in seen.headers
    assert seen.headers["content-length"] == str(len(body.encode())) if body else True


@pytest.mark.parametrize("size", [LONGEST_WORD, LONGEST_WORD + 1, 1_000_000])
async def test_bash_sends_a_long_body(size: int) -> None:
    body = "%s \\n 'quoted' $HOME `id` é ".ljust(size - 1, "x")
    assert len(body.encode()) == size
    async with wire_server() as server:
        seen = await run(curl_posix(exchange(f"{server.url}/", body)), server)
    assert seen.body == body.encode()


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD", "PATCH"])
async def test_every_method(method: str) -> None:
    async with wire_server() as server:
        seen = await run(curl_posix(exchange(f"{server.url}/x", "", method)), server)
    assert (seen.method, seen.body) == (method, b"")


@pytest.mark.parametrize("path", ["/a/../b", "/a/./b", "/a[1-3]{x,y}", "/.."])
async def test_curl_does_not_read_anything_into_the_address(path: str) -> None:
    async with wire_server() as server:
        seen = await run(curl_posix(exchange(f"{server.url}{path}", "{}")), server)
    assert seen.path == path


async def test_no_content_type_is_made_up() -> None:
    async with wire_server() as server:
        seen = await run(curl_posix(exchange(f"{server.url}/", "{}", headers=())), server)
    assert "content-type" not in seen.headers and seen.body == b"{}"


async def test_redacted_it_still_runs() -> None:
    async with wire_server() as server:
        url = f"{server.url}/?sig=very-secret-1"
        line = curl_posix(exchange(url, '{"client_secret": "very-secret-2"}'))
        seen = await run(line, server)
    assert "very-secret" not in line and "abc.def" not in line
    assert seen.headers["authorization"] == "Bearer [redacted]"
    assert json.loads(seen.body) == {"client_secret": "[redacted]"}


@pytest.mark.parametrize("old", [True, False], ids=["5.1", "7.4"])
@pytest.mark.parametrize("body", BODIES)
def test_powershell_hands_over_the_same(body: str, old: bool) -> None:
    url = "http://127.0.0.1:1/v1.0/calls/a%20b?q='x'&r=$HOME"
    command = read(curl_powershell(exchange(url, body), secrets=True), old=old)
    program, *arguments = command.argv
    assert program == "curl.exe" and arguments[:3] == ["-X", "POST", url]
    assert command.piped == (f"{body}\r\n" if body else None)
    told = arguments[3:-2] if body else arguments[3:]
    assert arguments[-2:] == ["--data-binary", "@-"] if body else True
    assert told[::2] == ["-H"] * len(SENT)
    expected = [f"{name}: {value}" if value else f"{name};" for name, value in SENT]
    assert told[1::2] == expected


def test_powershell_stays_readable() -> None:
    plain = exchange("http://127.0.0.1:1/v1.0/x", '{"playBeep": true}', headers=HEADERS[1:2])
    assert curl_powershell(plain) == (
        "'{\"playBeep\": true}' |\n"
        "curl.exe -X POST http://127.0.0.1:1/v1.0/x `\n"
        "  -H 'Authorization: Bearer [redacted]' `\n"
        "  -H 'Content-Type:' `\n"
        "  --data-binary '@-'"
    )


@pytest.mark.parametrize("build", [curl_posix, curl_powershell])
def test_a_zero_byte_is_refused(build: object) -> None:
    with pytest.raises(ValueError, match="zero byte"):
        build(exchange("http://127.0.0.1:1/", "\x00"))  # type: ignore[operator]
