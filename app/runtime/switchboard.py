"""The calls of this run: finds them, hands them commands, tells what came of it.

The one way into an engine. Engine refusals become Graph's here, so that the window, the control
plane and the bot get the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from app.engine.call import AudioNotActive, CallNotEstablished
from app.engine.commands import Command
from app.engine.events import Event, ToneReceived
from app.engine.states import CallState, IllegalTransition
from app.engine.timebase import to_seconds
from app.graph import errors
from app.runtime import calls as ends
from app.runtime.calls import Call, CallSnapshot, Update
from app.runtime.effects import Effects
from app.runtime.journal import Journal
from app.runtime.ports import NotificationPort
from app.runtime.recordings import RecordingStore

KEPT_CALLS: Final = 200
"""Ended calls that can still be looked at; older ones are forgotten."""


class UnknownCall(Exception):
    """There is no such call in this run."""


class Switchboard:
    """Belongs to the core thread."""

    def __init__(
        self, journal: Journal, recordings: RecordingStore, notifications: NotificationPort
    ) -> None:
        self.journal = journal
        self.recordings = recordings
        self.effects = Effects(journal, recordings, notifications)
        self._calls: dict[str, Call] = {}
        self._listeners: list[Callable[[Update], None]] = []
        journal.listen(lambda record: self._tell(Update(record=record)))

    def add(self, call: Call) -> None:
        """Take a new call in; the oldest ended ones are forgotten."""
        ended = [c.id for c in self._calls.values() if c.engine.state is CallState.TERMINATED]
        for call_id in ended[: max(0, len(ended) - KEPT_CALLS)]:
            del self._calls[call_id]
        self._calls[call.id] = call

    def all(self) -> list[Call]:
        """Return all calls of this run, oldest first."""
        return list(self._calls.values())

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
            "outgoing" if call.outgoing else "incoming",
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
            self.effects.discard_at.get(call.id),
            call.detector,
            tuple(call.downloads.values()),
            call.feeder.keys.waiting,
            to_seconds(call.sayings.waiting),
        )

    def snapshots(self) -> list[CallSnapshot]:
        """Return all calls of this run, oldest first."""
        return [self.snapshot(call_id) for call_id in self._calls]

    def listen(self, listener: Callable[[Update], None]) -> Callable[[], None]:
        """Call ``listener`` (on the core thread) with every update; returns the way to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def live_call(self, call_id: str) -> Call:
        """Return a call that the bot can still reach. Raises GraphError 404."""
        call = self._calls.get(call_id)
        if call is None or call.engine.state is CallState.TERMINATED:
            raise errors.call_not_found()
        return call

    def handle(self, call: Call, command: Command, action: str = "") -> None:
        """Hand ``command`` to the call's engine; ``action`` names it in a refusal (GraphError)."""
        with _in_graphs_words(action):
            events = call.engine.handle(command)
        self.publish(call, events)

    def require_established(self, call: Call, *, audio: bool = False) -> None:
        """Raise GraphError (8501) where the call is not established, or (8503) where ``audio`` is
        needed and not active yet."""
        with _in_graphs_words():
            call.engine.require(audio=audio)

    def finish(self, call: Call, command: Command, result: ends.Ended, action: str) -> None:
        """Hand over a command that ends the call, for the reason ``result``."""
        before, call.result = call.result, result
        try:
            self.handle(call, command, action)
        except errors.GraphError:
            call.result = before
            raise

    def publish(self, call: Call, events: Sequence[Event]) -> None:
        """Let events have their effects, and show how the call stands now."""
        if call.engine.state is CallState.TERMINATED and call.result is None:
            call.result = ends.CALLER_HUNG_UP
        call.feeder.note(events)
        if call.history is not None:
            call.history.note(events)
        for event in events:
            if isinstance(event, ToneReceived) and event.source == "pad":
                call.side_tone.press(event.tone, call.feeder.key_samples)
            self.effects.apply(call, event)
        self.effects.capture(call)
        self.show(call)

    def show(self, call: Call) -> None:
        """Tell the listeners how the call stands now."""
        if self._listeners:
            self._tell(Update(call=self.snapshot(call.id)))

    def _tell(self, update: Update) -> None:
        for listener in tuple(self._listeners):
            listener(update)


@contextmanager
def _in_graphs_words(action: str = "") -> Iterator[None]:
    """Turn an engine's refusal into Graph's."""
    try:
        yield
    except IllegalTransition as error:
        raise errors.invalid_in_state(action, str(error.now)) from None
    except CallNotEstablished:
        raise errors.call_not_established() from None
    except AudioNotActive:
        raise errors.audio_not_active() from None
