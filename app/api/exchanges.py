"""One exchange of the Graph plane from request to journal: guarded, answered, sent, recorded.

Everything a bot sends and gets is a record, refusals included. The answer leaves before it is
recorded, so nobody who listens to the journal delays it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aiohttp import hdrs, web
from multidict import CIMultiDict

from app.api.answers import (
    DIAGNOSTIC,
    Answer,
    BodyLimit,
    Headers,
    Seen,
    Sent,
    base_url,
    client_request_id,
    graph_failure,
    read_body,
    send,
)
from app.api.guard import KEY_HEADER, Guard
from app.api.identity import IdentityPlane
from app.api.redaction import HIDDEN, redact_body, redact_tokens, redact_url
from app.api.routes import GraphPlane
from app.graph.errors import GraphError
from app.runtime.bodies import audio_note, body_text
from app.runtime.bridging import BridgedAnswer, BridgedRequest, BridgeMode, BridgePort
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NewId
from app.runtime.records import HttpExchange

log = logging.getLogger(__name__)

VERSIONS: Final = ("/v1.0/", "/beta/")
"""What begins a path of Graph: nothing else goes to the real one."""


class RequestIds:
    """Ids of requests: GUIDs that count up from a random ``first`` (2 µs less than random ones)."""

    def __init__(self, first: str) -> None:
        self._stem = first[:24]
        self._count = int(first[24:], 16)

    def next(self) -> str:
        """Return an id that was not returned before."""
        self._count = (self._count + 1) % (1 << 48)
        return f"{self._stem}{self._count:012x}"


class Exchanges:
    """Core thread. Never raises; the answer to a client that went away is lost."""

    def __init__(
        self,
        plane: GraphPlane,
        identity: IdentityPlane,
        guard: Guard,
        journal: Journal,
        clock: Clock,
        new_id: NewId,
        limit: BodyLimit,
        bridge: BridgePort,
    ) -> None:
        self._plane = plane
        self._identity = identity
        self._guard = guard
        self._journal = journal
        self._clock = clock
        self._request_ids = RequestIds(new_id())
        self._limit = limit
        self._bridge = bridge

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer ``request`` and record the exchange."""
        begun = self._clock.monotonic()
        request_id = self._request_ids.next()
        seen = Seen(request_id, client_request_id(request, request_id), self._clock.now())
        seen.identity = self._identity.handles(request.rel_url.raw_path)
        try:
            answer = await self._answer(request, seen)
        except ConnectionError as error:
            gone = Sent(web.Response(), f"The client left before it was answered: {error}.")
            self._record(request, seen, None, gone, self._clock.monotonic() - begun)
            return gone.response
        note = (
            await asyncio.to_thread(audio_note, "recording", answer.recording)
            if answer.recording
            else None
        )
        answered = self._clock.monotonic()
        sent = await send(request, answer, CIMultiDict() if seen.passed else _headers(seen))
        if request.content.exception() is not None:
            # A body that broke off cannot be read to its end: the connection is of no more use.
            request.protocol.force_close()
        text = body_text(answer.body, answer.headers) if note is None else note
        if sent.streamed is not None:
            text = f"[recording, while it grew: {sent.streamed:,} bytes, application/octet-stream]"
        ended = self._clock.monotonic()
        seconds = ended - begun
        parts = (None if seen.arrived is None else seen.arrived - begun, ended - answered)
        self._record(request, seen, text, sent, seconds, parts)
        if self._is_bridged(request, seen, BridgeMode.MIRROR):
            headers = _pairs(sent.response.headers)
            mine = BridgedAnswer(answer.status, headers, answer.body, seconds)
            self._bridge.mirror(_bridged(request, seen), mine)
        return sent.response

    def _is_bridged(self, request: web.BaseRequest, seen: Seen, mode: BridgeMode) -> bool:
        """Whether ``request`` is one for Graph, let in, while the bridge is in ``mode``."""
        if self._bridge.mode is not mode or not seen.admitted or seen.identity:
            return False
        return request.rel_url.raw_path.lower().startswith(VERSIONS)

    async def _answer(self, request: web.BaseRequest, seen: Seen) -> Answer:
        try:
            self._guard.check(request.headers)
            seen.body = await read_body(request, self._limit)
            seen.arrived = self._clock.monotonic()
            seen.admitted = True
            if seen.identity:
                return await self._identity.answer(request, seen)
            bridged = self._is_bridged(request, seen, BridgeMode.PASS_THROUGH)
            # The real service knows nothing of a call that the phone here began.
            if bridged and not self._plane.has_call(request):
                seen.passed = True
                real = await self._bridge.pass_through(_bridged(request, seen))
                return Answer(real.status, real.body, real.headers)
            placed = await self._plane.create(request, seen)
            return placed or self._plane.answer(request, seen)
        except GraphError as error:
            wrapped = self._plane.settings.error_shape == "wrapped"
            return graph_failure(error, seen, seen.started, wrapped=wrapped)
        except ConnectionError:
            raise
        except Exception:
            log.exception("%s %s failed", request.method, request.rel_url.raw_path)
            unexpected = GraphError(500, "9999", "Internal error of the simulator: see its log.")
            return graph_failure(unexpected, seen, seen.started)

    def _record(
        self,
        request: web.BaseRequest,
        seen: Seen,
        text: str | None,
        sent: Sent,
        seconds: float,
        parts: tuple[float | None, float | None] = (None, None),
    ) -> None:
        response = sent.response
        headers = _pairs(request.headers)
        exchange = HttpExchange(
            kind="download" if seen.download else "api",
            direction="in",
            method=request.method,
            url=_readable(f"{base_url(request)}{request.rel_url.raw_path_qs}"),
            started=seen.started,
            seconds=seconds,
            request_headers=headers,
            request_body=body_text(seen.body, headers),
            status=response.status if text is not None else None,
            response_headers=_pairs(response.headers) if text is not None else (),
            response_body=text or "",
            error=sent.error,
            request_seconds=parts[0],
            response_seconds=parts[1],
        )
        if seen.identity:
            exchange = _without_secrets(exchange)
        elif self._bridge.mode is not BridgeMode.OFF and not seen.download:
            # The bot's token may be one of the real service.
            exchange = replace(exchange, request_headers=_without_token(exchange.request_headers))
        told = {"mode": self._bridge.mode.value, "origin": "real Graph"} if seen.passed else None
        self._journal.append(
            "exchange",
            call_id=seen.call_id,
            operation_id=seen.operation_id,
            data={"bridge": told} if told else None,
            exchange=exchange,
        )


