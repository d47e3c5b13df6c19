"""The program as the window has it: on a thread of its own, with a voice and settings kept."""

from __future__ import annotations

from collections.abc import Sequence

from app.audio.speech import SystemVoice
from app.main import DEFAULT_PORT, Program, StartError
from app.runtime.bridge_desk import BridgeDesk
from app.runtime.ports import Consent, RequestPort, VoicePort
from app.runtime.thread import CoreThread
from app.settings import Settings
from app.settings_file import save


class Desktop:
    """The program as the window has it: on a core thread, with settings that are kept."""

    def __init__(
        self, settings: Settings, *, allowed_targets: Sequence[str] = (), consent: Consent
    ) -> None:
        self.thread = CoreThread()
        self.thread.start()
        # The window's phone is heard whoever the caller is.
        settings = settings.set("audio.speaker", "always")
        self._program = self.thread.submit(self._make(settings, allowed_targets, consent)).result()
        self.simulator = self._program.simulator
        self.audio = self._program.audio
        self.voice: VoicePort = SystemVoice()
        self.history = self._program.history
        self.run = self._program.run

    async def start(self) -> str | None:
        """Start the local Graph; returns what the user should know of it. Core thread."""
        try:
            await self._program.start("127.0.0.1", DEFAULT_PORT)
        except StartError:
            await self._program.start("127.0.0.1", 0)
            return (
                f"Port {DEFAULT_PORT} is in use: this window's local Graph is at "
                f"{self.simulator.base_url}."
            )
        return None

    def addresses(self) -> dict[str, str]:
        """Where the local Graph and its control plane are, and the key of the latter."""
        found = {"baseUrl": self.simulator.base_url}
        if self._program.control_key is not None:
            found |= {
                "controlUrl": self._program.control_url,
                "controlKey": self._program.control_key,
            }
        return found

    @property
    def client(self) -> RequestPort:
        """The composer's way to the local Graph, once it is started."""
        if self._program.client is None:
            raise ValueError("The local Graph is not running yet: try again in a moment.")
        return self._program.client

    @property
    def bridge(self) -> BridgeDesk:
        """Where the bridge to a real Graph is switched."""
        return self._program.bridge_desk

    def save_settings(self, settings: Settings) -> None:
        """Keep ``settings`` for the next start. Any thread."""
        save(settings)

    async def close(self) -> None:
        """End everything. Core thread."""
        await self._program.close()

    @staticmethod
    async def _make(settings: Settings, allowed: Sequence[str], consent: Consent) -> Program:
        return Program(
            settings,
            allowed_targets=allowed,
            consent=consent,
            keep_history=True,
            write_history=True,
        )
