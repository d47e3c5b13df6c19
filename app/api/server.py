"""The local Graph: one HTTP server on loopback with two planes, Graph's and the control plane's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from aiohttp import hdrs, web

from app.api.answers import UPLOAD_BODY, BodyLimit, Seen, graph_failure
from app.api.binding import bind, is_loopback
from app.api.connection import ConnectionServer
from app.api.control import PREFIX, ControlPlane, is_control
from app.api.events import HEARTBEAT_SECONDS, EventStream
from app.api.exchanges import Exchanges
from app.api.guard import Guard
from app.api.keys import KeyPresser
from app.api.phone import Phone
from app.api.routes import GraphPlane
from app.graph.errors import GraphError
from app.runtime.ports import Audio, Clock, NewId
from app.runtime.service import Simulator
from app.runtime.tasks import TaskOwner
from app.settings import Settings

DEFAULT_PORT: Final = 8899

UPLOAD_SECONDS: Final = 120.0
"""How long an upload to the control plane may take."""

STOP_SECONDS: Final = 2.0
"""How long requests that are being answered may take to end when the server stops."""


class LocalGraph:
    """Belongs to the core thread. ``control_key`` ``None`` switches the control plane off.

    ``read_audio`` decodes an uploaded sound file (ValueError where it cannot; runs in a worker),
    ``settings_changed`` hears of changes by the control plane, ``body`` and ``heartbeat`` (seconds)
    are the limits of the Graph plane and of a quiet event stream.
    """

    def __init__(
        self,
        simulator: Simulator,
        *,
        clock: Clock,
        new_id: NewId,
        read_audio: Callable[[bytes], Audio],
        control_key: str | None,
        settings_changed: Callable[[Settings], None] = lambda settings: None,
        body: BodyLimit | None = None,
        heartbeat: float = HEARTBEAT_SECONDS,
    ) -> None:
        self._simulator = simulator
        self._clock = clock
        self._new_id = new_id
        self._control_key = control_key
        self._settings_changed = settings_changed
        self._body = body or BodyLimit()
        self._tasks = TaskOwner()
        self._events = EventStream(simulator.journal, heartbeat)
        self._phone = Phone(
            simulator,
            KeyPresser(simulator, self._tasks),
            read_audio,
            BodyLimit(UPLOAD_BODY, UPLOAD_SECONDS),
        )
        self._runner: web.ServerRunner | None = None
        self.port = 0
        """The port that is listened on; 0 before the start."""
        self.addresses: tuple[str, ...] = ()
        """The addresses that are listened on."""

    @property
    def base_url(self) -> str:
        """Scheme, host and port, without a version."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def control_url(self) -> str | None:
        """Where the control plane is, ``None`` when it is switched off."""
        return None if self._control_key is None else f"{self.base_url}{PREFIX}"

    async def start(
        self, host: str = "127.0.0.1", port: int = DEFAULT_PORT, *, lan: bool = False
    ) -> None:
        """Listen on 127.0.0.1, ::1 and, with ``lan``, on ``host`` too; 0 picks a free port.

        Tells the simulator its base URL. Raises CannotListen (of which PortBusy is one).
        """
        sockets = await asyncio.to_thread(bind, host, port, lan=lan)
        self.addresses = tuple(sock.getsockname()[0] for sock in sockets)
        self.port = sockets[0].getsockname()[1]
        away = [address for address in self.addresses if not is_loopback(address)]
        server = ConnectionServer(
            self._handler(Guard(self.port, away[0] if away else None)),
            loop=asyncio.get_running_loop(),
            unreadable=self._unreadable,
        )
        self._runner = web.ServerRunner(server, shutdown_timeout=STOP_SECONDS)
        await self._runner.setup()
        for sock in sockets:
            await web.SockSite(self._runner, sock).start()
        self._simulator.base_url = self.base_url

    async def stop(self) -> None:
        """Stop listening, end event streams and pending keys, let running answers finish."""
        self._events.stop()
        await self._tasks.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _handler(self, guard: Guard) -> Callable[[web.BaseRequest], object]:
        simulator = self._simulator
        control = ControlPlane(
            simulator,
            self._phone,
            self._events,
            key=self._control_key,
            guard=guard,
            settings_changed=self._settings_changed,
        )
        exchanges = Exchanges(
            GraphPlane(simulator),
            guard,
            simulator.journal,
            self._clock,
            self._new_id,
            self._body,
        )

        async def handle(request: web.BaseRequest) -> web.StreamResponse:
            if is_control(request.rel_url.raw_path):
                return await control.handle(request)
            return await exchanges.handle(request)

        return handle

    def _unreadable(self, problem: str) -> web.Response:
        """Answer bytes that are no HTTP; the usual cause is a bot that was given https://."""
        first = problem.strip().partition("\n")[0][:200]
        message = f"The request cannot be read as HTTP: {first}"
        self._simulator.journal.append(
            "warning",
            data={"message": f"{message} (This server speaks plain http: {self.base_url}.)"},
        )
        request_id = self._new_id()
        now = self._clock.now()
        answer = graph_failure(
            GraphError(400, "BadRequest", message), Seen(request_id, request_id, now), now
        )
        headers = {"request-id": request_id, hdrs.CACHE_CONTROL: "private"}
        return web.Response(status=400, body=answer.body, headers=headers | dict(answer.headers))
