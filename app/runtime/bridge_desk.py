"""What the window asks of the bridge to a real Graph, and what it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.runtime.bridge_wish import BridgeWish, CredentialsKind, Secrets
from app.runtime.bridging import BridgedRequest, BridgeMode
from app.runtime.ports import Audio
from app.runtime.records import Record


@dataclass(frozen=True, slots=True)
class BridgeView:
    """How the bridge stands. ``name`` is the target before people; ``held_until`` is set after a
    429; ``expires`` is the end of the present token, where it is known."""

    mode: BridgeMode = BridgeMode.OFF
    target: str = ""
    name: str = ""
    credentials: CredentialsKind = "bot"
    held_until: datetime | None = None
    expires: datetime | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    """Simulated and real ids."""


class NoKeyring(ValueError):
    """This system keeps no secrets; the message says what happens in place of that."""


class BridgeDesk(Protocol):
    """Core thread. What cannot be is a ValueError with a message for the user."""

    @property
    def clouds(self) -> tuple[tuple[str, str], ...]:
        """Microsoft's endpoints: addresses and names."""
        ...

    def view(self) -> BridgeView: ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` (core thread) whenever mode, target or hold have changed."""
        ...

    async def switch(self, wish: BridgeWish | None) -> None: ...

    async def send_once(self, request: BridgedRequest) -> Record: ...

    def set_pair(self, simulated: str, real: str) -> None: ...

    def remove_pair(self, simulated: str) -> None: ...

    def report(self) -> str:
        """Return the fidelity report of this run (Markdown)."""
        ...

    async def recording(self, location: str, token: str) -> Audio:
        """Fetch a real recording, into memory."""
        ...

    async def keep(self, target: str, secrets: Secrets) -> None:
        """Keep ``secrets`` in the system's keyring. Raises NoKeyring."""
        ...

    async def kept(self, target: str) -> Secrets | None:
        """Return what the keyring has for ``target``."""
        ...

    async def forget(self, target: str) -> None:
        """Delete what the keyring has for ``target``."""
        ...
