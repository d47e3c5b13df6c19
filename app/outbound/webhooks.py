"""Delivers notifications to the bot: in order per call, with retries, each attempt in the journal.

A call has one task while it has something to deliver, so a bot that is slow in one call delays no
other. What is tried again, and when: :mod:`app.outbound.schedule`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urljoin

from app.outbound.client import LazyClient
from app.outbound.notification import Notification, chain_of, prepare
from app.outbound.reply import MOST_BODY, Headers, Reply
from app.outbound.schedule import Attempt, BackOff, Schedule, Verdict, Wait, back_off
from app.outbound.targets import Targets
from app.runtime.clock import SystemClock, new_id
from app.runtime.journal import Journal
from app.runtime.ports import Clock, NewId, SignerPort, TargetRefused
from app.runtime.tasks import TaskOwner
from app.settings import Settings

SHOWN_ANSWER: Final = 200
"""Characters of a refusal that are quoted in the warning; all of it is in the exchange."""

FLUSH_SECONDS: Final = 2.0
"""How long the end of the program waits for what is still to be delivered."""

_NO_HANDSHAKE: Final = (
    "was answered {status}: in the old format Graph waits for 204 before it sends its own."
)

HIDDEN: Final = "Bearer [redacted]"
"""What the journal keeps of the token: others could show it to the bot."""

CLOSED: Final = "the simulator was closed"


@dataclass(slots=True)
class _Line:
    """What is to be delivered for one call; ``task`` lives while there is something."""

    schedule: Schedule[Notification]
    chain_id: str
    ended: bool = False
    moved: dict[str, str] = field(default_factory=dict)
    """Where the bot wants to have what is meant for an address."""
    task: asyncio.Task[None] | None = None


class WebhookSender:
    """The runtime's NotificationPort over HTTP. Core thread only.

    ``settings`` and ``signer`` (``None`` signs nothing) are asked at each attempt; ``back_off``
    gives the pauses between attempts.
    """

    def __init__(
        self,
        journal: Journal,
        targets: Targets,
        settings: Callable[[], Settings],
        *,
        signer: SignerPort | None = None,
        clock: Clock | None = None,
        new_id: NewId = new_id,
        back_off: BackOff = back_off,
        flush_seconds: float = FLUSH_SECONDS,
    ) -> None:
        self._journal = journal
        self._targets = targets
        self._settings = settings
        self._signer = signer
        self._clock = clock or SystemClock()
        self._new_id = new_id
        self._back_off = back_off
        self._flush_seconds = flush_seconds
        self._client = LazyClient(targets)
        self._lines: dict[str, _Line] = {}
        self._tasks = TaskOwner()
        self._closing = asyncio.Event()

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        """Queue a notification (a commsNotifications body) for ``url``. Returns at once."""
        line = self._lines.get(call_id)
        if line is None:
            line = _Line(Schedule(self._back_off), chain_of(body) or self._new_id())
        notification = prepare(call_id, url, body, line.chain_id, self._new_id)
        if self._closing.is_set():
            self._warn(notification, f"was not sent: {CLOSED}.")
            return
        self._lines[call_id] = line
        line.ended = line.ended or notification.last
        line.schedule.add(notification)
        if line.task is None:
            name = f"notifications of {call_id}"
            line.task = self._tasks.start(self._deliver(call_id, line), name)

    async def aclose(self) -> None:
        """Deliver what can be within 2 s, record what cannot, close the connections."""
        self._closing.set()
        for line in self._lines.values():
            line.schedule.hurry()
        busy = [line.task for line in self._lines.values() if line.task is not None]
        if busy:
            await asyncio.wait(busy, timeout=self._flush_seconds)
        await self._tasks.stop()
        for line in self._lines.values():
            for notification in line.schedule.drain():
                self._warn(notification, f"was not delivered: {CLOSED}.")
        self._lines.clear()
        await self._client.aclose()

    async def _deliver(self, call_id: str, line: _Line) -> None:
        try:
            while (step := line.schedule.next(self._clock.monotonic())) is not None:
                if isinstance(step, Wait):
                    await self._pause(step.seconds)
                else:
                    await self._attempt(line, step)
        finally:
            line.task = None
        if line.ended:
            self._lines.pop(call_id, None)

    async def _pause(self, seconds: float) -> None:
        """Wait; the end of the program cuts it short."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()

    async def _attempt(self, line: _Line, attempt: Attempt[Notification]) -> None:
        schedule, settings = line.schedule, self._settings()
        url = line.moved.get(attempt.item.url, attempt.item.url)
        notification = replace(attempt.item, url=url)
        attempt = Attempt(notification, attempt.number)
        authorization = None
        if self._signer is not None:
            authorization = await self._signer.authorization(notification.call_id)
        headers = notification.headers(attempt.number, self._new_id, authorization)
        unanswered = tuple(headers.items())
        started, begun = self._clock.now(), self._clock.monotonic()
        try:
            await self._targets.check(notification.url, "webhook")
            started, begun = self._clock.now(), self._clock.monotonic()
            reply = await self._post(notification, headers, settings.webhook_timeout)
        except TargetRefused as error:
            self._record(attempt, started, begun, Reply(unanswered, error=str(error)))
            schedule.refuse()
            self._warn(notification, f"was not sent. {error}")
            return
        except asyncio.CancelledError:
            self._record(attempt, started, begun, Reply(unanswered, error=f"broken off: {CLOSED}"))
            raise
        self._record(attempt, started, begun, reply)
        if self._follows(line, notification, reply):
            schedule.again()
            return
        now = self._clock.monotonic()
        verdict = schedule.finish(now, reply.status, settings.webhook_attempts)
        if verdict is Verdict.REFUSED:
            self._warn(notification, _refused(reply))
        elif verdict is Verdict.GIVEN_UP:
            self._warn(notification, _given_up(attempt.number, reply))
        elif verdict is Verdict.DELIVERED and notification.legacy and reply.status != 204:
            self._warn(notification, _NO_HANDSHAKE.format(status=reply.status))

    @staticmethod
    def _follows(line: _Line, notification: Notification, reply: Reply) -> bool:
        """Take note of where the bot sends a new call, for whatever is meant for this address.

        Once only: a bot whose addresses lead in circles is told so.
        """
        where = reply.header("location")
        if not notification.first or line.moved or reply.status != 302 or not where:
            return False
        line.moved[notification.url] = urljoin(notification.url, where)
        return True

    async def _post(
        self, notification: Notification, headers: dict[str, str], seconds: float
    ) -> Reply:
        client = await self._client.get()
        from app.outbound.exchange import ask

        reply = await ask(
            client,
            "POST",
            notification.url,
            headers,
            notification.content,
            limit=MOST_BODY,
            seconds=seconds,
            listener="bot",
        )
        if reply.status == 302 and notification.first:
            return reply
        if reply.status is not None and 300 <= reply.status < 400:
            where = reply.header("location") or "nowhere"
            return replace(reply, error=f"a redirect to {where}, which notifications never follow")
        return reply

    def _record(
        self, attempt: Attempt[Notification], started: datetime, begun: float, reply: Reply
    ) -> None:
        notification = attempt.item
        exchange = reply.exchange(
            "webhook",
            "POST",
            notification.url,
            notification.content.decode(),
            started,
            self._clock.monotonic() - begun,
            attempt=attempt.number,
        )
        exchange = replace(exchange, request_headers=_without_token(exchange.request_headers))
        self._journal.append(
            "exchange",
            call_id=notification.call_id,
            operation_id=notification.operation_id,
            exchange=exchange,
        )

    def _warn(self, notification: Notification, what: str) -> None:
        self._journal.append(
            "warning",
            call_id=notification.call_id,
            operation_id=notification.operation_id,
            data={"message": f"The notification {notification.name} {what}"},
        )


def _without_token(headers: Headers) -> Headers:
    return tuple((n, HIDDEN if n.lower() == "authorization" else v) for n, v in headers)


def _refused(reply: Reply) -> str:
    if reply.status is not None and 300 <= reply.status < 400:
        return (
            f"was not taken: the bot answered {reply.status}, {reply.error or 'again'}. "
            "Give the bot's final address."
        )
    said = f' and said "{reply.text[:SHOWN_ANSWER]}"' if reply.text.strip() else ""
    return (
        f"was refused: the bot answered {reply.status}{said}. It is not sent again. "
        "Check the path of the bot's address, and the bot's own log."
    )


def _given_up(attempts: int, reply: Reply) -> str:
    times = "one attempt" if attempts == 1 else f"{attempts} attempts"
    if reply.status is None:
        return (
            f"was given up after {times}: {reply.error}. "
            "Start the bot, or correct its address, and call again."
        )
    return (
        f"was given up after {times}: the bot's last answer was {reply.status}. "
        "Look into the bot's own log."
    )
