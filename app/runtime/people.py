"""Who is in a call besides phone and bot: the roster, invitations, and calls handed over.

The other people are simulated: the setting ``call.target`` says whether they answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.engine.commands import Delete, HangUp, MuteBot, SetMuted, Transfer, TransferDone
from app.engine.outcome import Status
from app.engine.states import CallState
from app.graph import errors
from app.graph.instant import Instant, InstantRequest, instant_operation
from app.graph.participants import (
    InviteRequest,
    Participant,
    Person,
    invite_operation,
    participant,
)
from app.graph.resources import Json
from app.runtime import calls as ends
from app.runtime.calls import Call, Done, Invitation
from app.runtime.faults import Faults
from app.runtime.ports import NewId
from app.runtime.switchboard import Switchboard
from app.runtime.tasks import TaskOwner
from app.settings import Settings

MUTE: Instant = Instant("mute", "muteParticipantOperation", shows_context=True)


class People:
    """Belongs to the core thread. Every refusal is a GraphError."""

    def __init__(
        self,
        switchboard: Switchboard,
        new_id: NewId,
        tasks: TaskOwner,
        settings: Callable[[], Settings],
        faults: Faults,
    ) -> None:
        self._switchboard = switchboard
        self._new_id = new_id
        self._tasks = tasks
        self._settings = settings
        self._faults = faults

    def transfer(self, call_id: str, target: Person) -> None:
        """Hand the call over: the target takes it after a while, or it does not."""
        call = self._switchboard.live_call(call_id)
        self._switchboard.handle(call, Transfer(), "transfer")
        accepted = self._target_answers(call)
        self._tasks.start(self._hand_over(call, accepted=accepted), f"transfer of {call.id}")

    def participants(self, call_id: str) -> list[Json]:
        """Return the roster, which is empty before the bot was told of one (as observed)."""
        call = self._switchboard.live_call(call_id)
        return [participant(who) for who in call.roster] if call.roster_told else []

    def participant(self, call_id: str, participant_id: str) -> Json:
        """Return one participant."""
        return participant(self._find(self._switchboard.live_call(call_id), participant_id))

    def mute(self, call_id: str, participant_id: str, client_context: str | None) -> Json:
        """Mute a participant at the server, and return the completed operation."""
        call = self._switchboard.live_call(call_id)
        who = self._find(call, participant_id)
        self.require_group(call, "mute")
        self._switchboard.require_established(call)
        if who is call.roster[0]:
            self._switchboard.handle(call, SetMuted(muted=True))
            self._switchboard.journal.append("muted", call_id=call.id, data={"by": "bot"})
        elif who is call.roster[1]:
            self._switchboard.handle(call, MuteBot(muted=True), "mute")
        done = Done(self._new_id(), InstantRequest(MUTE, client_context))
        call.done[done.id] = done
        self.set_muted(call, who, muted=True)
        return instant_operation(done.id, done.request)

    def set_muted(self, call: Call, who: Participant, *, muted: bool) -> None:
        """Note that ``who`` is muted, or no longer, and tell the bot."""
        who.muted = muted
        self._switchboard.effects.roster(call)

    def require_group(self, call: Call, action: str) -> None:
        """Refuse what Graph documents for group calls only, where the setting says so."""
        if self._settings().group_actions == "refuse":
            raise errors.not_a_group_call(action)

    def invite(self, call_id: str, request: InviteRequest) -> Json:
        """Ask people in, and return the running operation."""
        call = self._switchboard.live_call(call_id)
        self.require_group(call, "invite")
        self._switchboard.require_established(call)
        invitation = Invitation(self._new_id(), request)
        call.invitations[invitation.id] = invitation
        shown = invitation_json(invitation)
        self._switchboard.effects.operation(call, "updated", invitation.id, shown)
        accepted = self._target_answers(call)
        coroutine = self._join(call, invitation, accepted=accepted)
        self._tasks.start(coroutine, f"invitation {invitation.id}")
        return shown

    def remove(self, call_id: str, participant_id: str) -> None:
        """Drop a participant; without the phone, or the bot, the call is over."""
        call = self._switchboard.live_call(call_id)
        who = self._find(call, participant_id)
        if who is call.roster[0]:
            self._switchboard.finish(call, HangUp(), ends.BOT_DELETED, "delete")
        elif who is call.roster[1]:
            self._switchboard.finish(call, Delete(), ends.BOT_DELETED, "delete")
        else:
            call.roster.remove(who)
            self._switchboard.effects.roster(call)

    def _find(self, call: Call, participant_id: str) -> Participant:
        for who in call.roster:
            if who.id == participant_id:
                return who
        raise errors.participant_not_found()

    def _target_answers(self, call: Call) -> bool:
        fault = self._faults.take("target", call.id)
        return fault is None and self._settings().target == "accept"

    async def _hand_over(self, call: Call, *, accepted: bool) -> None:
        await asyncio.sleep(self._settings().target_seconds)
        if call.engine.state is not CallState.TRANSFERRING:
            return
        done = TransferDone(accepted)
        if accepted:
            self._switchboard.finish(call, done, ends.TRANSFERRED, "transfer")
            return
        call.transfer_failure = ends.TRANSFER_FAILED
        self._switchboard.handle(call, done, "transfer")
        call.transfer_failure = None

    async def _join(self, call: Call, invitation: Invitation, *, accepted: bool) -> None:
        await asyncio.sleep(self._settings().target_seconds)
        if call.engine.state is CallState.TERMINATED:
            return
        invitation.status = Status.COMPLETED if accepted else Status.FAILED
        invitation.result = ends.INVITED if accepted else ends.NOT_INVITED
        if accepted:
            for person in invitation.request.people:
                source = 1 + max(who.source_id for who in call.roster)
                identity = person.identity | {"tenantId": call.facts.tenant_id}
                joined = Participant(self._new_id(), person.kind, identity, source)
                call.roster.append(joined)
        shown = invitation_json(invitation)
        self._switchboard.effects.operation(call, "deleted", invitation.id, shown)
        if accepted:
            self._switchboard.effects.roster(call)


def invitation_json(invitation: Invitation) -> Json:
    """Return an invitation as Graph shows it now."""
    return invite_operation(invitation.id, invitation.request, invitation.status, invitation.result)
