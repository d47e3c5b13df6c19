"""Where notifications of the real service arrive, while the bridge has a public address for them.

The user's tunnel leads that address here. Its host is admitted for this path alone, beside the
names of this server: tunnels keep ``Host`` or rewrite it.
"""

from __future__ import annotations

from typing import Final

from aiohttp import hdrs, web

from app.api.answers import BodyLimit, Seen, base_url, graph_failure, read_body
from app.api.guard import Guard
from app.graph.errors import GraphError
from app.runtime.bridging import INBOX, Arrived, BridgePort
from app.runtime.ports import Clock, NewId

LIMIT: Final = BodyLimit(256 << 10, 10.0)
"""A notification is smaller than 10 kB."""


class BridgeInbox:
    """Core thread. Never raises."""

    def __init__(self, bridge: BridgePort, guard: Guard, clock: Clock, new_id: NewId) -> None:
        self._bridge = bridge
        self._guard = guard
        self._clock = clock
        self._new_id = new_id

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer ``request``: what the real service is told, or a refusal in Graph's shape."""
        request_id, now = self._new_id(), self._clock.now()
        headers = {"request-id": request_id, hdrs.CACHE_CONTROL: "no-store"}
        try:
            self._check(request)
            body = await read_body(request, LIMIT)
            # The bridge may have been switched off while the body came.
            self._check(request)
            url = f"{base_url(request)}{request.rel_url.raw_path_qs}"
            pairs = tuple((name, _readable(value)) for name, value in request.headers.items())
            answer = await self._bridge.receive(Arrived(_readable(url), pairs, body, now))
        except GraphError as error:
            failure = graph_failure(error, Seen(request_id, request_id, now), now)
            if request.content.exception() is not None:
                request.protocol.force_close()
            return web.Response(
                status=failure.status, body=failure.body, headers=headers | dict(failure.headers)
            )
        except ConnectionError:
            return web.Response()  # The client went away: there is nobody to answer.
        return web.Response(
            status=answer.status, body=answer.body, headers=headers | dict(answer.headers)
        )

    def _check(self, request: web.BaseRequest) -> None:
        """Raise GraphError for what is no notification for us."""
        public = self._bridge.callback_host
        host = request.headers.get(hdrs.HOST, "").lower()
        if public is None or host not in (public, public.partition(":")[0]):
            self._guard.check(request.headers)
        elif hdrs.ORIGIN in request.headers:
            raise GraphError(403, "Forbidden", "Requests from web pages are refused.")
        if public is None:
            message = "Notifications of the real service are taken while the bridge has an address."
            raise GraphError(404, "NotFound", message)
        if request.method != "POST":
            raise GraphError(405, "MethodNotAllowed", "Notifications are POSTed here.")


def is_inbox(path: str) -> bool:
    """Whether an undecoded path is the inbox's."""
    return path == INBOX


def _readable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
