"""Requests and answers as the planes see them: bodies read within limits, answers as plain data."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import unquote

from aiohttp import hdrs, web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web_protocol import RequestPayloadError
from multidict import CIMultiDict

from app.graph.errors import GraphError, bad_request, error_body
from app.runtime.live_takes import LiveTake, StreamBroken

GRAPH_BODY: Final = 1 << 20
"""Largest body of the Graph plane, in bytes; Graph's own limit for a JSON request is 4 MB, and a
recordResponse with everything in it stays below 2 kB."""

UPLOAD_BODY: Final = 64 << 20
"""Largest sound file that the control plane takes: 35 minutes of 16 kHz mono 16 bit."""

BODY_SECONDS: Final = 30.0
"""How long a body may take to arrive, and a piece of an answer to be taken."""

JSON_TYPE: Final = "application/json"

DIAGNOSTIC: Final = (
    '{"ServerInfo":{"DataCenter":"local","Slice":"E","Ring":"0","ScaleUnit":"000",'
    '"RoleInstance":"callsim"}}'
)

_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """``recording`` streams in chunks as octets, in place of ``body``; so does ``stream``, while it
    grows."""

    status: int
    body: bytes = b""
    headers: Headers = ()
    recording: bytes | None = None
    stream: LiveTake | None = None


@dataclass(slots=True)
class Seen:
    """What is known of an exchange while it runs; ``body`` is what the client sent."""

    request_id: str
    client_request_id: str
    started: datetime
    body: bytes = b""
    arrived: float | None = None
    """When ``body`` was all there, on the monotonic clock."""
    call_id: str | None = None
    operation_id: str | None = None
    scenario_id: str | None = None
    download: bool = False
    identity: bool = False
    """It is about tokens: its secrets are not kept."""
    admitted: bool = False
    """The guard and the limits have let it in."""
    passed: bool = False
    """The real service answered it."""


class Refusal(GraphError):
    """A GraphError that carries headers of its own."""

    def __init__(self, status: int, code: str, message: str, headers: Headers) -> None:
        super().__init__(status, code, message)
        self.headers = headers


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """``size`` in bytes, ``seconds`` for all of it."""

    size: int = GRAPH_BODY
    seconds: float = BODY_SECONDS


def graph_json(status: int, value: dict[str, Any], headers: Headers = ()) -> Answer:
    """Return ``value`` as a JSON answer (ASCII: an unpaired surrogate in a context survives)."""
    body = _ENCODER.encode(value).encode()
    return Answer(status, body, ((hdrs.CONTENT_TYPE, JSON_TYPE), *headers))


def graph_failure(error: GraphError, seen: Seen, at: datetime, *, wrapped: bool = False) -> Answer:
    """Return ``error`` in Graph's shape, or ``wrapped`` in its gateway's."""
    headers = error.headers if isinstance(error, Refusal) else ()
    body = error_body(
        error,
        request_id=seen.request_id,
        client_request_id=seen.client_request_id,
        at=at,
        wrapped=wrapped,
    )
    return graph_json(error.status, body, headers)


def client_request_id(request: web.BaseRequest, request_id: str) -> str:
    """Return the client's id for the request; without a usable one Graph repeats its own."""
    given = request.headers.get("client-request-id")
    if given is None or not (given.isascii() and given.isprintable() and 0 < len(given) <= 128):
        return request_id
    return given


async def read_body(request: web.BaseRequest, limit: BodyLimit) -> bytes:
    """Return the body. Raises GraphError: 413 too large, 408 too slow, 400 broken transfer.

    A client that asked ``Expect: 100-continue`` is told to go on only after its length was checked.
    """
    if not request.body_exists:
        return b""
    if (request.content_length or 0) > limit.size:
        raise _too_large(limit)
    if request.headers.get(hdrs.EXPECT, "").lower() == "100-continue":
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0
    stream = request.content
    try:
        if stream.is_eof() and stream.total_bytes <= limit.size:
            # The usual case: it came in one piece with the headers.
            return stream.read_nowait()
        async with asyncio.timeout(limit.seconds):
            return await _read_slowly(request, limit)
    except TimeoutError:
        raise Refusal(
            408,
            "RequestTimeout",
            f"The body did not arrive within {limit.seconds:g} seconds.",
            ((hdrs.CONNECTION, "close"),),
        ) from None
    except (RequestPayloadError, HttpProcessingError):
        raise bad_request("Its transfer or content coding is broken.") from None


