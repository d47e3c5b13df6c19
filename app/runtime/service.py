"""The simulator's heart: the single writer that turns commands into calls, and events into records,
notifications and recordings.

Everything here runs on the core thread, to completion, without waiting for anything but a device to
open; what takes time (prompts, devices, notifications) is a task or an adapter's business.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Final

from app.engine.commands import (
    Abandon,
    FailRecording,
    HangUp,
    PickUp,
    PressTone,
    SetHeld,
    SetMuted,
    SetSensitivity,
)
from app.engine.events import Event
from app.engine.outcome import Cause
from app.engine.states import CallState
from app.engine.timebase import to_samples
from app.engine.voice import SpeechModel
from app.graph import errors
from app.graph.requests import CreateCallRequest
from app.runtime import calls as ends
from app.runtime.bot_side import BotSide
from app.runtime.call_audio import ReadAudio, close_devices
from app.runtime.call_maker import CallMaker
from app.runtime.callers import CallerSpec
from app.runtime.calls import Call, CallSnapshot
from app.runtime.detectors import DetectorPool
from app.runtime.dial_string import key_symbols, split_number
from app.runtime.faults import Faults
from app.runtime.faulty_notifications import FaultyNotifications
from app.runtime.feeder import Press
from app.runtime.histories import Histories
from app.runtime.identity import BotIdentity
from app.runtime.journal import Journal
from app.runtime.people import People
from app.runtime.ports import (
    Audio,
    AudioPort,
    Clock,
    NewId,
    NotificationPort,
    PromptPort,
)
from app.runtime.pump import pump
from app.runtime.recordings import RecordingStore
from app.runtime.switchboard import Switchboard
from app.runtime.tasks import TaskOwner
from app.settings import Settings

log = logging.getLogger(__name__)

MEDIA_LOSS: Final = 5.0
"""Seconds without the microphone after which a recording fails, where the setting wants it."""

UP: Final = frozenset({CallState.ESTABLISHED, CallState.HOLD})
"""The states of a call that has to be kept alive."""

CheckTarget = Callable[[str, str], Awaitable[None]]
"""Raises TargetRefused where ``url`` must not be contacted for ``purpose``."""


async def _anything_goes(url: str, purpose: str) -> None:
    """The policy of a simulator that can contact nobody anyway."""


PracticeBot = Callable[[], Awaitable[str]]


async def _no_practice_bot() -> str:
    raise ValueError("There is no practice bot here: name a bot to phone.")


class Simulator(Switchboard):
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
        keep_history: bool = False,
    ) -> None:
        self.faults = Faults(journal)
        """What is armed to go wrong."""
        self._notifications = FaultyNotifications(notifications, self.faults)
        super().__init__(journal, recordings, self._notifications)
        self._settings = settings
        self.base_url = ""
        """Scheme, host and port of the local Graph, without a version; set once it listens."""
        self.practice_bot: PracticeBot = _no_practice_bot
        """Starts the practice bot, where it does not run yet, and returns its address."""
        self.default_caller = CallerSpec("live")
        self.histories = Histories(journal, lambda: self.settings) if keep_history else None
        """What the timelines of the window show; a server without one keeps none."""
        self._clock = clock
        self._check_target = check_target
        self._detectors = DetectorPool()
        self.identity = BotIdentity(lambda: self.settings, new_id)
        """Who the bot is."""
        self._maker = CallMaker(
            journal,
            clock,
            new_id,
            audio,
            read_audio,
            beep,
            self._detectors,
            self.identity,
            self.histories,
        )
        self._tasks = TaskOwner()
        self.people = People(self, new_id, self._tasks, lambda: self.settings, self.faults)
        """Who else is in a call."""
        self.bot = BotSide(self, prompts, new_id, self._tasks, self.faults, self.people)
        """What the bot can do."""

    async def dial(
        self,
        *,
        bot_url: str | None = None,
        caller: CallerSpec | None = None,
        number: str = "",
        presses: Sequence[Press] = (),
    ) -> CallSnapshot:
        """Phone the bot; returns the incoming call.

        A ``number`` may hold pauses; from the first on, it is keyed once the bot has answered.
        ``bot_url`` is where the call is announced (default: the setting, else the practice bot).
        ``presses`` are keys timed from the first recording. Raises ValueError for a sound file
        that cannot be read, TargetRefused for a bot that must not be contacted. A microphone that
        cannot be opened is a warning, and the call goes on.
        """
        caller = caller or self.default_caller
        settings = self.settings
        number, keys = split_number(number)
        key_symbols(keys)
        target = bot_url or settings.bot_url or await self.practice_bot()
        await self._check_target(target, "webhook")
        call, model = await self._maker.make(
            caller, settings, number, presses, target, self.base_url
        )
        call.feeder.keys.add(keys)
        self.add(call)
        self.journal.append(
            "callCreated",
            call_id=call.id,
            data={"number": number, "caller": str(caller), "botUrl": target},
        )
        self.effects.incoming(call)
        self._tasks.start(self._run(call, settings, model), f"call {call.id}")
        return self.snapshot(call.id)

    async def ring(self, request: CreateCallRequest, base_url: str) -> CallSnapshot:
        """The bot phones: the phone rings until it is answered, as the settings say or by hand.

        ``base_url`` is the address by which the bot reached the local Graph.
        """
        caller, settings = self.default_caller, self.settings
        call, model = await self._maker.make(
            caller, settings, "", (), request.callback_uri, self.base_url, request=request
        )
        self.add(call)
        call.base_url, call.service_hosted = base_url, request.service_hosted
        self.journal.append(
            "callCreated",
            call_id=call.id,
            data={
                "number": "",
                "caller": str(caller),
                "botUrl": request.callback_uri,
                "direction": "outgoing",
            },
        )
        self.effects.ringing(call)
        self._tasks.start(self._run(call, settings, model), f"call {call.id}")
        return self.snapshot(call.id)

    def accept(self, call_id: str) -> None:
        """Take a call that the bot placed. Raises GraphError where it does not ring."""
        self.handle(self.call(call_id), PickUp(), "accept")

    def decline(self, call_id: str, *, busy: bool = False) -> None:
        """Decline a call that the bot placed. Raises GraphError where it does not ring."""
        call = self.call(call_id)
        if call.engine.state is not CallState.ESTABLISHING:
            raise errors.invalid_in_state("decline", call.engine.state.value)
        self.finish(call, HangUp(), ends.BUSY if busy else ends.DECLINED, "decline")

    def press(self, call_id: str, tone: str, milliseconds: int | None = None) -> None:
        """Press one pad key. Raises ValueError (no such key), GraphError (call not established)."""
        length = (milliseconds or self.settings.key_milliseconds) / 1000
        self.handle(self.call(call_id), PressTone(tone.upper(), to_samples(length)))

    @property
    def settings(self) -> Settings:
        """What holds for calls from now on."""
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        """Core thread. The sensitivity holds for the next recording of running calls too."""
        before, self._settings = self._settings, settings
        if settings.sensitivity == before.sensitivity:
            return
        for call in self.all():
            call.engine.handle(SetSensitivity(settings.sensitivity))
            if call.history is not None:
                call.history.set_sensitivity(settings.sensitivity)

    def set_muted(self, call_id: str, muted: bool) -> None:  # noqa: FBT001
        """Mute or unmute the caller."""
        call = self.call(call_id)
        self.handle(call, SetMuted(muted))
        call.roster[0].muted = muted
        if call.tells_roster and call.engine.state is CallState.ESTABLISHED:
            self.effects.roster(call)
        self.journal.append("muted" if muted else "unmuted", call_id=call.id)

    def set_held(self, call_id: str, held: bool) -> None:  # noqa: FBT001
        """Put the call on hold or take it up again. Raises GraphError where it is not (or not)."""
        call = self.call(call_id)
        self.handle(call, SetHeld(held), "hold")
        call.sayings.paused = held

    def send_keys(self, call_id: str, keys: str) -> None:
        """Press keys one after the other, with pauses (as :meth:`KeyQueue.add` takes them)."""
        call = self.call(call_id)
        if call.engine.state is CallState.TERMINATED:
            raise errors.call_not_established()
        call.feeder.keys.add(keys)
        self.show(call)

    def drop_keys(self, call_id: str) -> None:
        """Press none of the keys that wait."""
        call = self.call(call_id)
        call.feeder.keys.clear()
        self.show(call)

    def say(self, call_id: str, audio: Audio) -> None:
        """Let the caller say ``audio`` now, in place of the microphone or file."""
        call = self.call(call_id)
        call.sayings.say(audio)
        self.show(call)

    def hush(self, call_id: str) -> None:
        """Say no more of what :meth:`say` was given."""
        call = self.call(call_id)
        call.sayings.hush()
        self.show(call)

    def hang_up(self, call_id: str) -> None:
        """The caller hangs up. Raises GraphError when the call has already ended."""
        call = self.call(call_id)
        self.finish(call, HangUp(), ends.CALLER_HUNG_UP, "hangUp")

    async def close(self) -> None:
        """End all calls, discard all takes, stop all tasks."""
        for call in self.all():
            if call.engine.state is not CallState.TERMINATED:
                self.finish(call, HangUp(), ends.CLOSED, "close")
            close_devices(call)
        self._notifications.close()
        await self._tasks.stop()
        self.recordings.clear()
        if self.histories is not None:
            self.histories.clear()

    async def _run(self, call: Call, settings: Settings, model: SpeechModel) -> None:
        """The life of a call: pump it, give up on a bot that never answers, discard its takes."""
        loop = asyncio.get_running_loop()
        if not call.outgoing:
            timeout = loop.call_later(settings.answer_timeout, self._not_answered, call)
        elif settings.phone_answer == "none":
            timeout = loop.call_later(settings.ring_seconds, self._react, call, "none")
        else:
            timeout = loop.call_later(
                settings.answer_after, self._react, call, settings.phone_answer
            )
        try:
            await pump(call, self._clock, partial(self._heard, settings), self._keep, self._warn)
        finally:
            timeout.cancel()
            close_devices(call)
            self._detectors.give_back(settings.detector, model)
        at = self.effects.ended(call, settings.discard_after)
        self.show(call)
        private = settings.timeline_discard and self.histories is not None
        if at is not None or private:
            await asyncio.sleep(settings.discard_after)
            self.effects.discard()
        if private:
            self.discard_history(call.id)
        else:
            self.show(call)

    def discard_history(self, call_id: str) -> None:
        """Let go what a call's timeline shows. Raises ValueError while the call goes on."""
        if self.call(call_id).engine.state is not CallState.TERMINATED:
            raise ValueError("The call is still going on: hang up before its timeline is cleared.")
        if self.histories is not None:
            self.histories.discard(call_id)
        self.show(self.call(call_id))

    def _heard(self, settings: Settings, call: Call, events: Sequence[Event]) -> None:
        """Publish a stretch of the call; end a call that the bot forgot to keep alive."""
        call.gain = self.settings.input_gain  # turned while one hears oneself
        call.side_tone.on = self.settings.key_sound
        call.side_tone.caller = self.settings.hear_caller
        self.publish(call, events)
        if settings.media_on_loss == "fail" and call.unheard >= MEDIA_LOSS:
            self.handle(call, FailRecording(Cause.MEDIA_TIMEOUT))
        silent = call.engine.now - call.alive_at
        if call.engine.state in UP and silent >= to_samples(settings.keep_alive):
            self.finish(call, Abandon(), ends.NOT_KEPT_ALIVE, "abandon")

    def _keep(self, call: Call, heard: Audio) -> None:
        """Keep what a call heard for its timeline."""
        if self.histories is not None and call.history is not None:
            self.histories.hear(call.history, heard, self._clock.now())

    def _warn(self, call: Call, message: str) -> None:
        self.journal.append("warning", call_id=call.id, data={"message": message})

    def _not_answered(self, call: Call) -> None:
        if call.engine.state is CallState.INCOMING:
            self.finish(call, Abandon(), ends.NOT_ANSWERED, "abandon")

    def _react(self, call: Call, answer: str) -> None:
        """What the phone does by itself with a call that still rings."""
        if call.engine.state is not CallState.ESTABLISHING:
            return
        match answer:
            case "auto":
                self.accept(call.id)
            case "none":
                self.finish(call, Abandon(), ends.NO_ANSWER, "abandon")
            case _:
                self.decline(call.id, busy=answer == "busy")
