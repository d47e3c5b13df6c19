"""The HTTP client, loaded when it is first needed, or ahead of that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.outbound.targets import Targets

if TYPE_CHECKING:
    import httpx


class LazyClient:
    """Belongs to one event loop. Loading takes 0.2 s and 10 MiB, and happens in a worker."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()

    async def get(self) -> httpx.AsyncClient:
        """Return the client, loading it if need be."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_open, self._targets)
            return self._client

    async def aclose(self) -> None:
        """Close all connections; a later :meth:`get` starts anew."""
        async with self._opening:
            client, self._client = self._client, None
            if client is not None:
                await client.aclose()


def _open(targets: Targets) -> httpx.AsyncClient:
    import anyio

    from app.outbound.connections import open_client

    # httpx's sockets are anyio's, which loads its part for asyncio (30 ms) when a loop first asks.
    anyio.run(anyio.sleep, 0)
    return open_client(targets.addresses)
