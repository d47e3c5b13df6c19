"""The program: run by a real Python against a real server."""

from __future__ import annotations

import asyncio
import sys

import pytest

from app.exports.python_code import python_httpx
from tests.helpers.inspected import request
from tests.helpers.wire_server import wire_server

BODIES = ['{"grüße": "it\'s \\"quoted\\" 🎤"}', "'''\n\\", ""]


@pytest.mark.parametrize("body", BODIES)
async def test_it_sends_the_same_again(body: str) -> None:
    headers = (("Authorization", "Bearer abc.def"), ("X-Two", "a"), ("X-Odd", "it's \\"))
    async with wire_server() as server:
        sent = request(url=f"{server.url}/x?q='a'", body=body, request_headers=headers)
        code = python_httpx(sent, secrets=True)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
        )
        output, _ = await process.communicate()
    assert process.returncode == 0 and output.startswith(b"202")
    (seen,) = server.seen
    assert (seen.method, seen.body) == ("POST", body.encode())
    assert seen.path in ("/x?q='a'", "/x?q=%27a%27")
    assert all(seen.headers[name.lower()] == value for name, value in headers)


def test_secrets_stay_here() -> None:
    sent = request(body='{"client_secret": "s3cret"}')
    code = python_httpx(sent)
    assert "s3cret" not in code and "secret-of-the-bot" not in code
    assert "Bearer [redacted]" in code


def test_a_proxy_is_only_for_other_machines() -> None:
    assert "trust_env=False" in python_httpx(request())
    assert "trust_env" not in python_httpx(request(url="https://graph.microsoft.com/v1.0/me"))
