"""What the bot can do in a call: the actions of the local Graph, checked requests in, JSON out."""

from __future__ import annotations

from typing import Final

from app.engine.commands import (
    Answer,
    CancelMedia,
    Delete,
    MuteBot,
    TurnAway,
)
from app.graph import errors
from app.graph.instant import InstantRequest, instant_operation
from app.graph.profiles import V1, Profile
from app.graph.requests import (
    AnswerRequest,
    PlayPromptRequest,
    RecordResponseRequest,
    RedirectRequest,
    RejectRequest,
)
from app.graph.resources import Json
from app.graph.tones import SendTonesRequest
from app.runtime import calls as ends
from app.runtime.calls import Call, Done, Operation
from app.runtime.effects import operation_json
from app.runtime.faults import CAUSES, Faults
from app.runtime.people import People, invitation_json
from app.runtime.ports import NewId, PromptPort
from app.runtime.prompt_loader import PromptLoader
from app.runtime.switchboard import Switchboard
from app.runtime.tasks import TaskOwner

MOST_REMARKS: Final = 100
"""Of one call."""


class BotSide:
    """Belongs to the core thread. Every refusal is a GraphError."""

    def __init__(
        self,
        switchboard: Switchboard,
        prompts: PromptPort,
        new_id: NewId,
        tasks: TaskOwner,
        faults: Faults,
        people: People,
    ) -> None:
        self._switchboard = switchboard
        self._loader = PromptLoader(switchboard, prompts, tasks)
        self._new_id = new_id
        self._faults = faults
        self._people = people

    def answer(self, call_id: str, request: AnswerRequest, base_url: str) -> None:
        """The bot answers; ``base_url`` is the address by which it reached the local Graph."""
        call = self._switchboard.live_call(call_id)
        before = call.callback_uri, call.base_url, call.service_hosted
        call.callback_uri, call.base_url = request.callback_uri, base_url
        call.service_hosted = request.service_hosted
        try:
            self._switchboard.handle(call, Answer(), "answer")
        except errors.GraphError:
            call.callback_uri, call.base_url, call.service_hosted = before
            raise

    def remark(self, call_id: str, message: str) -> None:
        """Tell the user, once a call, of what the bot had better not do."""
        call = self._switchboard.call(call_id)
        if message not in call.remarks and len(call.remarks) < MOST_REMARKS:
            call.remarks.add(message)
            self._switchboard.journal.append("warning", call_id=call.id, data={"message": message})

    def reject(self, call_id: str, request: RejectRequest) -> None:
        """The bot does not take the call."""
        self._turn_away(call_id, request.callback_uri, ends.REJECTED[request.reason], "reject")

    def redirect(self, call_id: str, request: RedirectRequest) -> None:
        """The bot sends the call on: for this phone that is the end of it."""
        self._turn_away(call_id, request.callback_uri, ends.REDIRECTED, "redirect")

    def keep_alive(self, call_id: str) -> None:
        """The bot says that it still wants the call."""
        call = self._switchboard.live_call(call_id)
        call.alive_at = call.engine.now

    def record_response(
        self, call_id: str, request: RecordResponseRequest, profile: Profile = V1
    ) -> Json:
        """Queue a recordResponse and return the running operation, as ``profile`` shows it."""
        operation = Operation(
            self._new_id(),
            "recordResponse",
            request.client_context,
            request.prompts,
            request,
            profile,
        )
        return self._queue(call_id, operation, request)

    def play_prompt(self, call_id: str, request: PlayPromptRequest, profile: Profile = V1) -> Json:
        """Queue a playPrompt and return the running operation."""
        operation = Operation(
            self._new_id(),
            "playPrompt",
            request.client_context,
            request.prompts,
            profile=profile,
        )
        return self._queue(call_id, operation, request)

    def send_tones(self, call_id: str, request: SendTonesRequest, profile: Profile = V1) -> Json:
        """Queue the tones that the caller is to hear, and return the running operation."""
        operation = Operation(
            self._new_id(), "sendDtmfTones", request.client_context, (), profile=profile
        )
        return self._queue(call_id, operation, request)

    def cancel_media(self, call_id: str) -> None:
        """Cancel the running and queued operations."""
        call = self._switchboard.live_call(call_id)
        self._switchboard.handle(call, CancelMedia(), "cancelMediaProcessing")

    def at_once(self, call_id: str, request: InstantRequest) -> Json:
        """Do what is done at once, and return the completed operation."""
        call = self._switchboard.live_call(call_id)
        action = request.instant.action
        if request.instant.needs_hosted_media:
            _require_hosted_media(call, action)
        match action:
            case "cancelMediaProcessing":
                self.cancel_media(call_id)
            case "mute" | "unmute":
                self._people.require_group(call, action)
                self._switchboard.handle(call, MuteBot(action == "mute"), action)
            case "subscribeToTone":
                self._switchboard.require_established(call)
                call.tones_told = call.tones_told or 0
            case "updateRecordingStatus":
                self._switchboard.require_established(call)
                self._switchboard.journal.append(
                    "recordingStatus", call_id=call.id, data={"status": request.recording_status}
                )
            case _:
                raise AssertionError(f"{action} is in the table and not here")
        done = Done(self._new_id(), request)
        call.done[done.id] = done
        if action in ("mute", "unmute"):
            self._people.set_muted(call, call.roster[1], muted=action == "mute")
        return instant_operation(done.id, request)

    def delete(self, call_id: str) -> None:
        """The bot ends the call."""
        call = self._switchboard.live_call(call_id)
        self._switchboard.finish(call, Delete(), ends.BOT_DELETED, "delete")

    def call_json(self, call_id: str) -> Json:
        """Return the call as Graph shows it; GraphError 404 once it has ended."""
        return self._switchboard.effects.call_json(self._switchboard.live_call(call_id))

    def operation(self, call_id: str, operation_id: str) -> Json:
        """Return an operation as last known; GraphError 404 for unknown ones and ended calls."""
        call = self._switchboard.live_call(call_id)
        if done := call.done.get(operation_id):
            return instant_operation(done.id, done.request)
        if invitation := call.invitations.get(operation_id):
            return invitation_json(invitation)
        operation = call.operations.get(operation_id)
        if operation is None:
            raise errors.operation_not_found()
        return operation_json(operation)

    def operations(self, call_id: str) -> list[Json]:
        """Return all operations of the call as last known; GraphError 404 for ended calls."""
        call = self._switchboard.live_call(call_id)
        ids = [*call.operations, *call.done, *call.invitations]
        return [self.operation(call_id, operation_id) for operation_id in ids]

    def _turn_away(
        self, call_id: str, callback_uri: str | None, result: ends.Ended, action: str
    ) -> None:
        call = self._switchboard.live_call(call_id)
        before = call.callback_uri
        call.callback_uri = callback_uri or before
        try:
            self._switchboard.finish(call, TurnAway(), result, action)
        except errors.GraphError:
            call.callback_uri = before
            raise

    def _queue(
        self,
        call_id: str,
        operation: Operation,
        request: RecordResponseRequest | PlayPromptRequest | SendTonesRequest,
    ) -> Json:
        call = self._switchboard.live_call(call_id)
        _require_hosted_media(call, operation.kind)
        self._switchboard.require_established(call, audio=True)
        fault = self._faults.take("operation", call.id)
        command = request.command(operation.id, CAUSES[fault.name] if fault else None)
        call.operations[operation.id] = operation
        try:
            self._switchboard.handle(call, command, operation.kind)
        except errors.GraphError:
            del call.operations[operation.id]
            raise
        running = operation_json(operation, running=True)
        self._loader.load(call, operation)
        return running


def _require_hosted_media(call: Call, action: str) -> None:
    if not call.service_hosted:
        raise errors.invalid_media_mode(action)
