"""The one thin object between the core thread and the widgets.

Downwards it offers commands; upwards two streams arrive: ``call_changed`` with what is now
(replaceable, thirty a second are passed on) and ``record_added`` with what happened (never
dropped). Everything here runs on the GUI thread, except the two callbacks that only emit.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from app.engine.timebase import to_samples
from app.graph.errors import GraphError
from app.runtime.bodies import was_cut
from app.runtime.bridge_desk import BridgeDesk
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot, Update
from app.runtime.faults import Fault
from app.runtime.listening import listen
from app.runtime.ports import (
    Audio,
    AudioPort,
    AudioUnavailable,
    DeviceList,
    RequestPort,
    SpeechUnavailable,
    TargetRefused,
    Utterance,
    VoicePort,
)
from app.runtime.records import Record
from app.runtime.service import Simulator
from app.runtime.switchboard import UnknownCall
from app.runtime.thread import CoreThread
from app.runtime.timeline_tail import Since, Tail
from app.settings import SettingError, Settings
from app.ui.inspector.wire import bearer_of, read_json
from app.ui.snapshot_feed import SnapshotFeed
from app.ui.speaker import Speaker
from app.unexpected import unexpected

if TYPE_CHECKING:
    from app.history.history import History

T = TypeVar("T")

REFUSALS = (
    GraphError,
    ValueError,
    AudioUnavailable,
    SpeechUnavailable,
    TargetRefused,
    SettingError,
)
"""What a command may be refused with; the message is made for users."""


class Core(Protocol):
    """What the composition root hands to the window; ``save_settings`` may run on any thread."""

    thread: CoreThread
    simulator: Simulator
    audio: AudioPort
    voice: VoicePort

    @property
    def history(self) -> History | None: ...

    @property
    def run(self) -> str: ...

    @property
    def client(self) -> RequestPort: ...

    def save_settings(self, settings: Settings) -> None: ...


class CoreLink(QObject):
    """Commands down, snapshots and records up. GUI thread."""

    call_changed = Signal(object)
    """A :class:`CallSnapshot`: what is now, the newest of each call thirty times a second."""
    record_added = Signal(object)
    """A :class:`Record`: what happened, in order."""
    settings_changed = Signal(object)
    """The new :class:`Settings`."""
    faults_changed = Signal(object)
    """The faults that are armed now: a tuple of :class:`Fault`."""
    _snapshot_came = Signal(object)
    tail_came = Signal(object)
    """The :class:`Tail` that was asked for, ``None`` where no history is kept."""
    refused = Signal(str)
    """A command was refused; the text says what, why and what to do."""

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._utterance: Utterance | None = None
        self._armed: tuple[Fault, ...] = ()
        self.settings = core.simulator.settings
        self.speaker = Speaker(core.audio, core.thread, lambda: self.settings)
        self._stop_listening: Callable[[], None] | None = None
        self._feed = SnapshotFeed(self)
        self._feed.passed.connect(self.call_changed)
        # To the window's thread: behind the records that were told before.
        self._snapshot_came.connect(self._feed.put)

    async def start(self) -> None:
        """Follow the core from now on; records made before are delivered first."""
        self._stop_listening = await self.run(self._listen())

    async def stop(self) -> None:
        """Stop following."""
        if self._stop_listening is not None:
            await self.run(_call(self._stop_listening))
            self._stop_listening = None
        self.speaker.stop_all()
        self.cancel_speech()

    @property
    def bridge(self) -> BridgeDesk | None:
        """Where the bridge to a real Graph is switched, if there is one."""
        return getattr(self._core, "bridge", None)

    @property
    def base_url(self) -> str:
        """Where bots find the local Graph, without a version segment."""
        return self._core.simulator.base_url

    # -- commands: return at once, refusals arrive as signal ----------------------------------

    def dial(self, bot_url: str | None, caller: CallerSpec, number: str) -> None:
        """Phone the bot (``None``: the setting's, or the practice bot)."""
        self._command(self._core.simulator.dial(bot_url=bot_url, caller=caller, number=number))

    def press(self, call_id: str, tone: str) -> None:
        """Press a pad key."""
        self._command(_call(lambda: self._core.simulator.press(call_id, tone)))

    def set_muted(self, call_id: str, *, muted: bool) -> None:
        """Mute or unmute."""
        self._command(_call(lambda: self._core.simulator.set_muted(call_id, muted)))

    def set_held(self, call_id: str, *, held: bool) -> None:
        """Put the call on hold, or take it up again."""
        self._command(_call(lambda: self._core.simulator.set_held(call_id, held)))

    def send_keys(self, call_id: str, keys: str) -> None:
        """Press keys one after the other, with pauses."""
        self._command(_call(lambda: self._core.simulator.send_keys(call_id, keys)))

    def drop_keys(self, call_id: str) -> None:
        """Press none of the keys that wait."""
        self._command(_call(lambda: self._core.simulator.drop_keys(call_id)))

    def hush(self, call_id: str) -> None:
        """Let the caller say no more of what was typed."""
        self._command(_call(lambda: self._core.simulator.hush(call_id)))

    def hang_up(self, call_id: str) -> None:
        """Hang up."""
        self._command(_call(lambda: self._core.simulator.hang_up(call_id)))

    def accept(self, call_id: str) -> None:
        """Take a call that the bot placed."""
        self._command(_call(lambda: self._core.simulator.accept(call_id)))

    def decline(self, call_id: str, *, busy: bool = False) -> None:
        """Do not take a call that the bot placed."""
        self._command(_call(lambda: self._core.simulator.decline(call_id, busy=busy)))

    def set_caller(self, caller: CallerSpec) -> None:
        """Say who speaks in calls that the bot places."""
        self._command(_call(lambda: setattr(self._core.simulator, "default_caller", caller)))

    def arm_fault(self, name: str, call_id: str | None = None) -> None:
        """Let the fault ``name`` (of ``app.runtime.faults.FAULTS``) happen once."""
        self._command(self._change_faults(lambda: self._core.simulator.faults.arm(name, call_id)))

    def disarm_fault(self, fault_id: int | None = None) -> None:
        """Let an armed fault (``None``: any) not happen."""
        self._command(self._change_faults(lambda: self._core.simulator.faults.disarm(fault_id)))

    def clear_timeline(self, call_id: str) -> None:
        """Let go what is kept of an ended call's audio."""
        self._command(_call(lambda: self._core.simulator.discard_history(call_id)))

    def ask_tail(self, call_id: str, since: Since) -> None:
        """Ask what is new in a call's history; it arrives as ``tail_came``.

        No coroutine: thirty of them a second are dear on the window's loop.
        """
        histories = self._core.simulator.histories
        if histories is None:
            self.tail_came.emit(None)
            return
        future = self._core.thread.submit(_call(lambda: histories.tail(call_id, since)))
        future.add_done_callback(self._tail_done)

    def change_setting(self, name: str, value: Any) -> None:
        """Change one setting by its public name and keep it."""
        try:
            self.settings = self.settings.set(name, value)
        except SettingError as error:
            self.refused.emit(str(error))
            return
        self._core.save_settings(self.settings)
        self._command(_call(lambda: setattr(self._core.simulator, "settings", self.settings)))
        self.settings_changed.emit(self.settings)

    def send(self, method: str, path: str, body: str, times: int = 1) -> None:
        """Send a composed request to the local Graph, ``times`` over, one after the other; the
        exchanges arrive as records."""

        async def _send() -> None:
            for _ in range(times):
                await self._core.client.request(method, path, body)

        self._command(_send())

    def replay(self, record: Record) -> None:
        """Do the exchange of ``record`` again: a request to the local Graph or a notification to
        the bot; it arrives as another record."""
        self._command(self._replay(record))

    # -- questions: coroutines of the GUI loop ------------------------------------------------

    async def devices(self, *, refresh: bool = False) -> DeviceList:
        """Return microphones and speakers (may take 100 ms in a worker); ``refresh`` looks for new
        ones, and open streams go on."""
        audio = self._core.audio
        return await self.run(asyncio.to_thread(audio.refresh if refresh else audio.devices))

    async def take(self, operation_id: str) -> Audio | None:
        """Return the recording of an operation while it lives."""
        store = self._core.simulator.recordings
        take = await self.run(_call(lambda: store.of_operation(operation_id)))
        return None if take is None else take.audio

    async def heard(self, call_id: str, start: int, end: int) -> Audio | None:
        """Return samples ``start`` to ``end`` of what a call heard, while they are kept."""
        histories = self._core.simulator.histories
        if histories is None:
            return None
        return await self.run(_call(lambda: histories.audio(call_id, start, end)))

    @property
    def history(self) -> History | None:
        """The calls that were kept; its methods block."""
        return self._core.history

    @property
    def run_id(self) -> str:
        """Names this run of the program in the history."""
        return self._core.run

    async def records_of(self, call_id: str | None) -> tuple[Record, ...]:
        """Return what is in memory of a call of this run, secrets included; ``None``: of all."""
        found = await self.run(_call(lambda: self._core.simulator.journal.since(0)))
        return tuple(record for record in found if call_id in (None, record.call_id))

    async def audio_of(self, call_id: str) -> dict[str, Audio]:
        """Return what was recorded in a call of this run, by operation, where it is still kept:
        the recording, or (where none came of it, or it was discarded) what was heard meanwhile."""
        began: dict[str | None, float] = {}
        found: dict[str, Audio] = {}
        for record in await self.records_of(call_id):
            operation, seconds = record.operation_id, record.seconds
            if operation is None or seconds is None:
                continue
            if record.kind == "recordingStarted":
                began[operation] = seconds
            elif record.kind == "ended" and operation in began:
                audio = await self.take(operation)
                if audio is None:
                    start, end = to_samples(began[operation]), to_samples(seconds)
                    audio = await self.heard(call_id, start, end)
                if audio is not None and len(audio):
                    found[operation] = audio
        return found

    async def run(self, work: Coroutine[Any, Any, T] | Awaitable[T]) -> T:
        """Run ``work`` on the core thread and wait for it without blocking the window."""

        async def _work() -> T:
            return await work

        return await asyncio.wrap_future(self._core.thread.submit(_work()))

    @property
    def voice_problem(self) -> str | None:
        """Why texts cannot be said, ``None`` where they can."""
        return self._core.voice.problem

    async def say(self, call_id: str, text: str) -> bool:
        """Let the caller say ``text`` with the system's voice; returns once that is ready and has
        begun, ``False`` if it was cancelled before. Raises SpeechUnavailable, ValueError."""
        self.cancel_speech()
        utterance = self._utterance = self._core.voice.say(text)
        audio = await self.run(asyncio.to_thread(utterance.result))
        if audio is None:
            return False
        await self.run(_call(lambda: self._core.simulator.say(call_id, audio)))
        return True

    def cancel_speech(self) -> None:
        """Do not say what is being prepared."""
        if self._utterance is not None:
            self._utterance.cancel()

    async def listen(self, seconds: float, heard: Callable[[Audio], object]) -> Audio:
        """Return ``seconds`` of the chosen microphone at the chosen gain, and give ``heard`` (on
        the core thread) each piece as it comes. Raises AudioUnavailable."""
        return await self.run(listen(self._core.audio, self.settings, seconds, heard))

    # -- inside -------------------------------------------------------------------------------

    def _command(self, work: Coroutine[Any, Any, Any]) -> None:
        self._core.thread.submit(work).add_done_callback(self._done)

    def _done(self, future: concurrent.futures.Future[Any]) -> None:
        """Runs on the core thread: only emits."""
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, UnknownCall):
            self.refused.emit(self.tr("That call is no longer known. Start a new one."))
        elif isinstance(error, REFUSALS):
            self.refused.emit(str(error))
        elif error is not None:
            unexpected(error, "a command of the window")

    async def _replay(self, record: Record) -> None:
        """On the core thread."""
        exchange = record.exchange
        if exchange is None or exchange.kind == "prompt":
            raise ValueError("Only requests to the local Graph and notifications can be replayed.")
        exchange = await asyncio.to_thread(exchange.whole)
        if was_cut(exchange.request_body):
            raise ValueError("This body was too long to be kept whole: it cannot be replayed.")
        if exchange.kind == "webhook":
            body = read_json(exchange.request_body)
            if not isinstance(body, dict) or record.call_id is None:
                raise ValueError("This is no notification of a call: it cannot be replayed.")
            self._core.simulator.effects.repeat(record.call_id, exchange.url, body)
            return
        parts = urlsplit(exchange.url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        # A recording is given to its own token alone.
        token = bearer_of(exchange) if exchange.kind == "download" else None
        body_text = exchange.request_body if exchange.method != "GET" else ""
        await self._core.client.request(exchange.method, path, body_text, token)

    def _tail_done(self, future: concurrent.futures.Future[Tail | None]) -> None:
        """Runs on the core thread: only emits."""
        if not future.cancelled():
            self.tail_came.emit(future.result())

    async def _listen(self) -> Callable[[], None]:
        """On the core thread: tell what was missed, then follow."""
        simulator = self._core.simulator
        for record in simulator.journal.since(0):
            self.record_added.emit(record)
        for snapshot in simulator.snapshots():
            self._snapshot_came.emit(snapshot)
        self._tell_faults()
        return simulator.listen(self._told)

    def _told(self, update: Update) -> None:
        """Runs on the core thread: only emits."""
        if update.record is not None:
            self.record_added.emit(update.record)
        if update.call is not None:
            self._snapshot_came.emit(update.call)
        self._tell_faults()

    async def _change_faults(self, change: Callable[[], object]) -> None:
        change()
        self._tell_faults()

    def _tell_faults(self) -> None:
        """Runs on the core thread: they fire there, and the control plane arms them too."""
        armed = self._core.simulator.faults.armed
        if armed != self._armed:
            self._armed = armed
            self.faults_changed.emit(armed)


async def _call(function: Callable[[], T]) -> T:
    return function()


__all__ = ["CallSnapshot", "Core", "CoreLink", "Record"]
