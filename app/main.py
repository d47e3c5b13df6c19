"""The composition root: the only file that knows every part.

:class:`Program` is the simulator without a window, for one asyncio loop. What is slow to import
(the HTTP server, its client) is imported while starting, so that a window is on the screen before
it.
"""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.api.signing import BadToken, KeyRing
from app.api.tokens import Application, WebhookTokens
from app.audio.port import PortAudioPort
from app.audio.wavfile import read_caller, read_prompt
from app.bridge.bridge import Bridge
from app.bridge.desk import Desk
from app.crash_report import KEEPER
from app.exports.redaction import redact_record, redact_text
from app.history.database import history_path
from app.history.history import History
from app.history.writer import HistoryWriter, Kept, MadeWith
from app.outbound.prompts import PromptFetcher
from app.outbound.targets import Resolve, Targets, resolve
from app.outbound.webhooks import WebhookSender
from app.resources import resource
from app.runtime.bridge_wish import BridgeWish
from app.runtime.callers import CallerSpec
from app.runtime.clock import SystemClock, new_id, new_token
from app.runtime.journal import Journal
from app.runtime.long_bodies import LongBodies
from app.runtime.ports import AudioPort, Clock, Consent
from app.runtime.private_folder import PrivateFolder, remove_leftovers
from app.runtime.recordings import RecordingStore
from app.runtime.records import Record
from app.runtime.saved_calls import own_versions
from app.runtime.service import Simulator
from app.runtime.switchboard import UnknownCall
from app.settings import Settings

if TYPE_CHECKING:
    from app.api.client import BotClient
    from app.api.proxy import ForwardProxy
    from app.api.server import LocalGraph
    from app.practice_bot.bot import PracticeBot


DEFAULT_PORT: Final = 8899


class StartError(Exception):
    """The local Graph cannot start; the message says why and what to do."""


