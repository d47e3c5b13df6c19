"""What an engine event means outside the engine: a record, a notification, a recording to fetch.

Order and content of the notifications: contract sections 1.3 and 4. An operation that was lost with
its call is recorded, and nobody is notified (section 2.2).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from app.engine.events import CallStateChanged, Event, MediaActivated, OperationEnded, ToneReceived
from app.engine.outcome import Status
from app.engine.states import CallState
from app.engine.timebase import to_seconds
from app.graph.notifications import ChangeType, call_path, notification, operation_path
from app.graph.profiles import V1, Profile
from app.graph.resources import (
    Json,
    Recording,
    call_resource,
    play_prompt_operation,
    record_operation,
    tone_notice,
)
from app.runtime.calls import Call, Operation
from app.runtime.describe import event_data, event_kind
from app.runtime.journal import Journal
from app.runtime.ports import NotificationPort
from app.runtime.recordings import RecordingStore

CHANGE: Final[dict[CallState, ChangeType]] = {
    CallState.INCOMING: "created",
    CallState.ESTABLISHING: "updated",
    CallState.ESTABLISHED: "updated",
    CallState.TERMINATING: "updated",
    CallState.TERMINATED: "deleted",
}


class Effects:
    """Belongs to the core thread."""

    def __init__(
        self, journal: Journal, recordings: RecordingStore, notifications: NotificationPort
    ) -> None:
        self._journal = journal
        self._recordings = recordings
        self._notifications = notifications
        self.discard_at: dict[str, datetime] = {}
        """When the takes of an ended call go, by call id."""

    def incoming(self, call: Call) -> None:
        """Announce a new call to the bot."""
        self._notify_call(call, CallState.INCOMING)

    def ringing(self, call: Call) -> None:
        """Tell the bot that the call it placed is on its way."""
        self._notify_call(call, CallState.ESTABLISHING)

    def apply(self, call: Call, event: Event) -> None:
        """Record ``event``, keep its recording, notify the bot."""
        data: dict[str, Any] = event_data(event)
        if isinstance(event, OperationEnded):
            data |= self._keep(call, event)
        self._journal.append(
            event_kind(event),
            call_id=call.id,
            operation_id=getattr(event, "operation", None),
            seconds=to_seconds(event.sample),
            data=data,
        )
        if isinstance(event, CallStateChanged):
            if event.state is not CallState.ESTABLISHED or call.form.plain_established:
                self._notify_call(call, event.state)
        elif isinstance(event, MediaActivated):
            self._notify_call(call, CallState.ESTABLISHED, media_active=True)
        elif isinstance(event, ToneReceived) and call.tones_told is not None:
            call.tones_told += 1
            tone = tone_notice(call.id, event.tone, call.tones_told)
            self._notify(call, "updated", call_path(call.id), tone)
        elif isinstance(event, OperationEnded) and event.outcome.status is not Status.LOST:
            operation = call.operations[event.operation]
            self._notify(
                call,
                "deleted",
                operation_path(call.id, operation.id),
                operation_json(operation),
                operation.profile,
            )

    def ended(self, call: Call, discard_after: float) -> datetime | None:
        """Start the clock of an ended call's takes; returns when they go, if there are any."""
        at = self._recordings.call_ended(call.id, discard_after)
        if at is not None:
            self.discard_at[call.id] = at
        return at

    def discard(self) -> None:
        """Discard the takes whose time has come, and say so."""
        for take in self._recordings.discard_due():
            self.discard_at.pop(take.call_id, None)
            self._journal.append(
                "recordingDiscarded", call_id=take.call_id, operation_id=take.operation_id
            )

    def call_json(self, call: Call) -> Json:
        """Return the call as it is now."""
        now = call.engine.snapshot()
        return _call_json(call, now.state, media_active=now.media_active)

    def _keep(self, call: Call, event: OperationEnded) -> dict[str, Any]:
        operation = call.operations[event.operation]
        operation.outcome = event.outcome
        if event.audio is None:
            return {}
        take = self._recordings.add(call.id, operation.id, event.audio)
        location = f"{call.base_url}/recordings/{take.id}"
        operation.recording = Recording(location, take.token)
        return {"recordingSeconds": take.seconds, "recordingLocation": location}

    def _notify_call(self, call: Call, state: CallState, *, media_active: bool = False) -> None:
        data = _call_json(call, state, media_active=media_active)
        self._notify(call, CHANGE[state], call_path(call.id), data)

    def _notify(
        self, call: Call, change: ChangeType, path: str, data: Json, profile: Profile = V1
    ) -> None:
        version = self._journal.last
        body = notification(change, path, data, profile, call.form, version=version)
        if call.outgoing and profile.typed_envelope:
            # So the page of 'Create call' shows it (contract section 4.8).
            body["value"][0]["callbackUri"] = call.callback_uri
        self._notifications.send(call.id, call.callback_uri, body)


def operation_json(operation: Operation, *, running: bool = False) -> Json:
    """Return an operation as Graph shows it: as last known, or as it was when accepted."""
    outcome = None if running else operation.outcome
    if operation.kind == "playPrompt":
        return play_prompt_operation(
            operation.id, operation.client_context, outcome, operation.prompts
        )
    return record_operation(
        operation.id,
        operation.client_context,
        outcome,
        operation.recording,
        operation.profile,
    )


def _call_json(call: Call, state: CallState, *, media_active: bool) -> Json:
    return call_resource(
        call.facts,
        state,
        callback_uri=call.callback_uri,
        media_active=media_active,
        result=call.result if state is CallState.TERMINATED else None,
        outgoing=call.outgoing,
    )
