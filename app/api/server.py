"""The local Graph: one HTTP server on loopback with two planes, Graph's and the control plane's."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Collection
from typing import Final, Literal

from aiohttp import hdrs, web

from app.api.access import Access
from app.api.answers import UPLOAD_BODY, BodyLimit, Seen, graph_failure
from app.api.binding import bind, is_loopback
from app.api.bridge_inbox import BridgeInbox, is_inbox
from app.api.certificates import CertificateAuthority
from app.api.connection import ConnectionServer
from app.api.control import PREFIX, ControlPlane, is_control
from app.api.events import HEARTBEAT_SECONDS, EventStream
from app.api.exchanges import Exchanges
from app.api.guard import CONTAINER_HOSTS, LOOPBACK_NAMES, UNSPECIFIED, Guard
from app.api.identity import IdentityPlane
from app.api.keys import KeyPresser
from app.api.phone import Phone
from app.api.routes import GraphPlane
from app.api.signing import KeyRing
from app.api.tokens import AccessTokens
from app.graph.errors import GraphError
from app.runtime.bridging import BridgePort, NoBridge
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
    are the limits of the Graph plane and of a quiet event stream. ``keys`` sign tokens,
    ``authority`` signs certificates, ``own_tokens`` are bearers that are always taken.
    ``bridge`` leads to a real Graph.
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
        keys: KeyRing | None = None,
        authority: CertificateAuthority | None = None,
        own_tokens: Collection[str] = (),
        bridge: BridgePort | None = None,
    ) -> None:
        self._simulator = simulator
        self._clock = clock
        self._new_id = new_id
        self._control_key = control_key
        self._settings_changed = settings_changed
        self._body = body or BodyLimit()
        self._bridge: BridgePort = bridge or NoBridge()
        self._tasks = TaskOwner()
        self._events = EventStream(simulator.journal, heartbeat)
        self._phone = Phone(
            simulator,
            KeyPresser(simulator, self._tasks),
            read_audio,
            BodyLimit(UPLOAD_BODY, UPLOAD_SECONDS),
        )
        self.authority = authority or CertificateAuthority(clock)
        """Signs the certificates of this server."""

        def settings() -> Settings:
            return simulator.settings

        keys = keys or KeyRing()
        tokens = AccessTokens(keys, settings, clock, new_id)
        access = Access(settings, tokens.roles, own_tokens)
        self._graph = GraphPlane(simulator, access=access)
        self._identity = IdentityPlane(keys, tokens, simulator.identity, settings, clock)
        self._runners: list[web.ServerRunner] = []
        self.port = 0
        """The port that is listened on; 0 before the start."""
        self.https_port = 0
        """The port that is listened on for https; 0 where there is none."""
        self.addresses: tuple[str, ...] = ()
        """The addresses that are listened on."""

    @property
    def base_url(self) -> str:
        """Scheme, host and port, without a version."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def https_base_url(self) -> str | None:
        """The same for https, ``None`` where that is not served."""
        return f"https://127.0.0.1:{self.https_port}" if self.https_port else None

    @property
    def control_url(self) -> str | None:
        """Where the control plane is, ``None`` when it is switched off."""
        return None if self._control_key is None else f"{self.base_url}{PREFIX}"

    async def start(
        self,
        host: str = "127.0.0.1",
        port: int = DEFAULT_PORT,
        *,
        lan: bool = False,
        https_port: int | None = None,
    ) -> None:
        """Listen on 127.0.0.1, ::1 and, with ``lan``, on ``host`` too; 0 picks a free port.

        ``https_port``: listen there too, with a certificate of this run. Tells the simulator its
        base URL. Raises CannotListen (of which PortBusy is one); then nothing is listened on.
        """
        plain = await asyncio.to_thread(bind, host, port, lan=lan)
        self.addresses = tuple(sock.getsockname()[0] for sock in plain)
        away = next((address for address in self.addresses if not is_loopback(address)), None)
        secure: list[socket.socket] = []
        context = None
        if https_port is not None:
            try:
                option = "--https-port"
                secure = await asyncio.to_thread(bind, host, https_port, lan=lan, option=option)
                context = await asyncio.to_thread(self._certify, away)
            except BaseException:
                for sock in (*plain, *secure):
                    sock.close()
                raise
        self.port = plain[0].getsockname()[1]
        await self._listen(plain, Guard(self.port, away))
        self._simulator.base_url = self.base_url
        if secure:
            self.https_port = secure[0].getsockname()[1]
            guard = Guard(self.https_port, away, scheme="https")
            await self._listen(secure, guard, context)

    async def stop(self) -> None:
        """Stop listening, end event streams and pending keys, let running answers finish."""
        self._events.stop()
        await self._tasks.stop()
        while self._runners:
            await self._runners.pop().cleanup()

    async def stand_in(
        self, names: Collection[str], scheme: Literal["http", "https"]
    ) -> ConnectionServer:
        """Return what makes connections on which this server answers as ``names``.

        It listens nowhere: connections are handed to it. There is no control plane on them.
        ``scheme`` is the one that its clients speak. It ends with this server.
        """
        port = {"http": 80, "https": 443}[scheme]
        exchanges = self._exchanges(Guard(port, scheme=scheme, names=names))

        async def handle(request: web.BaseRequest) -> web.StreamResponse:
            return await exchanges.handle(request.clone(scheme=scheme))

        return await self._run(handle)

    async def _run(self, handler: Callable[[web.BaseRequest], object]) -> ConnectionServer:
        server = ConnectionServer(
            handler, loop=asyncio.get_running_loop(), unreadable=self._unreadable
        )
        runner = web.ServerRunner(server, shutdown_timeout=STOP_SECONDS)
        await runner.setup()
        self._runners.append(runner)
        return server

    async def _listen(
        self,
        sockets: list[socket.socket],
        guard: Guard,
        context: ssl.SSLContext | None = None,
    ) -> None:
        await self._run(self._handler(guard))
        for sock in sockets:
            await web.SockSite(self._runners[-1], sock, ssl_context=context).start()

    def _certify(self, away: str | None) -> ssl.SSLContext:
        names = [name.strip("[]") for name in LOOPBACK_NAMES]
        if away is not None:
            names += [socket.gethostname(), *CONTAINER_HOSTS] if away in UNSPECIFIED else [away]
        return self.authority.server_context(*names)

    def _handler(self, guard: Guard) -> Callable[[web.BaseRequest], object]:
        control = ControlPlane(
            self._simulator,
            self._phone,
            self._events,
            key=self._control_key,
            guard=guard,
            settings_changed=self._settings_changed,
            authority=self.authority,
            bridge=self._bridge,
        )
        exchanges = self._exchanges(guard)

        inbox = BridgeInbox(self._bridge, guard, self._clock, self._new_id)

        async def handle(request: web.BaseRequest) -> web.StreamResponse:
            if is_inbox(request.rel_url.raw_path):
                return await inbox.handle(request)
            if is_control(request.rel_url.raw_path):
                return await control.handle(request)
            return await exchanges.handle(request)

        return handle

    def _exchanges(self, guard: Guard) -> Exchanges:
        return Exchanges(
            self._graph,
            self._identity,
            guard,
            self._simulator.journal,
            self._clock,
            self._new_id,
            self._body,
            self._bridge,
        )

    def _unreadable(self, problem: str) -> web.Response:
        """Answer bytes that are no HTTP; the usual cause is a bot that was given https://."""
        first = problem.strip().partition("\n")[0][:200]
        message = f"The request cannot be read as HTTP: {first}"
        where = f"This server speaks plain http: {self.base_url}."
        if self.https_base_url is not None:
            where = f"Plain http is spoken at {self.base_url}, https at {self.https_base_url}."
        self._simulator.journal.append("warning", data={"message": f"{message} ({where})"})
        request_id = self._new_id()
        now = self._clock.now()
        answer = graph_failure(
            GraphError(400, "BadRequest", message), Seen(request_id, request_id, now), now
        )
        headers = {"request-id": request_id, hdrs.CACHE_CONTROL: "private"}
        return web.Response(status=400, body=answer.body, headers=headers | dict(answer.headers))