def _headers(seen: Seen) -> CIMultiDict[str]:
    """Return the headers of every answer, as seen on the real wire (contract section 1.2).

    Strict-Transport-Security is left out: it must not be sent over plain http (RFC 6797, 7.2), and
    over https a browser would keep it for all that listens on localhost. A token is for one only
    (RFC 6749, section 5.1).
    """
    headers = CIMultiDict(
        {
            "request-id": seen.request_id,
            "client-request-id": seen.client_request_id,
            "x-ms-ags-diagnostic": DIAGNOSTIC,
            hdrs.CACHE_CONTROL: "private",
        }
    )
    if seen.identity:
        del headers["x-ms-ags-diagnostic"]
        headers["x-ms-request-id"] = seen.request_id
        headers[hdrs.CACHE_CONTROL] = "no-store, no-cache"
    if seen.scenario_id is not None:
        headers["scenario-id"] = seen.scenario_id
    return headers


def _without_secrets(exchange: HttpExchange) -> HttpExchange:
    """Return an exchange of the identity plane as it may be kept."""
    headers = exchange.request_headers
    kind = next((v for n, v in headers if n.lower() == "content-type"), "")
    return replace(
        exchange,
        url=redact_url(exchange.url),
        request_headers=_without_token(headers),
        request_body=redact_body(exchange.request_body, kind),
        response_body=redact_tokens(exchange.response_body),
    )


def _without_token(headers: Headers) -> Headers:
    return tuple((n, HIDDEN if n.lower() == "authorization" else v) for n, v in headers)


def _bridged(request: web.BaseRequest, seen: Seen) -> BridgedRequest:
    headers = tuple(request.headers.items())
    path = request.rel_url.raw_path_qs
    return BridgedRequest(request.method, path, headers, seen.body, seen.call_id)


def _pairs(headers: Mapping[str, str]) -> Headers:
    if KEY_HEADER in headers:  # It does not belong on this plane.
        hidden = KEY_HEADER.lower()
        pairs = headers.items()
        return tuple((n, "[redacted]" if n.lower() == hidden else _readable(v)) for n, v in pairs)
    if "".join(headers.values()).isascii():
        return tuple(headers.items())
    return tuple((name, _readable(value)) for name, value in headers.items())


def _readable(text: str) -> str:
    """Bytes that are not UTF-8 arrive as surrogates, which no file or window can take."""
    return text.encode("utf-8", "replace").decode("utf-8")
