"""The bridge: mirrors the bot's requests to a real Graph, or passes them through, or sends one.

Everything it does, and everything that it did not do, is a record. Mirrored requests of one call go
one after the other, as the bot sent them; nothing that happens to them reaches the bot. Nothing is
sent twice: :mod:`app.bridge.client` tries again only where no byte can have arrived.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from app.bridge.call_map import CallMap, NotMapped
from app.bridge.client import Answered, RealClient, Unanswered
from app.bridge.compare import Difference, Side, compare
from app.bridge.credentials import Credentials, NoCredentials
from app.bridge.failure import failure_answer, status_of
from app.bridge.learning import learn
from app.bridge.onward import RealRequest, real_request
from app.bridge.retry_after import held_until
from app.bridge.target import Target
from app.runtime.bridging import BridgedAnswer, BridgedRequest, BridgeMode
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NewId
from app.runtime.records import HttpExchange, Record
from app.runtime.tasks import TaskOwner

MOST_WAITING: Final = 500
"""Mirrored requests that wait; more are recorded as not sent."""

CARRIED: Final = frozenset({"connection", "content-length", "keep-alive", "transfer-encoding"})
"""Headers of a real answer that the local server sets for itself."""


@dataclass(frozen=True, slots=True)
class BridgeConfig:
    """What a person chose. ``seconds``: how long the real service may take. ``ca_file``: further
    authorities. ``callback_url``: the public address that leads to this program."""

    mode: BridgeMode
    target: Target
    credentials: Credentials
    seconds: float = 30.0
    ca_file: str | None = None
    callback_url: str | None = None


Comparison = tuple[Difference, ...]


class Bridge:
    """Core thread only."""

    def __init__(self, journal: Journal, clock: Clock, new_id: NewId) -> None:
        self._journal = journal
        self._clock = clock
        self._new_id = new_id
        self._tasks = TaskOwner()
        self._config: BridgeConfig | None = None
        self._client: RealClient | None = None
        self._lines: dict[str | None, deque[tuple[BridgedRequest, BridgedAnswer]]] = {}
        self._waiting = 0
        self.pairs = CallMap()
        """Simulated ids and real ones."""
        self.callbacks: dict[str, str] = {}
        """The bot's own callbackUri by real call id."""
        self.held_until: datetime | None = None
        """When the real service may be asked again, after a 429."""
        self.changed: Callable[[], None] = lambda: None
        """Called when mode, target or hold have changed."""

    @property
    def mode(self) -> BridgeMode:
        return self._config.mode if self._config else BridgeMode.OFF

    @property
    def config(self) -> BridgeConfig | None:
        """What is set up; ``None`` before anybody did."""
        return self._config

    async def set_up(self, config: BridgeConfig | None) -> None:
        """Switch to ``config``, or off. Raises BadTrust; then nothing has changed."""
        client = None
        if config is not None:
            client = await asyncio.to_thread(RealClient, config.ca_file)
        before, self._client = self._client, client
        self._config, self.held_until = config, None
        if before is not None:
            await before.close()
        mode, target = self.mode.value, config.target.base if config else None
        self._journal.append("bridgeMode", data={"mode": mode, "target": target})
        self.changed()

    async def close(self) -> None:
        """Drop what waits, and close the connections."""
        await self._tasks.stop()
        if self._client is not None:
            await self._client.close()

    # -- the three ways ----------------------------------------------------------------------

    def mirror(self, request: BridgedRequest, answer: BridgedAnswer) -> None:
        """Queue ``request`` behind those of its call; see BridgePort."""
        if self._waiting >= MOST_WAITING:
            self._not_sent(request, f"{MOST_WAITING} requests wait already")
            return
        line = self._lines.get(request.call_id)
        self._waiting += 1
        if line is not None:
            line.append((request, answer))
            return
        self._lines[request.call_id] = deque([(request, answer)])
        self._tasks.start(self._run_line(request.call_id), f"bridge {request.call_id}")

    async def pass_through(self, request: BridgedRequest) -> BridgedAnswer:
        """Return the real answer, or 502/504; see BridgePort."""
        config = self._config
        assert config is not None, "passed through while the bridge is off"
        try:
            sent = await real_request(
                request, config.target, config.credentials, None, config.callback_url
            )
        except NoCredentials as error:
            self._not_sent(request, str(error))
            return self._failed(request, 502, "BadGateway", f"The bridge has no token. {error}")
        answered, _ = await self._send(request, sent, config, None)
        if isinstance(answered, Unanswered):
            status, code = status_of(answered)
            return self._failed(request, status, code, f"{config.target.name}: {answered}.")
        headers = tuple(pair for pair in answered.headers if pair[0].lower() not in CARRIED)
        return BridgedAnswer(answered.status, headers, answered.body)

    async def send_once(self, request: BridgedRequest) -> Record:
        """Send one request that a person confirmed; returns the record of what came of it.

        Waits while the real service wants to be left alone.
        """
        config = self._config
        if config is None:
            return self._not_sent(request, "no target is set up")
        return await self._try(request, None, config)

    # -- inside -------------------------------------------------------------------------------

    async def _run_line(self, call_id: str | None) -> None:
        line = self._lines[call_id]
        try:
            while line:
                request, answer = line.popleft()
                self._waiting -= 1
                config = self._config
                if config is None or config.mode is not BridgeMode.MIRROR:
                    self._not_sent(request, "the bridge was switched off meanwhile")
                    continue
                await self._try(request, answer, config)
        finally:
            self._waiting -= len(line)
            del self._lines[call_id]

    async def _try(
        self, request: BridgedRequest, answer: BridgedAnswer | None, config: BridgeConfig
    ) -> Record:
        await self._hold()
        try:
            sent = await real_request(
                request, config.target, config.credentials, self.pairs, config.callback_url
            )
        except (NotMapped, NoCredentials) as error:
            return self._not_sent(request, str(error))
        _, record = await self._send(request, sent, config, answer)
        return record

    async def _hold(self) -> None:
        while self.held_until is not None:
            left = (self.held_until - self._clock.now()).total_seconds()
            if left <= 0:
                self.held_until = None
                self.changed()
                return
            await asyncio.sleep(left)

    async def _send(
        self,
        request: BridgedRequest,
        sent: RealRequest,
        config: BridgeConfig,
        answer: BridgedAnswer | None,
    ) -> tuple[Answered | Unanswered, Record]:
        """Send, record, and learn from an answer."""
        assert self._client is not None, "set up with a client"
        started, begun = self._clock.now(), self._clock.monotonic()
        came: Answered | Unanswered
        try:
            came = await self._client.send(
                sent.method, sent.url, sent.sent_headers, sent.body, seconds=config.seconds
            )
        except Unanswered as error:
            came = error
        seconds = self._clock.monotonic() - begun
        differences: Comparison | None = None
        if answer is not None and isinstance(came, Answered):
            mine = _side(answer.status, answer.headers, answer.body, answer.seconds)
            differences = compare(mine, _side(came.status, came.headers, came.body, seconds))
            learn(
                self.pairs,
                (answer.headers, answer.body),
                (came.headers, came.body),
                method=request.method,
            )
        record = self._record(request, sent, config, started, seconds, came, differences)
        if isinstance(came, Answered) and came.status == 429:
            self.held_until = held_until(came.header("retry-after"), self._clock.now())
            self.changed()
        return came, record

    def _record(
        self,
        request: BridgedRequest,
        sent: RealRequest,
        config: BridgeConfig,
        started: datetime,
        seconds: float,
        came: Answered | Unanswered,
        differences: Comparison | None,
    ) -> Record:
        told: dict[str, Any] = {"mode": config.mode.value, "target": config.target.base}
        if differences is not None:
            told["differences"] = [asdict(difference) for difference in differences]
        answered = came if isinstance(came, Answered) else None
        return self._journal.append(
            "exchange",
            call_id=request.call_id,
            data={"bridge": told},
            exchange=HttpExchange(
                kind="bridge",
                direction="out",
                method=sent.method,
                url=sent.url,
                started=started,
                seconds=seconds,
                request_headers=sent.shown_headers,
                request_body=sent.body.decode("utf-8", "replace"),
                status=answered.status if answered else None,
                response_headers=answered.headers if answered else (),
                response_body=answered.body.decode("utf-8", "replace") if answered else "",
                error=None if answered else str(came),
            ),
        )

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


def _side(status: int, headers: tuple[tuple[str, str], ...], body: bytes, seconds: float) -> Side:
    return Side(status, headers, body.decode("utf-8", "replace"), seconds)
