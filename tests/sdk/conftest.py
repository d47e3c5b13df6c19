"""Microsoft's own clients, as they are installed, on the real local Graph over loopback HTTP.

They are the optional dependencies ``sdk``; where those are not installed, nothing here is collected
(`packaging/dev.py test` installs them, and its step for this folder fails when it finds no test).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from importlib.util import find_spec
from typing import Any

import pytest

from app.main import Program
from tests.helpers.fakes import NoAudio
from tests.helpers.local_graph import SETTINGS, Line, local_graph
from tests.sdk.clients import Connect, Credential

if find_spec("msgraph") is None or find_spec("msgraph_beta") is None:
    collect_ignore_glob = ["test_*.py"]


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Do not load the clients (a second) for a run that selects other marks."""
    marks = config.option.markexpr
    return True if marks and ("sdk" not in marks or "not sdk" in marks) else None


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with local_graph() as started:
        yield started


@pytest.fixture
async def program(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Program]:
    """The whole program with https, trusted as a user would let it be. Only tokens that it issued
    are taken."""
    made = Program(SETTINGS.set("auth.bearer", "issued"), audio=NoAudio())
    await made.start("127.0.0.1", 0, https_port=0)
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, str(made.ca_file))
    try:
        yield made
    finally:
        await made.close()


@pytest.fixture
async def connect() -> AsyncIterator[Connect]:
    """Make a GraphServiceClient for the local Graph at a base URL.

    ``beta``: the one of msgraph-beta-sdk. Without a ``credential`` it sends a token that nobody
    issued, and with ``anonymous`` none.
    """
    adapters = []

    def make(
        base_url: str, *, beta: bool = False, credential: Any = None, anonymous: bool = False
    ) -> Any:
        from kiota_abstractions.authentication import AnonymousAuthenticationProvider

        if beta:
            from msgraph_beta import GraphRequestAdapter, GraphServiceClient
        else:
            from msgraph import GraphRequestAdapter, GraphServiceClient
        if anonymous:
            nobody = GraphRequestAdapter(AnonymousAuthenticationProvider())
            made = GraphServiceClient(request_adapter=nobody)
        else:
            scopes = ["https://graph.microsoft.com/.default"]
            made = GraphServiceClient(credential or Credential(), scopes)
        # All that a bot has to change.
        made.request_adapter.base_url = f"{base_url}/{'beta' if beta else 'v1.0'}"
        adapters.append(made.request_adapter)
        return made

    yield make
    for adapter in adapters:
        # The client's own aclose ends at its middleware, and the sockets are behind that.
        await adapter._http_client._transport.transport.aclose()
