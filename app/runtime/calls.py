"""One call as the runtime keeps it: engine, identity, operations, and how the caller is heard."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from app.engine.call import Engine
from app.engine.outcome import Outcome, Status
from app.engine.snapshot import EngineSnapshot, OperationKind
from app.graph.instant import InstantRequest
from app.graph.notifications import REAL_WIRE, WireForm
from app.graph.participants import InviteRequest, Participant
from app.graph.profiles import V1, Profile
from app.graph.requests import MediaInfo, RecordResponseRequest
from app.graph.resources import CallFacts, Recording
from app.runtime.callers import CallerSpec, Live, Sayings
from app.runtime.feeder import Feeder
from app.runtime.live_takes import LiveTake
from app.runtime.microphone_check import MicrophoneCheck
from app.runtime.ports import Microphone, Speaker, StreamStatus
from app.runtime.records import Record
from app.runtime.side_tone import SideTone

if TYPE_CHECKING:
    from app.runtime.call_history import CallHistory

Ended = tuple[int, int, str]
"""Why a call ended: code, subcode, message (contract section 4.8)."""

CALLER_HUNG_UP: Ended = (200, 4521, "Call ended: the caller hung up. DiagCode: 200#4521.@")
BOT_DELETED: Ended = (200, 7000, "Call ended by the application. DiagCode: 200#7000.@")
NOT_ANSWERED: Ended = (
    408,
    8587,
    "The incoming call was not answered within the allowed time. DiagCode: 408#8587.@",
)
NOT_KEPT_ALIVE: Ended = (408, 8537, "The keep alive timeout was reached. DiagCode: 408#8537.@")
REJECTED: Final[dict[str, Ended]] = {
    "none": (480, 8538, "The callee declined the call. DiagCode: 480#8538.@"),
    "busy": (486, 8539, "The callee is busy. DiagCode: 486#8539.@"),
    "forbidden": (403, 8538, "The callee declined the call. DiagCode: 403#8538.@"),
}
"""By the reason of ``reject``. Assumed: the subcodes are those of contract section 2.4, the codes
those of SIP; no rejected call was ever captured."""
REDIRECTED: Ended = (200, 0, "The call was redirected. DiagCode: 200#0.@")
"""Assumed, like those above."""
DECLINED: Ended = (403, 8538, "The callee declined the call. DiagCode: 403#8538.@")
BUSY: Ended = (486, 8539, "The callee is busy. DiagCode: 486#8539.@")
NO_ANSWER: Ended = (480, 8541, "The callee did not answer. DiagCode: 480#8541.@")
TRANSFERRED: Ended = (0, 7015, "GracefulTransferCompleted")
TRANSFER_FAILED: Ended = (500, 7000, "The transfer failed. DiagCode: 500#7000.@")
"""No end: the call is established again."""
INVITED: Ended = (200, 0, "Action completed successfully.")
NOT_INVITED: Ended = (410, 301004, "The invitation failed. DiagCode: 410#301004.@")
"""No ends either: what became of an invitation."""
CLOSED: Ended = (500, 9999, "The simulator was closed. DiagCode: 500#9999.@")


@dataclass(frozen=True, slots=True)
class Download:
    """A prompt on its way: ``received`` bytes of ``total`` (``None``: the server does not say)."""

    operation_id: str
    index: int
    received: int = 0
    total: int | None = None


@dataclass(slots=True)
class Operation:
    """The wire side of an engine operation."""

    id: str
    kind: OperationKind
    client_context: str | None
    prompts: tuple[MediaInfo, ...]
    request: RecordResponseRequest | None = None
    profile: Profile = V1
    """The generation in which it was asked for, and is told of."""
    outcome: Outcome | None = None
    recording: Recording | None = None
    fetching: list[asyncio.Task[None]] = field(default_factory=list)
    """What loads its prompts; its end stops it."""
    live: LiveTake | None = None
    """The recording while it grows, where the bot wants to have it then."""


@dataclass(slots=True)
class Invitation:
    """``result`` is known with its end."""

    id: str
    request: InviteRequest
    status: Status = Status.RUNNING
    result: Ended | None = None


@dataclass(slots=True)
class Done:
    """An operation that was completed when it was asked for; kept so that it can be looked at."""

    id: str
    request: InstantRequest


@dataclass(slots=True)
class Call:
    """Belongs to the core thread; others see :class:`CallSnapshot`."""

    facts: CallFacts
    bot_url: str
    callback_uri: str
    caller: CallerSpec
    number: str
    created: datetime
    engine: Engine
    feeder: Feeder
    sayings: Sayings
    live: Live | None
    base_url: str
    microphone: Microphone | None = None
    speaker: Speaker | None = None
    operations: dict[str, Operation] = field(default_factory=dict)
    growing: Operation | None = None
    """The one whose recording the bot may fetch while it grows; only one records at a time."""
    done: dict[str, Done] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    roster: list[Participant] = field(default_factory=list)
    """Phone and bot, in this order, and who was asked in."""
    roster_told: bool = False
    """Whether the bot was told of the roster."""
    tells_roster: bool = False
    """Whether it is told of it from the start, and when the phone mutes itself."""
    transfer_failure: Ended | None = None
    """Set while the bot is told that a transfer failed."""
    downloads: dict[tuple[str, int], Download] = field(default_factory=dict)
    """The prompts on their way, by operation and index."""
    tones_told: int | None = None
    """How many keys the bot was told of; ``None`` before it subscribes to them."""
    form: WireForm = REAL_WIRE
    """How its notifications are written."""
    legacy_first: bool = False
    """Whether the bot is first notified in the format of old."""
    outgoing: bool = False
    """Whether the bot placed it."""
    remarks: set[str] = field(default_factory=set)
    """What the user was told of already."""
    alive_at: int = 0
    """The sample of the last keepAlive."""
    result: Ended | None = None
    detector: str = ""
    check: MicrophoneCheck = field(default_factory=MicrophoneCheck)
    trouble: str = ""
    """What the microphone's status complains of now."""
    unheard: float = 0.0
    """Seconds for which a live caller's microphone has given nothing."""
    level: float = -120.0
    gain: float = 0.0
    """Of the microphone, in dB."""
    side_tone: SideTone = field(default_factory=SideTone)
    service_hosted: bool = True
    history: CallHistory | None = None
    """What its timeline shows, where one is kept."""

    @property
    def id(self) -> str:
        return self.facts.id


@dataclass(frozen=True, slots=True)
class CallSnapshot:
    """What is now, for any thread. ``level`` is the caller's peak in dBFS of the last frame."""

    id: str
    direction: str
    caller: str
    number: str
    bot_url: str
    created: datetime
    engine: EngineSnapshot
    result: Ended | None
    level: float
    microphone: StreamStatus | None
    speaker: StreamStatus | None
    last_seq: int
    discard_at: datetime | None = None
    detector: str = ""
    """The speech detector that listens."""
    downloads: tuple[Download, ...] = ()
    """The prompts on their way."""
    keys_waiting: str = ""
    """Keys and pauses that are still to be sent."""
    saying: float = 0.0
    """Seconds that the caller is still to say, of what was typed or uploaded."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a listener gets: the state of one call, or a new record."""

    call: CallSnapshot | None = None
    record: Record | None = None
