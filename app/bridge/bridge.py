"""The bridge: mirrors the bot's requests to a real Graph, or passes them through, or sends one.

Everything it does, and everything that it did not do, is a record. Mirrored requests of one call go
one after the other, as the bot sent them; nothing that happens to them reaches the bot. Nothing is
sent twice: :mod:`app.bridge.client` tries again only where no byte can have arrived.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from app.bridge.answered import Answered, Unanswered
from app.bridge.call_map import CallMap, NotMapped
from app.bridge.failure import failure_answer, status_of
from app.bridge.hold import Hold
from app.bridge.lines import Lines
from app.bridge.onward import real_request
from app.bridge.polling import poll, running_operation
from app.bridge.real_calls import RealCalls
from app.bridge.real_tokens import RealTokens, fetch_by
from app.bridge.receiver import Receiver
from app.bridge.recording import fetch_recording
from app.bridge.sending import BridgeConfig, Sender
from app.bridge.sign_in import NoCredentials
from app.runtime.bridging import Arrived, BridgedAnswer, BridgedRequest, BridgeMode
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NewId, NotificationPort
from app.runtime.records import Record
from app.runtime.tasks import TaskOwner

if TYPE_CHECKING:
    from app.bridge.client import RealClient

NOWHERE: Final = "https://callback.invalid/"
"""Where the real service is told to notify a mirrored bot (RFC 2606: it is nowhere), which has the
simulator's notifications and must not notice others."""

CARRIED: Final = frozenset({"connection", "content-length", "keep-alive", "transfer-encoding"})
"""Headers of a real answer that the local server sets for itself."""


