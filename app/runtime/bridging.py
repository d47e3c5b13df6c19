"""What the local Graph and the bridge to a real one say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

Headers = tuple[tuple[str, str], ...]

INBOX: Final = "/_bridge/notifications"
"""Where the local server takes notifications of the real service."""


class BridgeMode(StrEnum):
    """Who answers the bot. It is never kept: a program starts with the bridge off."""

    OFF = "off"
    MIRROR = "mirror"
    """The simulator answers; the same request goes to the real service too."""
    PASS_THROUGH = "pass-through"
    """The real service answers; the simulator only watches."""
    SEND_ONCE = "send-once"
    """Only what a person sends by hand goes to the real service."""


@dataclass(frozen=True, slots=True)
class BridgedRequest:
    """A bot's request. ``path`` begins with its version and has its query; ``headers`` are all that
    the bot sent; ``call_id`` is that of a simulated call, where it is about one."""

    method: str
    path: str
    headers: Headers
    body: bytes
    call_id: str | None = None

    def header(self, name: str) -> str | None:
        """Return the first header ``name`` (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class BridgedAnswer:
    """An answer to the bot, or the simulator's to be compared; ``seconds``: how long it took."""

    status: int
    headers: Headers
    body: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Arrived:
    """A POST at the public address that leads here."""

    url: str
    headers: Headers
    body: bytes
    started: datetime

    def header(self, name: str) -> str | None:
        """Return the first header ``name`` (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class BridgePort(Protocol):
    """Belongs to the core thread."""

    @property
    def mode(self) -> BridgeMode: ...

    @property
    def target(self) -> str | None:
        """Where it sends; ``None`` while it is off."""
        ...

    @property
    def callback_host(self) -> str | None:
        """Host (and port) of the public address for notifications, in lower case, if there is
        one."""
        ...

    def mirror(self, request: BridgedRequest, answer: BridgedAnswer) -> None:
        """Send ``request`` on, some time, and compare; ``answer`` is what the bot got. Returns at
        once and never raises."""
        ...

    async def pass_through(self, request: BridgedRequest) -> BridgedAnswer:
        """Return the real service's answer, or a failure in its error shape. Never raises."""
        ...

    async def receive(self, arrived: Arrived) -> BridgedAnswer:
        """Verify, record and hand on what claims to be a notification of the real service; only
        while there is a ``callback_host``."""
        ...


class NoBridge:
    """The bridge that is not there."""

    mode = BridgeMode.OFF
    target = None
    callback_host = None

    def mirror(self, request: BridgedRequest, answer: BridgedAnswer) -> None:
        """Nothing goes anywhere."""

    async def pass_through(self, request: BridgedRequest) -> BridgedAnswer:
        raise AssertionError("nothing is passed through while the bridge is off")

    async def receive(self, arrived: Arrived) -> BridgedAnswer:
        raise AssertionError("nothing arrives while the bridge is off")
