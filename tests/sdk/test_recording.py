"""msgraph-sdk: recordResponse and playPrompt, with their types in both directions."""

from __future__ import annotations

from typing import Any

from msgraph.generated.communications.calls.item.play_prompt.play_prompt_post_request_body import (
    PlayPromptPostRequestBody,
)
from msgraph.generated.communications.calls.item.record_response import (
    record_response_post_request_body as recording,
)
from msgraph.generated.models.media_info import MediaInfo
from msgraph.generated.models.media_prompt import MediaPrompt
from msgraph.generated.models.operation_status import OperationStatus
from msgraph.generated.models.play_prompt_operation import PlayPromptOperation
from msgraph.generated.models.record_operation import RecordOperation

from tests.helpers.local_graph import Line
from tests.sdk.clients import MARKS, Connect, id_of, in_call, posted, until

pytestmark = MARKS

PROMPT = MediaPrompt(
    odata_type="#microsoft.graph.mediaPrompt",
    media_info=MediaInfo(uri="https://cdn.example/beep.wav", resource_id="not-a-guid"),
)


def body(**given: Any) -> Any:
    return recording.RecordResponsePostRequestBody(**given)


async def test_record_response_is_typed_in_both_directions(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    operation = await call.record_response.post(
        body(
            prompts=[PROMPT],
            barge_in_allowed=True,
            initial_silence_timeout_in_seconds=5,
            max_silence_timeout_in_seconds=2,
            max_record_duration_in_seconds=10,
            play_beep=True,
            stop_tones=["#", "1", "*"],
            client_context="d45324c1",
        )
    )
    assert isinstance(operation, RecordOperation)
    assert operation.status is OperationStatus.Running
    assert operation.client_context == "d45324c1"
    assert operation.odata_type == "#microsoft.graph.recordOperation"
    assert operation.recording_location is operation.recording_access_token is None
    assert line.prompts.asked[0].resource_id == "not-a-guid"
    assert "@odata.type" not in posted(line, "recordResponse")[-1]["prompts"][0]["mediaInfo"]


async def test_an_operation_that_is_fetched_is_typed_too(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    started = await call.record_response.post(body(stop_tones=["#"]))
    running = await call.operations.by_comms_operation_id(started.id).get()
    assert type(running) is RecordOperation and running.status is OperationStatus.Running
    await until(line, "recordingStarted")
    line.simulator.press(id_of(call), "#")
    told = (await line.notifications.until("deleted", id=started.id)).data
    ended = await call.operations.by_comms_operation_id(started.id).get()
    assert ended.status is OperationStatus.Completed
    assert (ended.result_info.code, ended.result_info.subcode) == (200, 8514)
    assert ended.recording_location == told["recordingLocation"]
    assert ended.recording_access_token == told["recordingAccessToken"]


async def test_an_untouched_body_says_no_to_the_beep(line: Line, connect: Connect) -> None:
    """The client sends ``playBeep: false``: Graph's own default holds only for an absent key."""
    call = await in_call(line, connect)
    await call.record_response.post(body())
    assert posted(line, "recordResponse")[-1] == {"bargeInAllowed": False, "playBeep": False}
    await until(line, "recordingStarted")
    assert "beepStarted" not in [record.kind for record in line.journal.since(0)]


async def test_fields_set_to_none_mean_the_default(line: Line, connect: Connect) -> None:
    """The client writes their names in Python's spelling, with null."""
    call = await in_call(line, connect)
    nulls = body()
    nulls.play_beep = None
    nulls.barge_in_allowed = None
    await call.record_response.post(nulls)
    assert posted(line, "recordResponse")[-1] == {"barge_in_allowed": None, "play_beep": None}
    await until(line, "beepStarted")


async def test_the_qualified_path_is_the_same_action(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    url = f"{line.graph.base_url}/v1.0/communications/calls/{id_of(call)}"
    qualified = call.record_response.with_url(f"{url}/microsoft.graph.recordResponse")
    operation = await qualified.post(body(client_context="qualified"))
    assert isinstance(operation, RecordOperation) and operation.client_context == "qualified"


async def test_play_prompt(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    body = PlayPromptPostRequestBody(prompts=[PROMPT], client_context="c")
    operation = await call.play_prompt.post(body)
    assert isinstance(operation, PlayPromptOperation)
    assert operation.status is OperationStatus.Running
    told = (await line.notifications.until("deleted", id=operation.id)).data
    assert told["status"] == "completed" and told["clientContext"] == "c"
