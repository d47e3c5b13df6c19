"""The simulator's heart: the single writer that turns commands into calls, and events into records,
notifications and recordings.

Everything here runs on the core thread, to completion, without waiting for anything but a device to
open; what takes time (prompts, devices, notifications) is a task or an adapter's business.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from app.engine.call import AudioNotActive, CallNotEstablished, Engine, EngineConfig
from app.engine.commands import (
    Abandon,
    Answer,
    CancelMedia,
    Command,
    Delete,
    HangUp,
    PlayPrompt,
    PressTone,
    PromptFailed,
    PromptReady,
    SetMuted,
)
from app.engine.events import Event
from app.engine.states import CallState, IllegalTransition
from app.engine.timebase import to_samples
from app.engine.voice import SpeechModel
from app.graph import errors
from app.graph.requests import AnswerRequest, MediaInfo, PlayPromptRequest, RecordResponseRequest
from app.graph.resources import CallFacts, Json
from app.runtime import calls as ends
from app.runtime.call_audio import ReadAudio, caller_source, close_devices, open_devices
from app.runtime.callers import CallerSpec, Sayings
from app.runtime.calls import Call, CallSnapshot, Operation, Update
from app.runtime.detectors import DetectorPool
from app.runtime.effects import Effects, operation_json
from app.runtime.feeder import Fed, Feeder, Press
from app.runtime.journal import Journal
from app.runtime.ports import (
    Audio,
    AudioPort,
    Clock,
    NewId,
    NotificationPort,
    PromptPort,
    PromptUnavailable,
)
from app.runtime.pump import pump
from app.runtime.recordings import RecordingStore
from app.runtime.tasks import TaskOwner
from app.settings import Settings

log = logging.getLogger(__name__)

CheckTarget = Callable[[str, str], Awaitable[None]]
"""Raises TargetRefused where ``url`` must not be contacted for ``purpose``."""


async def _anything_goes(url: str, purpose: str) -> None:
    """The policy of a simulator that can contact nobody anyway."""


KEPT_CALLS = 200
"""Ended calls that can still be looked at; older ones are forgotten."""


class UnknownCall(Exception):
    """There is no such call in this run."""


class Simulator:
    """Commands from the window, the control plane and the local Graph. Core thread only.

    ``settings`` may be replaced at any time; a call keeps those it started with.
    """

    def __init__(
        self,
        *,
        settings: Settings,
        journal: Journal,
        recordings: RecordingStore,
        clock: Clock,
        new_id: NewId,
        audio: AudioPort,
        notifications: NotificationPort,
        prompts: PromptPort,
        read_audio: ReadAudio,
        beep: Audio,
        check_target: CheckTarget = _anything_goes,
    ) -> None:
        self.settings = settings
        self.journal = journal
        self.recordings = recordings
        self.base_url = ""
        """Scheme, host and port of the local Graph, without a version; set once it listens."""
        self.practice_bot_url = ""
        self.default_caller = CallerSpec("live")
        self._clock = clock
        self._new_id = new_id
        self._audio = audio
        self._prompts = prompts
        self._read_audio = read_audio
        self._beep = beep
        self._check_target = check_target
        self._calls: dict[str, Call] = {}
        self._detectors = DetectorPool()
        self._tasks = TaskOwner()
        self._listeners: list[Callable[[Update], None]] = []
        self._effects = Effects(journal, recordings, notifications)
        self._tenant, self._app, self._user = new_id(), new_id(), new_id()
        journal.listen(lambda record: self._tell(Update(record=record)))

    # -- what a person does ------------------------------------------------------------------

    async def dial(
        self,
        *,
        bot_url: str | None = None,
        caller: CallerSpec | None = None,
        number: str = "",
        presses: Sequence[Press] = (),
    ) -> CallSnapshot:
        """Phone the bot; returns the incoming call.

        ``bot_url`` is where the call is announced (default: the setting, else the practice bot).
        ``presses`` are keys timed from the first recording. Raises ValueError for a sound file
        that cannot be read, TargetRefused for a bot that must not be contacted. A microphone that
        cannot be opened is a warning, and the call goes on.
        """
        caller = caller or self.default_caller
        settings = self.settings
        target = bot_url or settings.bot_url or self.practice_bot_url
        await self._check_target(target, "webhook")
        source, live = await caller_source(caller, settings, self._read_audio)
        model = await asyncio.to_thread(self._detectors.take, settings.detector)
        config = EngineConfig(
            self._beep,
            settings.sensitivity,
            settings.tones_in_audio,
            settings.hang_up_while_recording == "failed",
        )
        engine = Engine(config, lambda: model)
        sayings = Sayings(source)
        feeder = Feeder(
            engine, sayings, presses, key_samples=to_samples(settings.key_milliseconds / 1000)
        )
        call = Call(
            self._facts(number),
            target,
            target,
            caller,
            number,
            self._clock.now(),
            engine,
            feeder,
            sayings,
            live,
            self.base_url,
        )
        self._calls[call.id] = call
        await open_devices(call, self._audio, settings, self.journal)
        self.journal.append(
            "callCreated",
            call_id=call.id,
            data={"number": number, "caller": str(caller), "botUrl": target},
        )
        self._effects.incoming(call)
        self._tasks.start(self._run(call, settings, model), f"call {call.id}")
        return self.snapshot(call.id)

    def press(self, call_id: str, tone: str, milliseconds: int | None = None) -> None:
        """Press one pad key. Raises ValueError (no such key), GraphError (call not established)."""
        length = (milliseconds or self.settings.key_milliseconds) / 1000
        self._handle(self.call(call_id), PressTone(tone.upper(), to_samples(length)))

    def set_muted(self, call_id: str, muted: bool) -> None:  # noqa: FBT001
        """Mute or unmute the caller."""
        call = self.call(call_id)
        self._handle(call, SetMuted(muted))
        self.journal.append("muted" if muted else "unmuted", call_id=call.id)

    def say(self, call_id: str, audio: Audio) -> None:
        """Let the caller say ``audio`` now, in place of the microphone or file."""
        self.call(call_id).sayings.say(audio)

    def hang_up(self, call_id: str) -> None:
        """The caller hangs up. Raises GraphError when the call has already ended."""
        call = self.call(call_id)
        self._finish(call, HangUp(), ends.CALLER_HUNG_UP, "hangUp")

    # -- what the bot does -------------------------------------------------------------------

    def answer(self, call_id: str, request: AnswerRequest, base_url: str) -> None:
        """The bot answers; ``base_url`` is the address by which it reached the local Graph."""
        call = self._live_call(call_id)
        before = call.callback_uri
        call.callback_uri, call.base_url = request.callback_uri, base_url
        call.service_hosted = request.service_hosted
        try:
            self._handle(call, Answer(), "answer")
        except errors.GraphError:
            call.callback_uri = before
            raise

    def record_response(self, call_id: str, request: RecordResponseRequest) -> Json:
        """Queue a recordResponse and return the running operation."""
        operation = Operation(
            self._new_id(),
            "recordResponse",
            request.client_context,
            request.prompts,
            request,
        )
        return self._queue(call_id, operation, request.command(operation.id))

    def play_prompt(self, call_id: str, request: PlayPromptRequest) -> Json:
        """Queue a playPrompt and return the running operation."""
        operation = Operation(self._new_id(), "playPrompt", request.client_context, request.prompts)
        command = PlayPrompt(operation.id, len(request.prompts), request.client_context)
        return self._queue(call_id, operation, command)

    def cancel_media(self, call_id: str) -> None:
        """Cancel the running and queued operations."""
        self._handle(self._live_call(call_id), CancelMedia(), "cancelMediaProcessing")

    def delete(self, call_id: str) -> None:
        """The bot ends the call."""
        self._finish(self._live_call(call_id), Delete(), ends.BOT_DELETED, "delete")

    def call_json(self, call_id: str) -> Json:
        """Return the call as Graph shows it; GraphError 404 once it has ended."""
        return self._effects.call_json(self._live_call(call_id))

    def operation(self, call_id: str, operation_id: str) -> Json:
        """Return an operation as last known; GraphError 404 for unknown ones and ended calls."""
        operation = self._live_call(call_id).operations.get(operation_id)
        if operation is None:
            raise errors.operation_not_found()
        return operation_json(operation)

    # -- looking -----------------------------------------------------------------------------

    def call(self, call_id: str) -> Call:
        """Return a call of this run, ended or not. Raises UnknownCall."""
        call = self._calls.get(call_id)
        if call is None:
            raise UnknownCall(call_id)
        return call

    def snapshot(self, call_id: str) -> CallSnapshot:
        """Return a frozen picture of a call. Raises UnknownCall."""
        call = self.call(call_id)
        return CallSnapshot(
            call.id,
            "incoming",
            str(call.caller),
            call.number,
            call.bot_url,
            call.created,
            call.engine.snapshot(),
            call.result,
            call.level,
            call.microphone.status if call.microphone else None,
            call.speaker.status if call.speaker else None,
            self.journal.last,
            self._effects.discard_at.get(call.id),
        )

    def snapshots(self) -> list[CallSnapshot]:
        """Return all calls of this run, oldest first."""
        return [self.snapshot(call_id) for call_id in self._calls]

    def listen(self, listener: Callable[[Update], None]) -> Callable[[], None]:
        """Call ``listener`` (on the core thread) with every update; returns the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def close(self) -> None:
        """End all calls, discard all takes, stop all tasks."""
        for call in self._calls.values():
            if call.engine.state is not CallState.TERMINATED:
                self._finish(call, HangUp(), ends.CLOSED, "close")
            close_devices(call)
        await self._tasks.stop()
        self.recordings.clear()

    # -- inside ------------------------------------------------------------------------------

    async def _run(self, call: Call, settings: Settings, model: SpeechModel) -> None:
        """The life of a call: pump it, give up on a bot that never answers, discard its takes."""
        loop = asyncio.get_running_loop()
        timeout = loop.call_later(settings.answer_timeout, self._not_answered, call)
        try:
            await pump(call, self._clock, self._apply)
        finally:
            timeout.cancel()
            close_devices(call)
            self._detectors.give_back(settings.detector, model)
            self._forget_oldest()
        if self._effects.ended(call, settings.discard_after) is not None:
            await asyncio.sleep(settings.discard_after)
            self._effects.discard()
        self._show(call)

    def _not_answered(self, call: Call) -> None:
        if call.engine.state is CallState.INCOMING:
            self._finish(call, Abandon(), ends.NOT_ANSWERED, "abandon")

    def _queue(self, call_id: str, operation: Operation, command: Command) -> Json:
        call = self._live_call(call_id)
        if not call.service_hosted:
            raise errors.GraphError(
                400,
                "8500",
                "Invalid media mode: the call was answered with appHostedMediaConfig, and "
                f"{operation.kind} needs serviceHostedMediaConfig.",
            )
        call.operations[operation.id] = operation
        try:
            self._handle(call, command, operation.kind)
        except errors.GraphError:
            del call.operations[operation.id]
            raise
        running = operation_json(operation, running=True)
        for index, media in enumerate(operation.prompts):
            self._tasks.start(
                self._fetch_prompt(call, operation.id, index, media), f"prompt of {operation.id}"
            )
        return running

    async def _fetch_prompt(
        self, call: Call, operation_id: str, index: int, media: MediaInfo
    ) -> None:
        try:
            audio = await self._prompts.fetch(call.id, media)
        except PromptUnavailable as error:
            self.journal.append(
                "warning",
                call_id=call.id,
                operation_id=operation_id,
                data={"message": error.message},
            )
            call.engine.handle(PromptFailed(operation_id, error.cause))
            return
        call.engine.handle(PromptReady(operation_id, index, audio))

    def _live_call(self, call_id: str) -> Call:
        """Return a call that the bot can still reach. Raises GraphError 404."""
        call = self._calls.get(call_id)
        if call is None or call.engine.state is CallState.TERMINATED:
            raise errors.call_not_found()
        return call

    def _handle(self, call: Call, command: Command, action: str = "") -> None:
        try:
            events = call.engine.handle(command)
        except IllegalTransition as error:
            raise errors.invalid_in_state(action, str(error.now)) from None
        except CallNotEstablished:
            raise errors.call_not_established() from None
        except AudioNotActive:
            raise errors.audio_not_active() from None
        self._publish(call, events)

    def _finish(self, call: Call, command: Command, result: ends.Ended, action: str) -> None:
        before, call.result = call.result, result
        try:
            self._handle(call, command, action)
        except errors.GraphError:
            call.result = before
            raise

    def _apply(self, call: Call, fed: Fed) -> None:
        self._publish(call, fed.events)

    def _publish(self, call: Call, events: Sequence[Event]) -> None:
        if call.engine.state is CallState.TERMINATED and call.result is None:
            call.result = ends.CALLER_HUNG_UP
        for event in events:
            self._effects.apply(call, event)
        self._show(call)

    def _show(self, call: Call) -> None:
        if self._listeners:
            self._tell(Update(call=self.snapshot(call.id)))

    def _tell(self, update: Update) -> None:
        for listener in tuple(self._listeners):
            listener(update)

    def _forget_oldest(self) -> None:
        ended = [c.id for c in self._calls.values() if c.engine.state is CallState.TERMINATED]
        for call_id in ended[: max(0, len(ended) - KEPT_CALLS)]:
            del self._calls[call_id]

    def _facts(self, number: str) -> CallFacts:
        return CallFacts(
            id=self._new_id(),
            chain_id=self._new_id(),
            tenant_id=self._tenant,
            app_id=self._app,
            app_name="Bot under test",
            user_id=self._user,
            user_name="Virtual phone",
            source_participant_id=self._new_id(),
            my_participant_id=self._new_id(),
        )
