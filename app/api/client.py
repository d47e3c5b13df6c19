"""The composer's way to the local Graph: an HTTP client like any bot's."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx

TOKEN: Final = "callsim-composer"
"""The bearer of composed requests, so that they can be told from the bot's."""

AGENT: Final = TOKEN
"""Tells them apart where the token has to be another one."""

METHODS: Final = ("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD")

SECONDS: Final = 30.0


class RequestFailed(ValueError):
    """A composed request got no answer; the message is for the user."""


class BotClient:
    """Core thread. httpx is loaded with the first request, in a worker (it takes 0.2 s).

    ``token`` begins with TOKEN, so that the list of exchanges can tell whose requests they are.
    """

    def __init__(self, base_url: str, token: str = TOKEN) -> None:
        self._base_url = base_url
        self._token = token
        self._client: httpx.AsyncClient | None = None

    async def request(
        self, method: str, path: str, body: str, token: str | None = None
    ) -> tuple[int, str]:
        """Send ``body`` (JSON text; none where empty) and return status and text of the answer.

        Raises RequestFailed where there is no answer, or for what cannot be sent.
        """
        if method not in METHODS:
            raise RequestFailed(f"'{method}' is no method: use {', '.join(METHODS)}.")
        if not path.startswith("/") or path.startswith("//"):
            raise RequestFailed(f"'{path}' is no path: begin it with /v1.0/communications/calls/.")
        if self._client is None:
            self._client = await asyncio.to_thread(_connect)
        import httpx

        headers = {"Authorization": f"Bearer {token or self._token}", "User-Agent": AGENT}
        if body:
            headers["Content-Type"] = "application/json"
        try:
            response = await self._client.request(
                method, f"{self._base_url}{path}", content=body.encode(), headers=headers
            )
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise RequestFailed(
                f"The local Graph at {self._base_url} did not answer: "
                f"{str(error) or type(error).__name__}."
            ) from error
        return response.status_code, response.text

    async def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None


def _connect() -> httpx.AsyncClient:
    import httpx

    # A proxy of the machine is not for loopback.
    return httpx.AsyncClient(timeout=SECONDS, trust_env=False)
