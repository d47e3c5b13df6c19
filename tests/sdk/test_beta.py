"""msgraph-beta-sdk: what beta has more, and the actions of old that the client still knows."""

from __future__ import annotations

from typing import Any

import pytest
from msgraph_beta.generated.app.calls.item.record.record_post_request_body import (
    RecordPostRequestBody,
)
from msgraph_beta.generated.communications.calls.item.cancel_media_processing import (
    cancel_media_processing_post_request_body as cancelling,
)
from msgraph_beta.generated.communications.calls.item.record_response import (
    record_response_post_request_body as recording,
)
from msgraph_beta.generated.models.o_data_errors.o_data_error import ODataError
from msgraph_beta.generated.models.operation_status import OperationStatus
from msgraph_beta.generated.models.record_completion_reason import RecordCompletionReason
from msgraph_beta.generated.models.record_operation import RecordOperation

from tests.helpers.local_graph import Line
from tests.sdk.clients import MARKS, Connect, id_of, in_call, posted, until

pytestmark = MARKS


def body(**given: Any) -> Any:
    return recording.RecordResponsePostRequestBody(**given)


async def test_the_completion_reason_is_typed(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect, beta=True)
    started = await call.record_response.post(body(stop_tones=["#"], client_context="c"))
    assert isinstance(started, RecordOperation)
    assert (started.status, started.client_context) == (OperationStatus.Running, "c")
    assert started.completion_reason is None
    await until(line, "recordingStarted")
    line.simulator.press(id_of(call), "#")
    told = (await line.notifications.until("deleted", id=started.id)).data
    assert told["completionReason"] == "stopToneDetected"
    ended = await call.operations.by_comms_operation_id(started.id).get()
    assert ended.completion_reason is RecordCompletionReason.StopToneDetected
    assert (ended.result_info.code, ended.result_info.subcode) == (200, 8514)
    assert ended.recording_access_token == told["recordingAccessToken"]


async def test_a_cancelled_operation(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect, beta=True)
    started = await call.record_response.post(body())
    await call.cancel_media_processing.post(cancelling.CancelMediaProcessingPostRequestBody())
    await line.notifications.until("deleted", id=started.id)
    ended = await call.operations.by_comms_operation_id(started.id).get()
    assert ended.status is OperationStatus.Failed
    assert ended.completion_reason is RecordCompletionReason.OperationCanceled
    assert (ended.result_info.code, ended.result_info.subcode) == (400, 8508)
    assert ended.recording_location == "", "empty, as the documentation prints it"


async def test_stream_while_recording_is_sent_and_tolerated(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect, beta=True)
    assert (await call.record_response.post(body())).status is OperationStatus.Running
    assert posted(line, "recordResponse")[-1] == {
        "bargeInAllowed": False,
        "playBeep": False,
        "streamWhileRecording": False,
    }
    streaming = await call.record_response.post(body(stream_while_recording=True))
    assert streaming.status is OperationStatus.Running


async def test_record_of_2018_answers_nothing_but_is_done(line: Line, connect: Connect) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    call = connect(line.graph.base_url, beta=True).app.calls.by_call_id(call_id)
    old = RecordPostRequestBody(stop_tones=["11"], client_context="old")
    assert await call.record.post(old) is None
    await until(line, "recordingStarted")
    for _ in range(2):
        line.simulator.press(call_id, "1")
    told = (await line.notifications.until("deleted", clientContext="old")).data
    assert told["completionReason"] == "stopToneDetected" and told["recordResourceAccessToken"]


async def test_a_refusal_of_beta(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect, beta=True)
    with pytest.raises(ODataError) as refused:
        await call.record_response.post(body(initial_silence_timeout_in_seconds=121))
    problem = refused.value
    assert (problem.response_status_code, problem.error.code) == (400, "8523")
    assert "initialSilenceTimeoutInSeconds" in problem.error.message
    assert problem.error.inner_error.request_id