class Program:
    """Everything but the window. Core thread only, except where it says otherwise."""

    def __init__(
        self,
        settings: Settings,
        *,
        allowed_targets: Sequence[str] = (),
        consent: Consent | None = None,
        control: bool = True,
        default_caller: CallerSpec | None = None,
        audio: AudioPort | None = None,
        clock: Clock | None = None,
        resolve: Resolve = resolve,
        keep_history: bool = False,
        write_history: bool = False,
    ) -> None:
        self.clock = clock = clock or SystemClock()
        self.audio = audio or PortAudioPort()
        self.control_key = new_token() if control else None
        self.folder = PrivateFolder()
        """For files of this run; it goes with it."""
        self._bodies = LongBodies(self.folder)
        self.journal = Journal(
            clock,
            settings.journal_records,
            settings.journal_megabytes * 1_000_000,
            bodies=self._bodies,
            most_on_disk=settings.journal_disk * 1_000_000,
        )
        self.recordings = RecordingStore(clock, new_id)
        self.targets = Targets(allowed_targets, consent, resolve)
        self._keys = KeyRing()
        signer = WebhookTokens(
            self._keys, lambda: self.simulator.settings, self._bot_of, clock, new_id
        )
        self._sender = WebhookSender(
            self.journal, self.targets, lambda: self.simulator.settings, signer=signer
        )
        self._prompts = PromptFetcher(
            self.journal, self.targets, read_prompt, lambda: self.simulator.settings
        )
        self.simulator = Simulator(
            settings=settings,
            journal=self.journal,
            recordings=self.recordings,
            clock=clock,
            new_id=new_id,
            audio=self.audio,
            notifications=self._sender,
            prompts=self._prompts,
            read_audio=read_caller,
            beep=read_caller(resource("sounds/beep.wav")),
            check_target=self.targets.check,
            keep_history=keep_history,
        )
        self.bridge = Bridge(
            self.journal,
            clock,
            new_id,
            notifications=self._sender,
            bot_url=lambda: self.simulator.settings.bot_url,
            app_id=lambda: self.simulator.identity.app_id,
        )
        """The way to a real Graph; off until somebody switches it on."""
        self.bridge_desk = Desk(
            self.bridge,
            self.journal,
            clock,
            is_ours=self.is_ours,
            seconds=lambda: self.simulator.settings.bridge_timeout,
            read_audio=read_caller,
            hide=self._hide,
            clean=redact_text,
        )
        if default_caller is not None:
            self.simulator.default_caller = default_caller
        self.simulator.practice_bot = self._practice_bot
        self.ca_file: Path | None = None
        """The certificate by which clients trust this run's https, once that is served."""
        self.history = History(history_path())
        """The calls of earlier runs; those of this one are added where ``write_history`` is set."""
        self.run = new_id()
        """Names this run in the history."""
        self._history_writer = self._keep_calls() if write_history else None
        self.client: BotClient | None = None
        self._secrets = [] if self.control_key is None else [self.control_key]
        KEEPER.follow(lambda: self.journal.since(0), self._secrets)
        self._server: LocalGraph | None = None
        self._proxy: ForwardProxy | None = None
        self._composer_token, self._practice_token = (
            f"callsim-{who}.{new_token()}" for who in ("composer", "practice-bot")
        )
        self._bot: PracticeBot | None = None
        self._bot_starting = asyncio.Lock()

    @property
    def https_base_url(self) -> str | None:
        """Where the local Graph is for https, ``None`` where it is not."""
        return self._server.https_base_url if self._server is not None else None

    @property
    def control_url(self) -> str:
        """Where the control plane is."""
        return f"{self.simulator.base_url}/_sim"

    async def start(
        self, host: str, port: int, *, lan: bool = False, https_port: int | None = None
    ) -> None:
        """Listen on ``host`` (with ``lan`` also off this machine); port 0 takes a free one.

        ``https_port``: listen there too, with a certificate that :attr:`ca_file` vouches for.
        Raises StartError.
        """
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=remove_leftovers, name="leftovers", daemon=True).start()
        api = await asyncio.to_thread(import_module, "app.api.server")
        clients = await asyncio.to_thread(import_module, "app.api.client")
        server: LocalGraph = api.LocalGraph(
            self.simulator,
            clock=self.clock,
            new_id=new_id,
            read_audio=read_caller,
            control_key=self.control_key,
            settings_changed=self._change_settings,
            keys=self._keys,
            own_tokens=(self._composer_token, self._practice_token),
            bridge=self.bridge,
        )
        self._server = server
        try:
            await server.start(host, port, lan=lan, https_port=https_port)
            if https_port is not None:
                await self._offer_authority()
        except OSError as error:
            raise StartError(str(error)) from None
        self.client = clients.BotClient(server.base_url, self._composer_token)
        # What is loaded now stays: without it in the collector's way, a full collection stops a
        # call's audio for 8 ms in place of 40.
        gc.freeze()

    async def start_proxy(self) -> ForwardProxy:
        """Answer for Microsoft's hosts to the clients of a proxy; :meth:`start` comes first.

        :attr:`ca_file` vouches for it. Raises StartError.
        """
        assert self._server is not None, "start() comes first"
        module = await asyncio.to_thread(import_module, "app.api.proxy")
        try:
            proxy: ForwardProxy = module.ForwardProxy(self._server, self.journal)
            self._proxy = proxy
            await proxy.start()
            await self._offer_authority()
        except (OSError, ValueError) as error:
            raise StartError(str(error)) from None
        return proxy

    async def close(self) -> None:
        """End all calls, deliver what can be delivered, stop listening, discard everything."""
        await self.bridge.close()
        await self.simulator.close()
        await self._sender.aclose()
        await self._prompts.aclose()
        if self._bot is not None:
            await self._bot.stop()
        if self.client is not None:
            await self.client.close()
        if self._proxy is not None:
            await self._proxy.stop()
        if self._server is not None:
            await self._server.stop()
        if self._history_writer is not None:
            await asyncio.to_thread(self._history_writer.close)
        await asyncio.to_thread(self._bodies.close)
        await asyncio.to_thread(self.folder.remove)

    async def switch_bridge(self, wish: BridgeWish | None) -> None:
        """Set the bridge to a real Graph up, or off (``None``). Raises ValueError for what cannot
        be; then nothing has changed."""
        await self.bridge_desk.switch(wish)

    def _hide(self, secrets: tuple[str, ...]) -> None:
        self._secrets += secrets
        for secret in secrets:
            self.journal.hiding.add(secret)
        KEEPER.follow(lambda: self.journal.since(0), self._secrets)

    def is_ours(self, token: str) -> bool:
        """Whether ``token`` was made by this program, and is of no use elsewhere."""
        if token in (self._composer_token, self._practice_token):
            return True
        try:
            self._keys.read(token)
        except BadToken:
            return False
        return True

    async def _offer_authority(self) -> None:
        assert self._server is not None
        pem = await asyncio.to_thread(lambda authority: authority.pem, self._server.authority)
        self.ca_file = await asyncio.to_thread(self.folder.write, "ca.pem", pem)

    def _keep_calls(self) -> HistoryWriter:
        """Write what happens in calls into the history from now on."""

        def kept() -> Kept:
            settings = self.simulator.settings
            return Kept(settings.history_calls, settings.history_days)

        def problem(message: str) -> None:
            data = {"message": message}
            self._loop.call_soon_threadsafe(lambda: self.journal.append("warning", data=data))

        writer = HistoryWriter(
            self.history.path,
            redact=redact_record,
            kept=kept,
            clock=self.clock,
            run=self.run,
            problem=problem,
        )

        def keep(record: Record) -> None:
            made = None
            if record.kind == "callCreated" and record.call_id is not None:
                detector = self.simulator.call(record.call_id).detector
                made = MadeWith(self.simulator.settings.as_dict(), own_versions(detector))
            writer.write(record, made)

        self.journal.listen(keep)
        return writer

    def _bot_of(self, call_id: str) -> Application:
        """Return who takes the notifications of a call; of a forgotten one, the bot as it is."""
        try:
            facts = self.simulator.call(call_id).facts
        except UnknownCall:
            return Application(self.simulator.identity.app_id, self.simulator.identity.tenant_id)
        return Application(facts.app_id, facts.tenant_id)

    def _change_settings(self, settings: Settings) -> None:
        self.simulator.settings = settings

    async def _practice_bot(self) -> str:
        """Start the practice bot with the first call that wants it."""
        async with self._bot_starting:
            if self._bot is None:
                bots = await asyncio.to_thread(import_module, "app.practice_bot.bot")
                sounds = [
                    resource(f"sounds/{name}.wav").read_bytes()
                    for name in ("practice-prompt", "practice-nothing-heard")
                ]
                bot: PracticeBot = bots.PracticeBot(
                    self.simulator.base_url, *sounds, token=self._practice_token
                )
                await bot.start()
                self._bot = bot
        return self._bot.url
