"""The bridge's part of the link to the core: commands down, how it stands up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.runtime.bridge_desk import BridgeDesk, BridgeView
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgedRequest
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.ui.core_link import CoreLink

T = TypeVar("T")


class BridgeLink(QObject):
    """GUI thread. What cannot be is a ValueError with a message for the user."""

    changed = Signal(object)
    """The new :class:`BridgeView`."""

    def __init__(self, link: CoreLink, desk: BridgeDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._desk = desk
        self.clouds = desk.clouds
        self.view = BridgeView()
        self.changed.connect(self._take)

    async def start(self) -> None:
        """Follow the bridge from now on."""
        await self._on_core(lambda: self._desk.listen(self._told))

    async def switch(self, wish: BridgeWish | None) -> None:
        """Set the bridge up, or off (``None``)."""
        await self._link.run(self._desk.switch(wish))

    async def send_once(self, request: BridgedRequest) -> Record:
        """Send one request; waits while the real service wants to be left alone."""
        return await self._link.run(self._desk.send_once(request))

    async def set_pair(self, simulated: str, real: str) -> None:
        """Pair two ids."""
        await self._on_core(lambda: self._desk.set_pair(simulated, real))

    async def remove_pair(self, simulated: str) -> None:
        """Forget a pair."""
        await self._on_core(lambda: self._desk.remove_pair(simulated))

    async def refresh(self) -> BridgeView:
        """Return how the bridge stands now: pairs come about by themselves."""
        self.view = await self._on_core(self._desk.view)
        return self.view

    async def report(self) -> str:
        """Return the fidelity report (Markdown)."""
        return await self._on_core(self._desk.report)

    async def recording(self, location: str, token: str) -> Audio:
        """Fetch a real recording, into memory."""
        return await self._link.run(self._desk.recording(location, token))

    async def keep(self, target: str, secrets: Secrets) -> None:
        """Keep ``secrets`` in the system's keyring. Raises NoKeyring."""
        await self._link.run(self._desk.keep(target, secrets))

    async def kept(self, target: str) -> Secrets | None:
        """Return what the keyring has for ``target``."""
        return await self._link.run(self._desk.kept(target))

    def _told(self) -> None:
        """Runs on the core thread: only emits."""
        self.changed.emit(self._desk.view())

    def _take(self, view: BridgeView) -> None:
        self.view = view

    async def _on_core(self, function: Callable[[], T]) -> T:
        async def _call() -> T:
            return function()

        return await self._link.run(_call())
