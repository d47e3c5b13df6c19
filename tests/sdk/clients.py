"""What the tests of the clients share. Imports no client: it is there also where they are not."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

import pytest

import dev_node
from app.main import Program
from tests.helpers.local_graph import Line

MARKS = [
    pytest.mark.sdk,
    # The clients' own affair: they import what they have deprecated themselves.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:(msgraph|msgraph_beta|kiota_).*"),
    # And azure-identity leaves a connection to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

NODE_MARKS = [
    pytest.mark.sdk,
    pytest.mark.skipif(
        dev_node.find_npm() is None, reason=f"needs Node {dev_node.OLDEST} or newer, with npm"
    ),
]

TOKEN = "token-of-the-client"

Connect = Callable[..., Any]
"""Makes a GraphServiceClient (the fixture ``connect``)."""


class Credential:
    """A token from nowhere, handed over as azure-identity does."""

    async def get_token(self, *scopes: str, **options: Any) -> Any:
        from azure.core.credentials import AccessToken

        return AccessToken(TOKEN, sys.maxsize)


async def incoming(line: Line, connect: Connect, *, beta: bool = False) -> Any:
    """Return the client's builder for a call that is to be answered."""
    call_id = (await line.call()).rpartition("/")[2]
    return connect(line.graph.base_url, beta=beta).communications.calls.by_call_id(call_id)


async def in_call(line: Line, connect: Connect, *, beta: bool = False) -> Any:
    """Return the client's builder for an established call."""
    call_id = (await line.established()).rpartition("/")[2]
    return connect(line.graph.base_url, beta=beta).communications.calls.by_call_id(call_id)


def base_url_of(program: Program) -> str:
    """Return where the local Graph is for https."""
    assert program.https_base_url is not None
    return program.https_base_url


def id_of(call: Any) -> str:
    """Return the id in a builder."""
    found: str = call.path_parameters["call%2Did"]
    return found


def posted(line: Line, action: str) -> list[dict[str, Any]]:
    """Return the bodies of the POSTs of ``action`` as they came over the wire."""
    return [
        json.loads(record.exchange.request_body)
        for record in line.journal.since(0)
        if record.exchange is not None and record.exchange.url.endswith(f"/{action}")
    ]


async def until(line: Line, kind: str) -> None:
    """Wait for a record of that kind, wherever in the call it is."""
    async with line.control.stream("GET", "/events", headers={"Last-Event-ID": "0"}) as events:
        async for text in events.aiter_lines():
            if text == f"event: {kind}":
                return


async def run_node(script: str, task: dict[str, Any], **environment: str) -> Any:
    """Give ``task`` to a script of the folder ``node``; return what it makes of it."""
    node = shutil.which("node")
    assert node is not None
    if not dev_node.STAMP.exists():
        pytest.fail("Not installed: `python3 packaging/dev.py test` does that.")
    process = await asyncio.create_subprocess_exec(
        node,
        str(dev_node.FOLDER / script),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | environment,
    )
    async with asyncio.timeout(60):
        out, err = await process.communicate(json.dumps(task).encode())
    assert process.returncode == 0, err.decode()
    return json.loads(out)
