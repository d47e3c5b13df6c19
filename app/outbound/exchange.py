"""Sends one request, within bounds. Importing this loads httpx."""

from __future__ import annotations

import asyncio
import logging

import httpx

from app.outbound.faults import explain
from app.outbound.reply import Headers, Reply
from app.runtime.ports import TargetRefused

log = logging.getLogger(__name__)


async def ask(
    client: httpx.AsyncClient,
    method: str,
    url: str,
    headers: dict[str, str],
    content: bytes | None = None,
    *,
    limit: int,
    seconds: float,
    listener: str,
) -> Reply:
    """Send one request with just these headers (besides Host and Content-Length).

    At most ``limit`` bytes of the answer's body are read, undecoded, and everything together takes
    at most ``seconds``. ``listener`` names the other side in errors. No redirect is followed.
    Raises TargetRefused; every other failure is in the reply.
    """
    sent: Headers = tuple(headers.items())
    status: int | None = None
    received: Headers = ()
    body = bytearray()
    truncated = False
    problem: str | None = None
    try:
        async with asyncio.timeout(seconds):
            request = httpx.Request(
                method,
                url,
                headers=headers,
                content=content,
                extensions={"timeout": {"connect": seconds}},
            )
            sent = _pairs(request.headers)
            response = await client.send(request, stream=True)
            status, received = response.status_code, _pairs(response.headers)
            try:
                async for part in response.aiter_raw():
                    body += part
                    truncated = len(body) > limit
                    if truncated:
                        del body[limit:]
                        break
            finally:
                await response.aclose()
    except TargetRefused:
        raise
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        problem = explain(error, url, listener, seconds)
    except Exception as error:
        log.exception("%s %s failed", method, url)
        problem = f"internal error of the simulator: {type(error).__name__} (see its log)"
    return Reply(sent, status, received, bytes(body), truncated, problem)


def _pairs(headers: httpx.Headers) -> Headers:
    """Return the headers as they were spelt on the wire."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)
