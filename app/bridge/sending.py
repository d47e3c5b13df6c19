"""One request to the real service: sent, compared, learnt from, recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.bridge.answered import Answered, Unanswered
from app.bridge.call_map import ANY_ID, CallMap
from app.bridge.compare import Difference, Side, compare
from app.bridge.credentials import Credentials
from app.bridge.learning import learn, read_object
from app.bridge.onward import RealRequest
from app.bridge.real_tokens import ISSUERS, OPENID
from app.bridge.retry_after import held_until
from app.bridge.target import Target
from app.graph.ids import guid
from app.runtime.bodies import body_text
from app.runtime.bridging import BridgedAnswer, BridgedRequest, BridgeMode
from app.runtime.journal import Journal
from app.runtime.ports import Clock
from app.runtime.records import HttpExchange, Record

if TYPE_CHECKING:
    from app.bridge.client import RealClient


@dataclass(frozen=True, slots=True)
class BridgeConfig:
    """What a person chose. ``seconds``: how long the real service may take. ``ca_file``: further
    authorities. ``callback_url``: the public address that leads to this program; ``audience``: the
    application that notifications at it are meant for (empty: the bot as it is known), ``openid``
    and ``issuers``: whose they have to be."""

    mode: BridgeMode
    target: Target
    credentials: Credentials
    seconds: float = 30.0
    ca_file: str | None = None
    callback_url: str | None = None
    audience: str = ""
    openid: str = OPENID
    issuers: tuple[str, ...] = ISSUERS


class Sender:
    """Core thread only. Made for one :class:`BridgeConfig`; ``held`` hears of a 429's end."""

    def __init__(
        self,
        config: BridgeConfig,
        client: RealClient,
        pairs: CallMap,
        callbacks: dict[str, str],
        journal: Journal,
        clock: Clock,
        held: Callable[[datetime], None],
    ) -> None:
        self.config = config
        self._client = client
        self._pairs = pairs
        self._callbacks = callbacks
        self._journal = journal
        self._clock = clock
        self._held = held

    async def send(
        self, request: BridgedRequest, sent: RealRequest, answer: BridgedAnswer | None
    ) -> tuple[Answered | Unanswered, Record]:
        """Send once and record what came; ``answer`` is the simulator's, to be compared with."""
        started, begun = self._clock.now(), self._clock.monotonic()
        came = await self.ask(sent)
        seconds = self._clock.monotonic() - begun
        differences: tuple[Difference, ...] | None = None
        if isinstance(came, Answered):
            if answer is not None:
                mine = _side(answer.status, answer.headers, answer.body, answer.seconds)
                real = _side(came.status, came.headers, came.body, seconds)
                differences = compare(mine, real, sent.replaced)
                theirs = (came.headers, came.body)
                learn(self._pairs, (answer.headers, answer.body), theirs, method=request.method)
            self._note_callback(sent, came)
        return came, self.record(request, sent, started, seconds, came, differences)

    async def ask(self, sent: RealRequest) -> Answered | Unanswered:
        """Send once, without a record."""
        self.hide(sent)
        try:
            came = await self._client.send(
                sent.method, sent.url, sent.sent_headers, sent.body, seconds=self.config.seconds
            )
        except Unanswered as error:
            return error
        if came.status == 429:
            self._held(held_until(came.header("retry-after"), self._clock.now()))
        return came

    def hide(self, sent: RealRequest) -> None:
        """Keep the token of ``sent`` out of all records from now on: the other side may echo it."""
        self._journal.hiding.add(sent.authorization.partition(" ")[2])

    def record(
        self,
        request: BridgedRequest,
        sent: RealRequest,
        started: datetime,
        seconds: float,
        came: Answered | Unanswered,
        differences: tuple[Difference, ...] | None = None,
    ) -> Record:
        """Record what came of ``sent``."""
        told: dict[str, Any] = {
            "mode": self.config.mode.value,
            "target": self.config.target.base,
            "origin": "real Graph",
        }
        if differences is not None:
            told["differences"] = [difference.told() for difference in differences]
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
                request_body=body_text(sent.body, sent.shown_headers),
                status=answered.status if answered else None,
                response_headers=answered.headers if answered else (),
                response_body=body_text(answered.body, answered.headers) if answered else "",
                error=None if answered else str(came),
            ),
        )

    def _note_callback(self, sent: RealRequest, came: Answered) -> None:
        """Remember where the bot wants the notifications of a real call."""
        if sent.bot_callback is None or came.status >= 300:
            return
        created = read_object(came.body).get("id")
        named = ANY_ID.search(sent.url)
        call = created if isinstance(created, str) and created else named[0] if named else None
        if call is not None:
            self._callbacks[guid(call)] = sent.bot_callback


def _side(status: int, headers: tuple[tuple[str, str], ...], body: bytes, seconds: float) -> Side:
    return Side(status, headers, body.decode("utf-8", "replace"), seconds)
