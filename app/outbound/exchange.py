"""Sends one request, within bounds. Importing this loads aiohttp."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

import aiohttp
from aiohttp import hdrs

from app.outbound.connections import CheckedClient, read_url
from app.outbound.faults import explain
from app.outbound.reply import Headers, Reply
from app.runtime.ports import Progress, TargetRefused

log = logging.getLogger(__name__)


async def ask(
    client: CheckedClient,
    method: str,
    url: str,
    headers: Mapping[str, str],
    content: bytes | None = None,
    *,
    limit: int,
    seconds: float,
    listener: str,
    progress: Progress | None = None,
) -> Reply:
    """Send one request with just these headers (besides Host and Content-Length).

    At most ``limit`` bytes of the answer's body are read, undecoded, and everything together takes
    at most ``seconds``. ``listener`` names the other side in errors; ``progress`` is told how the
    body comes in. No redirect is followed.
    Raises TargetRefused; every other failure is in the reply.
    """
    sent = dict(headers)
    status: int | None = None
    received: Headers = ()
    body = bytearray()
    truncated = False
    problem: str | None = None
    now = asyncio.get_running_loop().time
    answered: float | None = None
    try:
        async with asyncio.timeout(seconds):
            target = read_url(url)
            # Named here, so that a request that was never sent is recorded with them.
            sent = {hdrs.HOST: target.host_port_subcomponent or "", **headers}
            if content is not None or method == hdrs.METH_POST:
                sent[hdrs.CONTENT_LENGTH] = str(len(content or b""))
            response = await client.request(method, target, sent, content)
            answered = now()
            status, received = response.status, _pairs(response.raw_headers)
            try:
                while part := await response.content.readany():
                    body += part
                    if progress is not None:
                        progress(len(body), response.content_length)
                    truncated = len(body) > limit
                    if truncated:
                        del body[limit:]
                        break
            finally:
                # What was read to its end leaves the connection to the next request.
                response.close() if truncated else response.release()
    except TargetRefused:
        raise
    except (aiohttp.ClientError, OSError, ValueError) as error:
        problem = explain(error, url, listener, seconds)
    except Exception as error:
        log.exception("%s %s failed", method, url)
        problem = f"internal error of the simulator: {type(error).__name__} (see its log)"
    reading = None if answered is None else now() - answered
    return Reply(tuple(sent.items()), status, received, bytes(body), truncated, problem, reading)


def _pairs(headers: tuple[tuple[bytes, bytes], ...]) -> Headers:
    """Return the headers as they were spelt on the wire."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)
