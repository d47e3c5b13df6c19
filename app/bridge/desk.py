"""The bridge as a person switches it: the runtime's BridgeDesk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.bridge import secret_store
from app.bridge.bridge import Bridge
from app.bridge.credentials import IsOurs
from app.bridge.fidelity import findings, render
from app.bridge.setting_up import make_config
from app.bridge.target import CLOUDS, parse_target
from app.runtime.bridge_desk import BridgeView
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgedRequest, BridgeMode
from app.runtime.journal import Journal
from app.runtime.ports import Audio, Clock
from app.runtime.records import Record


class Desk:
    """Core thread. ``seconds`` returns how long the real service may take, ``read_audio`` decodes a
    recording (in a worker), ``hide`` hears of every secret that was given, ``clean`` takes what is
    private out of a report."""

    def __init__(
        self,
        bridge: Bridge,
        journal: Journal,
        clock: Clock,
        *,
        is_ours: IsOurs,
        seconds: Callable[[], float],
        read_audio: Callable[[bytes], Audio],
        hide: Callable[[tuple[str, ...]], None] = lambda values: None,
        clean: Callable[[str], str] = lambda text: text,
    ) -> None:
        self._bridge = bridge
        self._journal = journal
        self._clock = clock
        self._is_ours = is_ours
        self._seconds = seconds
        self._read_audio = read_audio
        self._hide = hide
        self._clean = clean
        self._target = ""
        """The last one: a report is written after the bridge was switched off, too."""
        self.clouds = tuple(CLOUDS.items())

    def view(self) -> BridgeView:
        """Return how the bridge stands."""
        pairs = tuple((pair.simulated, pair.real) for pair in self._bridge.pairs)
        config = self._bridge.config
        if config is None:
            return BridgeView(pairs=pairs)
        return BridgeView(
            mode=config.mode,
            target=config.target.base,
            name=config.target.name,
            credentials=config.credentials.kind,
            held_until=self._bridge.held_until,
            expires=config.credentials.expires,
            pairs=pairs,
        )

    def listen(self, changed: Callable[[], None]) -> None:
        """See BridgeDesk."""
        self._bridge.changed = changed

    async def switch(self, wish: BridgeWish | None) -> None:
        """Set the bridge up, or off (``None``). Raises ValueError; then nothing has changed."""
        if wish is None or wish.mode is BridgeMode.OFF:
            await self._bridge.set_up(None)
            return
        # First: what goes wrong from here on may be reported.
        self._hide(wish.secrets.values)
        config = make_config(wish, self._clock, self._is_ours, self._seconds())
        await self._bridge.set_up(config)
        self._target = config.target.base

    async def send_once(self, request: BridgedRequest) -> Record:
        """Send one request that the user confirmed."""
        return await self._bridge.send_once(request)

    def set_pair(self, simulated: str, real: str) -> None:
        """Pair two ids. Raises ValueError."""
        self._bridge.pairs.set(simulated, real)

    def remove_pair(self, simulated: str) -> None:
        """Forget a pair."""
        self._bridge.pairs.remove(simulated)

    def report(self) -> str:
        """Return the fidelity report of this run."""
        at = self._clock.now().isoformat(timespec="seconds")
        found = findings(self._journal.since(0))
        return self._clean(render(self._target or "no target", found, at))

    async def recording(self, location: str, token: str) -> Audio:
        """Fetch a real recording, into memory. Raises ValueError."""
        data = await self._bridge.download(location, token)
        return await asyncio.to_thread(self._read_audio, data)

    async def keep(self, target: str, secrets: Secrets) -> None:
        """Keep ``secrets`` in the keyring. Raises NoKeyring, BadTarget."""
        base = parse_target(target).base
        await asyncio.to_thread(secret_store.keep, base, secrets)

    async def kept(self, target: str) -> Secrets | None:
        """Return what the keyring has for ``target``."""
        try:
            base = parse_target(target).base
        except ValueError:
            return None
        return await asyncio.to_thread(secret_store.kept, base)

    async def forget(self, target: str) -> None:
        """Delete what the keyring has for ``target``."""
        await asyncio.to_thread(secret_store.forget, parse_target(target).base)