class Bridge:
    """The runtime's BridgePort. Core thread only.

    ``notifications`` carries those of the real service to the bot; ``bot_url`` returns where, if no
    call's own address is known, and ``app_id`` who the bot is.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        new_id: NewId,
        *,
        notifications: NotificationPort,
        bot_url: Callable[[], str] = lambda: "",
        app_id: Callable[[], str] = lambda: "",
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._new_id = new_id
        self._tasks = TaskOwner()
        self._sender: Sender | None = None
        self._client: RealClient | None = None
        self._receiver: Receiver | None = None
        self._notifications = notifications
        self._bot_url = bot_url
        self._app_id = app_id
        self._lines = Lines(self._mirror_one, self._tasks)
        self._hold = Hold(clock)
        self.pairs = CallMap()
        """Simulated ids and real ones."""
        self.callbacks: dict[str, str] = {}
        """The bot's own callbackUri by real call id."""
        self.calls = RealCalls(journal)
        """What is known of real calls."""
        self.changed: Callable[[], None] = lambda: None
        """Called when mode, target, hold or pairs have changed."""
        self.pairs.changed = self._hold.changed = lambda: self.changed()

    @property
    def mode(self) -> BridgeMode:
        return self._sender.config.mode if self._sender else BridgeMode.OFF

    @property
    def target(self) -> str | None:
        """The base address that requests go to; ``None`` while the bridge is off."""
        return self._sender.config.target.base if self._sender else None

    @property
    def held_until(self) -> datetime | None:
        """When the real service may be asked again, after a 429."""
        return self._hold.until

    @property
    def callback_host(self) -> str | None:
        """Host (and port) of the public address for notifications, if there is one."""
        url = self._sender.config.callback_url if self._sender else None
        return urlsplit(url).netloc.lower() if url else None

    @property
    def config(self) -> BridgeConfig | None:
        """What is set up; ``None`` before anybody did."""
        return self._sender.config if self._sender else None

    async def set_up(self, config: BridgeConfig | None) -> None:
        """Switch to ``config``, or off (``None``). Raises BadTrust; then nothing has changed."""
        client: RealClient | None = None
        sender: Sender | None = None
        receiver: Receiver | None = None
        if config is not None:
            module = await asyncio.to_thread(import_module, "app.bridge.client")
            made: RealClient = await asyncio.to_thread(module.RealClient, config.ca_file)
            client = made
            sender = Sender(
                config,
                made,
                self.pairs,
                self.callbacks,
                self._journal,
                self._clock,
                self._hold.begin,
            )
            receiver = self._make_receiver(config, made)
        before, self._client = self._client, client
        self._sender, self._receiver = sender, receiver
        self._hold.end()
        if before is not None:
            await before.close()
        self._journal.append("bridgeMode", data={"mode": self.mode.value, "target": self.target})
        self.changed()

    async def close(self) -> None:
        """Drop what waits, and close the connections."""
        await self._tasks.stop()
        if self._client is not None:
            await self._client.close()

    # -- the three ways ----------------------------------------------------------------------

    def mirror(self, request: BridgedRequest, answer: BridgedAnswer) -> None:
        """Queue ``request`` behind those of its call; see BridgePort."""
        if not self._lines.add(request.call_id, (request, answer)):
            self._not_sent(request, f"{self._lines.waiting} requests wait already")

    async def pass_through(self, request: BridgedRequest) -> BridgedAnswer:
        """Return the real answer, or 502/504; see BridgePort."""
        sender = self._sender
        assert sender is not None, "passed through while the bridge is off"
        config = sender.config
        try:
            sent = await real_request(
                request, config.target, config.credentials, None, config.callback_url
            )
        except NoCredentials as error:
            self._not_sent(request, str(error))
            return self._failed(request, 502, "BadGateway", f"The bridge has no token. {error}")
        came, _ = await sender.send(request, sent, None)
        if isinstance(came, Unanswered):
            status, code = status_of(came)
            return self._failed(request, status, code, f"{config.target.name}: {came}.")
        headers = tuple(pair for pair in came.headers if pair[0].lower() not in CARRIED)
        answer = BridgedAnswer(came.status, headers, came.body)
        self.calls.answered(request.method, request.path, answer)
        return answer

    async def receive(self, arrived: Arrived) -> BridgedAnswer:
        """Take what claims to be a notification of the real service; see BridgePort."""
        assert self._receiver is not None, "there is no address for notifications"
        return await self._receiver.receive(arrived)

    async def send_once(self, request: BridgedRequest) -> Record:
        """Send one request that a person confirmed; returns the record of what came of it.

        Waits while the real service wants to be left alone.
        """
        if self._sender is None:
            return self._not_sent(request, "no target is set up")
        return await self._try(request, None, self._sender)

    async def download(self, location: str, token: str) -> bytes:
        """Return a real recording. ``token`` is that of its operation. Raises ValueError."""
        sender = self._sender
        if sender is None or self._client is None:
            raise ValueError("The bridge is off: switch it on, at least for sending by hand.")
        return await fetch_recording(self._client, sender, self._clock, location, token)

    # -- inside -------------------------------------------------------------------------------

    async def _mirror_one(self, mirrored: tuple[BridgedRequest, BridgedAnswer]) -> None:
        request, answer = mirrored
        if self._sender is None or self.mode is not BridgeMode.MIRROR:
            self._not_sent(request, "the bridge was switched off meanwhile")
            return
        await self._try(request, answer, self._sender)

    async def _try(
        self, request: BridgedRequest, answer: BridgedAnswer | None, sender: Sender
    ) -> Record:
        await self._hold.wait()
        if sender is not self._sender:
            return self._not_sent(request, "the bridge was switched meanwhile")
        config = sender.config
        try:
            sent = await real_request(
                request,
                config.target,
                config.credentials,
                self.pairs,
                config.callback_url if answer is None else config.callback_url or NOWHERE,
                self._is_real if answer is None else lambda here: False,
            )
        except (NotMapped, NoCredentials) as error:
            return self._not_sent(request, str(error))
        came, record = await sender.send(request, sent, answer)
        if isinstance(came, Answered) and config.callback_url is None:
            operation = running_operation(came, request.path)
            if operation is not None:
                work = poll(
                    sender,
                    request,
                    sent,
                    operation,
                    self._clock,
                    lambda: sender is self._sender,
                    self._hold.wait,
                )
                self._tasks.start(work, f"poll of {operation}")
        return record

    def _make_receiver(self, config: BridgeConfig, client: RealClient) -> Receiver | None:
        if config.callback_url is None:
            return None
        tokens = RealTokens(
            fetch_by(client),
            self._clock,
            audience=lambda: config.audience or self._app_id(),
            openid=config.openid,
            issuers=config.issuers,
        )
        # A mirrored bot has the simulator's notifications, and must not notice others.
        hand_on = self._notifications if config.mode is BridgeMode.PASS_THROUGH else None
        return Receiver(
            self.pairs,
            self.callbacks,
            self.calls,
            tokens,
            self._journal,
            self._clock,
            hand_on,
            self._bot_url,
        )

    def _is_real(self, here: str) -> bool:
        """Whether an id that a person sends by hand is the real service's own."""
        passing = self.mode is BridgeMode.PASS_THROUGH
        return passing or self.pairs.simulated(here) is not None

    def _not_sent(self, request: BridgedRequest, why: str) -> Record:
        return self._journal.append(
            "bridgeNotSent",
            call_id=request.call_id,
            data={
                "bridge": {"mode": self.mode.value},
                "method": request.method,
                "path": request.path,
                "message": f"Not sent to the real service: {why.rstrip('.')}.",
            },
        )

    def _failed(
        self, request: BridgedRequest, status: int, code: str, message: str
    ) -> BridgedAnswer:
        return failure_answer(
            status,
            code,
            message,
            request_id=self._new_id(),
            client_id=request.header("client-request-id"),
            at=self._clock.now(),
        )