async def _read_slowly(request: web.BaseRequest, limit: BodyLimit) -> bytes:
    body = bytearray()
    try:
        while chunk := await request.content.readany():
            body += chunk
            if len(body) > limit.size:
                raise _too_large(limit)
    except RuntimeError:
        # aiohttp says so where the client had left before the first read.
        if request.transport is None:
            raise ConnectionResetError("connection lost") from None
        raise
    return bytes(body)


def require_json(request: web.BaseRequest) -> None:
    """Raise GraphError (415) for a body whose Content-Type is not JSON; without one it is fine.

    An empty body has no type (contract section 8, no. 27): some clients name one all the same.
    """
    given = request.headers.get(hdrs.CONTENT_TYPE)
    if not given or not request.body_exists:
        return
    kind = given.partition(";")[0].strip().lower()
    if kind == JSON_TYPE or (kind.startswith("application/") and kind.endswith("+json")):
        return
    raise GraphError(
        415,
        "UnsupportedMediaType",
        f"Content-Type '{kind[:100]}' is not supported: send {JSON_TYPE}.",
    )


def base_url(request: web.BaseRequest) -> str:
    """Return scheme, host and port by which the client came; the guard has checked the host."""
    return f"{request.scheme}://{request.headers.get(hdrs.HOST, request.host)}"


def path_segments(path: str) -> list[str]:
    """Return the lower-case segments of an undecoded path, without a trailing slash."""
    segments = path.rstrip("/").lower().split("/")[1:]
    return [unquote(s).lower() for s in segments] if "%" in path else segments


@dataclass(slots=True)
class Sent:
    """What went over the wire; ``error`` says why an answer did not arrive, ``streamed`` is how
    many bytes of a growing recording did."""

    response: web.StreamResponse
    error: str | None = field(default=None)
    streamed: int | None = None


async def send(request: web.BaseRequest, answer: Answer, headers: CIMultiDict[str]) -> Sent:
    """Send ``answer`` with ``headers`` (taken over); a client that went away is not an error."""
    headers.extend(answer.headers)
    response: web.StreamResponse
    if answer.stream is not None:
        return await _send_live(request, answer, answer.stream, headers)
    if answer.recording is None:
        response = web.Response(status=answer.status, body=answer.body, headers=headers)
    else:
        response = web.StreamResponse(status=answer.status, headers=headers)
    try:
        if answer.recording is None:
            await response.prepare(request)
        else:
            await _stream(request, response, answer.recording)
        await response.write_eof()
    except (ConnectionError, TimeoutError) as error:
        request.protocol.force_close()
        return Sent(response, f"The answer could not be delivered: {_reason(error)}.")
    return Sent(response)


async def _send_live(
    request: web.BaseRequest, answer: Answer, live: LiveTake, headers: CIMultiDict[str]
) -> Sent:
    """Send a recording while it grows. One that breaks off ends without its last chunk, so that
    the client knows."""
    response = web.StreamResponse(status=answer.status, headers=headers)
    if request.version >= (1, 1):
        response.enable_chunked_encoding()
    else:
        response.force_close()
    sent = Sent(response, streamed=0)
    try:
        await response.prepare(request)
        if request.method != hdrs.METH_HEAD:
            streamed = 0
            async for piece in live.pieces():
                await write(response, piece)
                streamed += len(piece)
                sent.streamed = streamed
        await response.write_eof()
    except StreamBroken:
        request.protocol.force_close()
        sent.error = "The recording broke off, and so did its download."
    except (ConnectionError, TimeoutError) as error:
        request.protocol.force_close()
        sent.error = f"The answer could not be delivered: {_reason(error)}."
    return sent


async def write(response: web.StreamResponse, data: bytes) -> None:
    """Write ``data``. Raises TimeoutError where the client does not take it."""
    async with asyncio.timeout(BODY_SECONDS):
        await response.write(data)


async def _stream(request: web.BaseRequest, response: web.StreamResponse, audio: bytes) -> None:
    if request.version >= (1, 1):
        response.enable_chunked_encoding()
    else:
        response.content_length = len(audio)
    await response.prepare(request)
    if request.method == hdrs.METH_HEAD:
        return
    for start in range(0, len(audio), 1 << 16):
        await write(response, audio[start : start + (1 << 16)])


def _reason(error: Exception) -> str:
    return "it was not taken in time" if isinstance(error, TimeoutError) else str(error)


def _too_large(limit: BodyLimit) -> GraphError:
    return GraphError(
        413, "RequestEntityTooLarge", f"The body is larger than {limit.size:,} bytes."
    )
