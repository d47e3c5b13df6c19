"""msgraph-sdk: calls, and what is done in them at once."""

from __future__ import annotations

from typing import Any

import pytest
from msgraph.generated.communications.calls.item.answer.answer_post_request_body import (
    AnswerPostRequestBody,
)
from msgraph.generated.communications.calls.item.cancel_media_processing import (
    cancel_media_processing_post_request_body as cancelling,
)
from msgraph.generated.communications.calls.item.mute.mute_post_request_body import (
    MutePostRequestBody,
)
from msgraph.generated.communications.calls.item.redirect.redirect_post_request_body import (
    RedirectPostRequestBody,
)
from msgraph.generated.communications.calls.item.reject.reject_post_request_body import (
    RejectPostRequestBody,
)
from msgraph.generated.communications.calls.item.subscribe_to_tone import (
    subscribe_to_tone_post_request_body as subscribing,
)
from msgraph.generated.communications.calls.item.unmute.unmute_post_request_body import (
    UnmutePostRequestBody,
)
from msgraph.generated.communications.calls.item.update_recording_status import (
    update_recording_status_post_request_body as updating,
)
from msgraph.generated.models.call import Call
from msgraph.generated.models.call_direction import CallDirection
from msgraph.generated.models.call_state import CallState
from msgraph.generated.models.cancel_media_processing_operation import (
    CancelMediaProcessingOperation,
)
from msgraph.generated.models.identity import Identity
from msgraph.generated.models.identity_set import IdentitySet
from msgraph.generated.models.invitation_participant_info import InvitationParticipantInfo
from msgraph.generated.models.media_state import MediaState
from msgraph.generated.models.modality import Modality
from msgraph.generated.models.mute_participant_operation import MuteParticipantOperation
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.operation_status import OperationStatus
from msgraph.generated.models.recording_status import RecordingStatus
from msgraph.generated.models.reject_reason import RejectReason
from msgraph.generated.models.service_hosted_media_config import ServiceHostedMediaConfig
from msgraph.generated.models.subscribe_to_tone_operation import SubscribeToToneOperation
from msgraph.generated.models.unmute_participant_operation import UnmuteParticipantOperation
from msgraph.generated.models.update_recording_status_operation import (
    UpdateRecordingStatusOperation,
)

from tests.helpers.local_graph import BOT, Line
from tests.sdk.clients import MARKS, Connect, in_call, incoming, until

pytestmark = MARKS


async def test_answer_and_get_of_the_call(line: Line, connect: Connect) -> None:
    call = await incoming(line, connect)
    before = await call.get()
    assert isinstance(before, Call)
    assert (before.state, before.direction) == (CallState.Incoming, CallDirection.Incoming)
    assert before.source.identity.user.display_name == "Virtual phone"
    body = AnswerPostRequestBody(
        callback_uri=BOT,
        accepted_modalities=[Modality.Audio],
        media_config=ServiceHostedMediaConfig(
            odata_type="#microsoft.graph.serviceHostedMediaConfig"
        ),
    )
    assert await call.answer.post(body) is None
    await line.notifications.until("updated", state="established")
    await until(line, "mediaActivated")
    established = await call.get()
    assert established.state is CallState.Established
    assert established.media_state.audio is MediaState.Active


async def test_a_call_that_the_bot_places(line: Line, connect: Connect) -> None:
    target = InvitationParticipantInfo(
        identity=IdentitySet(user=Identity(id="550fae72", display_name="John"))
    )
    made = await connect(line.graph.base_url).communications.calls.post(
        Call(
            callback_uri=BOT,
            targets=[target],
            requested_modalities=[Modality.Audio],
            media_config=ServiceHostedMediaConfig(),
        )
    )
    assert isinstance(made, Call)
    assert (made.state, made.direction) == (CallState.Establishing, CallDirection.Outgoing)
    assert made.targets[0].identity.user.display_name == "John"
    listed = await connect(line.graph.base_url).communications.calls.get()
    assert [call.id for call in listed.value] == [made.id]


async def test_delete_and_what_is_left_of_the_call(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    assert await call.keep_alive.post() is None
    assert await call.delete() is None
    for gone in (call.get, call.delete, call.keep_alive.post):
        with pytest.raises(ODataError) as refused:
            await gone()
        assert (refused.value.response_status_code, refused.value.error.code) == (404, "8522")


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("mute", MutePostRequestBody(client_context="c"), MuteParticipantOperation),
        ("unmute", UnmutePostRequestBody(client_context="c"), UnmuteParticipantOperation),
        (
            "subscribe_to_tone",
            subscribing.SubscribeToTonePostRequestBody(client_context="c"),
            SubscribeToToneOperation,
        ),
        (
            "cancel_media_processing",
            cancelling.CancelMediaProcessingPostRequestBody(client_context="c"),
            CancelMediaProcessingOperation,
        ),
        (
            "update_recording_status",
            updating.UpdateRecordingStatusPostRequestBody(
                client_context="c", status=RecordingStatus.Recording
            ),
            UpdateRecordingStatusOperation,
        ),
    ],
)
async def test_what_is_completed_at_once(
    line: Line, connect: Connect, name: str, body: Any, kind: type
) -> None:
    call = await in_call(line, connect)
    operation = await getattr(call, name).post(body)
    assert isinstance(operation, kind)
    assert (operation.status, operation.client_context) == (OperationStatus.Completed, "c")
    assert type(await call.operations.by_comms_operation_id(operation.id).get()) is kind


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("reject", RejectPostRequestBody(reason=RejectReason.Busy), 486),
        (
            "redirect",
            RedirectPostRequestBody(
                targets=[InvitationParticipantInfo(identity=IdentitySet())], timeout=15
            ),
            200,
        ),
    ],
)
async def test_turning_a_call_away(
    line: Line, connect: Connect, name: str, body: Any, code: int
) -> None:
    call = await incoming(line, connect)
    assert await getattr(call, name).post(body) is None
    told = await line.notifications.until("deleted", state="terminated")
    assert told.data["resultInfo"]["code"] == code
