"""The HTTP client, loaded when it is first needed, or ahead of that."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from app.outbound.targets import Targets

if TYPE_CHECKING:
    from app.outbound.connections import CheckedClient


class LazyClient:
    """Belongs to one event loop. Loading takes 0.2 s, and happens in a worker."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._client: CheckedClient | None = None
        self._opening = asyncio.Lock()

    async def get(self) -> CheckedClient:
        """Return the client, loading it if need be."""
        if self._client is not None:
            return self._client
        async with self._opening:
            if self._client is None:
                connections = await asyncio.to_thread(import_module, "app.outbound.connections")
                client: CheckedClient = connections.CheckedClient(self._targets.addresses)
                self._client = client
            return self._client

    async def aclose(self) -> None:
        """Close all connections; a later :meth:`get` starts anew."""
        async with self._opening:
            client, self._client = self._client, None
            if client is not None:
                await client.close()
