"""msgraph-sdk: the participants of a call, tones to the caller, and handing the call on."""

from __future__ import annotations

from msgraph.generated.communications.calls.item.mute.mute_post_request_body import (
    MutePostRequestBody,
)
from msgraph.generated.communications.calls.item.participants.invite import (
    invite_post_request_body as inviting,
)
from msgraph.generated.communications.calls.item.participants.item.mute import (
    mute_post_request_body as muting,
)
from msgraph.generated.communications.calls.item.send_dtmf_tones import (
    send_dtmf_tones_post_request_body as sending,
)
from msgraph.generated.communications.calls.item.transfer.transfer_post_request_body import (
    TransferPostRequestBody,
)
from msgraph.generated.models.identity import Identity
from msgraph.generated.models.identity_set import IdentitySet
from msgraph.generated.models.invitation_participant_info import InvitationParticipantInfo
from msgraph.generated.models.invite_participants_operation import InviteParticipantsOperation
from msgraph.generated.models.mute_participant_operation import MuteParticipantOperation
from msgraph.generated.models.operation_status import OperationStatus
from msgraph.generated.models.participant import Participant
from msgraph.generated.models.send_dtmf_tones_operation import SendDtmfTonesOperation
from msgraph.generated.models.tone import Tone

from tests.helpers.local_graph import Line
from tests.sdk.clients import MARKS, Connect, in_call

pytestmark = MARKS

SOMEBODY = InvitationParticipantInfo(
    identity=IdentitySet(user=Identity(id="550fae72", display_name="John"))
)


async def test_the_participants_are_typed(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    assert (await call.participants.get()).value == [], "as observed, before a roster was sent"
    await call.mute.post(MutePostRequestBody())
    people = (await call.participants.get()).value
    assert people and all(isinstance(person, Participant) for person in people)
    (caller,) = [p for p in people if p.info.identity.user is not None]
    assert caller.info.identity.user.display_name == "Virtual phone"
    one = call.participants.by_participant_id(caller.id)
    assert (await one.get()).is_muted is False
    muted = await one.mute.post(muting.MutePostRequestBody(client_context="c"))
    assert isinstance(muted, MuteParticipantOperation)
    assert (await one.get()).is_muted is True


async def test_somebody_is_invited(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    body = inviting.InvitePostRequestBody(participants=[SOMEBODY], client_context="c")
    operation = await call.participants.invite.post(body)
    assert isinstance(operation, InviteParticipantsOperation)
    assert operation.client_context == "c"
    assert operation.participants[0].identity.user.display_name == "John"


async def test_tones_are_sent(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    body = sending.SendDtmfTonesPostRequestBody(
        tones=[Tone.Tone1, Tone.Pound], delay_between_tones_ms=50, client_context="c"
    )
    operation = await call.send_dtmf_tones.post(body)
    assert isinstance(operation, SendDtmfTonesOperation)
    assert operation.status is OperationStatus.Running
    told = (await line.notifications.until("deleted", id=operation.id)).data
    assert told["status"] == "completed"
    ended = await call.operations.by_comms_operation_id(operation.id).get()
    assert type(ended) is SendDtmfTonesOperation
    assert ended.status is OperationStatus.Completed


async def test_a_call_is_handed_on(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    assert await call.transfer.post(TransferPostRequestBody(transfer_target=SOMEBODY)) is None
    await line.notifications.until("updated", state="transferring")
