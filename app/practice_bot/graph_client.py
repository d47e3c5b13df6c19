"""The practice bot's requests to the local Graph, over HTTP like any bot's."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

Json = dict[str, Any]

TOKEN: Final = "callsim-practice-bot"
"""Its bearer: the local Graph takes any, and the list of exchanges shows whose request it was."""

SECONDS: Final = 30.0
"""How long the local Graph may take to answer."""

LARGEST_RECORDING: Final = 8_000_000
"""Bytes: the longest recording that Graph makes (120 s) has 3.84 million."""


class GraphClient:
    """Belongs to one event loop. ``base_url`` has no version segment; ``open`` comes first.

    ``token`` is its bearer.
    """

    def __init__(self, base_url: str, token: str = TOKEN) -> None:
        self._base_url = base_url.rstrip("/")
        self._token = token
        self._client: httpx.AsyncClient | None = None

    async def open(self) -> None:
        """Load httpx (0.2 s, in a worker)."""
        self._client = await asyncio.to_thread(_connect)

    async def aclose(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def post(self, call_id: str, action: str, body: Json) -> bool:
        """POST to an action of the call; return whether Graph accepted."""
        return await self._succeeds("POST", f"{call_id}/{action}", body)

    async def delete(self, call_id: str) -> bool:
        """DELETE the call; return whether Graph did."""
        return await self._succeeds("DELETE", call_id)

    async def download(self, location: str, token: str) -> bytes | None:
        """Return a recording, or ``None``. Only the local Graph itself is ever asked."""
        import httpx

        if not location.startswith(f"{self._base_url}/"):
            log.warning("The recording is not at %s: %s is not fetched.", self._base_url, location)
            return None
        data = bytearray()
        headers = {"Authorization": f"Bearer {token}"}
        try:
            async with self._live.stream("GET", location, headers=headers) as response:
                if response.status_code != 200:
                    log.warning("The recording cannot be had: Graph says %s.", response.status_code)
                    return None
                async for part in response.aiter_bytes():
                    data += part
                    if len(data) > LARGEST_RECORDING:
                        log.warning("The recording is too large: over %s bytes.", len(data))
                        return None
        except httpx.HTTPError as error:
            log.warning("The recording cannot be had: %s.", str(error) or type(error).__name__)
            return None
        return bytes(data)

    async def _succeeds(self, method: str, path: str, body: Json | None = None) -> bool:
        import httpx

        url = f"{self._base_url}/v1.0/communications/calls/{path}"
        try:
            response = await self._live.request(
                method, url, json=body, headers={"Authorization": f"Bearer {self._token}"}
            )
        except httpx.HTTPError as error:
            log.warning("%s %s: %s.", method, url, str(error) or type(error).__name__)
            return False
        if response.is_success:
            return True
        log.warning("%s %s: %s %s", method, url, response.status_code, response.text[:300])
        return False

    @property
    def _live(self) -> httpx.AsyncClient:
        assert self._client is not None, "open() comes first"
        return self._client


def _connect() -> httpx.AsyncClient:
    import httpx

    # A proxy of the machine is not for loopback.
    return httpx.AsyncClient(timeout=SECONDS, trust_env=False, follow_redirects=False)
