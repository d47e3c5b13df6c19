"""What an engine event means outside the engine: a record, a notification, a recording to fetch.

Order and content of the notifications: contract sections 1.3 and 4. An operation that was lost with
its call is recorded, and nobody is notified (section 2.2).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from app.engine.events import (
    CallStateChanged,
    Event,
    MediaActivated,
    MediaDeactivated,
    OperationEnded,
    RecordingStarted,
    ToneReceived,
)
from app.engine.outcome import Status
from app.engine.states import CallState
from app.engine.timebase import to_seconds
from app.graph.legacy import legacy_incoming
from app.graph.notifications import (
    ChangeType,
    call_path,
    notification,
    operation_path,
    participants_path,
)
from app.graph.participants import participant
from app.graph.profiles import V1, Profile
from app.graph.resources import (
    Json,
    Recording,
    call_resource,
    play_prompt_operation,
    record_operation,
    tone_notice,
)
from app.graph.tones import media_reason, send_tones_operation
from app.runtime.calls import Call, Operation
from app.runtime.describe import event_data, event_kind
from app.runtime.journal import Journal
from app.runtime.ports import NotificationPort
from app.runtime.recordings import RecordingStore

CHANGE: Final[dict[CallState, ChangeType]] = {
    CallState.INCOMING: "created",
    CallState.ESTABLISHING: "updated",
    CallState.ESTABLISHED: "updated",
    CallState.HOLD: "updated",
    CallState.TRANSFERRING: "updated",
    CallState.TRANSFER_ACCEPTED: "updated",
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
        if call.legacy_first:
            self._notifications.send(call.id, call.callback_uri, legacy_incoming(call.facts))
        self._notify_call(call, CallState.INCOMING)

    def ringing(self, call: Call) -> None:
        """Tell the bot that the call it placed is on its way."""
        self._notify_call(call, CallState.ESTABLISHING)

    def repeat(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        """Send the bot a notification that was sent before."""
        self._notifications.send(call_id, url, body)

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
            plain = call.form.plain_established or call.transfer_failure is not None
            if event.state is not CallState.ESTABLISHED or plain:
                self._notify_call(
                    call, event.state, audio="inactive" if event.state is CallState.HOLD else None
                )
        elif isinstance(event, MediaActivated):
            self._notify_call(call, CallState.ESTABLISHED, audio="active")
            if call.tells_roster:
                self.roster(call)
        elif isinstance(event, MediaDeactivated):
            self._notify_call(call, CallState.TRANSFER_ACCEPTED, audio="inactive")
        elif isinstance(event, RecordingStarted):
            self._open(call, call.operations[event.operation])
        elif isinstance(event, ToneReceived) and call.tones_told is not None:
            call.tones_told += 1
            tone = tone_notice(call.id, event.tone, call.tones_told)
            self._notify(call, "updated", call_path(call.id), tone)
        elif isinstance(event, OperationEnded) and event.outcome.status is not Status.LOST:
            operation = call.operations[event.operation]
            shown = operation_json(operation)
            self.operation(call, "deleted", operation.id, shown, operation.profile)

    def capture(self, call: Call) -> None:
        """Give the readers of a growing recording what has come to it."""
        operation = call.growing
        if operation is not None and operation.live is not None:
            audio = call.engine.captured(operation.id, operation.live.samples)
            if len(audio):
                operation.live.grow(audio)

    def operation(
        self, call: Call, change: ChangeType, operation_id: str, data: Json, profile: Profile = V1
    ) -> None:
        """Tell the bot of an operation."""
        self._notify(call, change, operation_path(call.id, operation_id), data, profile)

    def roster(self, call: Call) -> None:
        """Tell the bot who is in the call."""
        call.roster_told = True
        self._notify(
            call, "updated", participants_path(call.id), [participant(who) for who in call.roster]
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
        return _call_json(call, now.state, audio="active" if now.media_active else None)

    def _keep(self, call: Call, event: OperationEnded) -> dict[str, Any]:
        operation = call.operations[event.operation]
        operation.outcome = event.outcome
        live, operation.live, operation.recording = operation.live, None, None
        if call.growing is operation:
            call.growing = None
        for task in operation.fetching:
            task.cancel()
        if event.audio is None:
            if live is not None:
                self._recordings.break_off(live)
            return {}
        if live is None:
            take = self._recordings.add(call.id, operation.id, event.audio)
        else:
            take = self._recordings.complete(live, event.audio)
        location = f"{call.base_url}/recordings/{take.id}"
        operation.recording = Recording(location, take.token)
        return {"recordingSeconds": take.seconds, "recordingLocation": location}

    def _open(self, call: Call, operation: Operation) -> None:
        """Let the bot have a recording while it grows, where it asked for that."""
        if operation.request is None or not operation.request.stream:
            return
        live = operation.live = self._recordings.open(call.id, operation.id)
        call.growing = operation
        location = f"{call.base_url}/recordings/{live.id}"
        operation.recording = Recording(location, live.token)
        shown = operation_json(operation)
        self.operation(call, "updated", operation.id, shown, operation.profile)

    def _notify_call(self, call: Call, state: CallState, *, audio: str | None = None) -> None:
        data = _call_json(call, state, audio=audio)
        self._notify(call, CHANGE[state], call_path(call.id), data)

    def _notify(
        self,
        call: Call,
        change: ChangeType,
        path: str,
        data: Json | list[Json],
        profile: Profile = V1,
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
        tells = operation.profile.tells_reason
        reason = media_reason(outcome) if tells and outcome is not None else None
        return play_prompt_operation(
            operation.id, operation.client_context, outcome, operation.prompts, reason
        )
    if operation.kind == "sendDtmfTones":
        return send_tones_operation(operation.id, operation.client_context, outcome)
    return record_operation(
        operation.id,
        operation.client_context,
        outcome,
        operation.recording,
        operation.profile,
    )


def _call_json(call: Call, state: CallState, *, audio: str | None) -> Json:
    result = call.result if state is CallState.TERMINATED else None
    return call_resource(
        call.facts,
        state,
        callback_uri=call.callback_uri,
        audio=audio,
        result=result or call.transfer_failure,
        outgoing=call.outgoing,
    )
