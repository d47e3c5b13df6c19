"""Makes a call: its identity, its engine, its voice and ears, as the settings want them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from app.engine.call import Engine
from app.engine.ears import Ears
from app.engine.timebase import to_samples
from app.engine.voice import SpeechModel
from app.graph.notifications import WireForm
from app.graph.participants import roster
from app.graph.requests import CreateCallRequest
from app.graph.resources import CallFacts
from app.runtime.call_audio import ReadAudio, caller_source, open_devices
from app.runtime.call_engine import engine_config
from app.runtime.call_history import CallHistory
from app.runtime.callers import CallerSpec, Sayings
from app.runtime.calls import Call
from app.runtime.detectors import DetectorPool
from app.runtime.feeder import Feeder, Press
from app.runtime.histories import Histories
from app.runtime.identity import BotIdentity
from app.runtime.journal import Journal
from app.runtime.ports import Audio, AudioPort, AudioUnavailable, Clock, NewId
from app.runtime.timeline_tail import Hearing
from app.runtime.traced_model import TracedEars, TracedModel
from app.settings import Settings


class CallMaker:
    """Belongs to the core thread. The phone is the same in all calls of a run; ``bot`` says who the
    bot is, and ``histories`` keep what timelines show, where there are any."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        new_id: NewId,
        audio: AudioPort,
        read_audio: ReadAudio,
        beep: Audio,
        detectors: DetectorPool,
        bot: BotIdentity,
        histories: Histories | None = None,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._new_id = new_id
        self._audio = audio
        self._read_audio = read_audio
        self._beep = beep
        self._detectors = detectors
        self._bot = bot
        self._histories = histories
        self._user = new_id()

    async def make(
        self,
        caller: CallerSpec,
        settings: Settings,
        number: str,
        presses: Sequence[Press],
        bot_url: str,
        base_url: str,
        *,
        request: CreateCallRequest | None = None,
    ) -> tuple[Call, SpeechModel]:
        """Return a new call and its speech detector; ``request`` is the bot's, where it placed it.

        ``base_url`` is the local Graph's. Raises ValueError for a sound file that cannot be read.
        """
        source, live = await caller_source(caller, settings, self._read_audio)
        model = await asyncio.to_thread(self._detectors.take, settings.detector)
        beep = self._beep
        if settings.beep_file:
            beep = await asyncio.to_thread(self._read_audio, Path(settings.beep_file))
        config = engine_config(settings, beep)
        outgoing = request is not None
        ears, traced = self._ears(settings), TracedModel(model)
        traced_ears = None if ears is None else TracedEars(ears)
        if self._histories is None:
            engine = Engine(config, lambda: model, ears, outgoing=outgoing)
        else:
            engine = Engine(config, lambda: traced, traced_ears, outgoing=outgoing)
        sayings = Sayings(source)
        feeder = Feeder(
            engine, sayings, presses, key_samples=to_samples(settings.key_milliseconds / 1000)
        )
        facts = self._facts(request)
        call = Call(
            facts,
            bot_url,
            bot_url,
            caller,
            number,
            self._clock.now(),
            engine,
            feeder,
            sayings,
            live,
            base_url,
            outgoing=outgoing,
            form=_form(settings),
            legacy_first=settings.legacy_handshake and not outgoing,
            roster=roster(facts),
            tells_roster=settings.notification_roster == "all",
        )
        await open_devices(call, self._audio, settings, self._journal)
        call.detector = model.name
        if self._histories is not None:
            hearing = Hearing(config.sensitivity, config.tones_in_audio, config.inter_digit)
            call.history = CallHistory(call.id, call.operations, traced, traced_ears, hearing)
            self._histories.add(call.history)
        return call, model

    def _ears(self, settings: Settings) -> Ears | None:
        if not settings.echo_cancellation:
            return None
        try:
            return self._audio.echo_canceller()
        except AudioUnavailable as error:
            self._journal.append("warning", data={"message": str(error)})
            return None

    def _facts(self, request: CreateCallRequest | None) -> CallFacts:
        return CallFacts(
            id=self._new_id(),
            chain_id=self._new_id(),
            tenant_id=self._bot.tenant_id,
            app_id=self._bot.app_id,
            app_name="Bot under test",
            user_id=(request and request.user_id) or self._user,
            user_name=(request and request.user_name) or "Virtual phone",
            source_participant_id=self._new_id(),
            my_participant_id=self._new_id(),
        )


def _form(settings: Settings) -> WireForm:
    return WireForm(
        printed_ids=settings.notification_ids == "docs",
        printed_shape=settings.notification_shape == "docs",
        plain_established=settings.second_established,
        string_codes=settings.notification_codes == "strings",
        capital_status=settings.notification_status == "capital",
    )
