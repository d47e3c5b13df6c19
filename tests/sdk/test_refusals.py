"""msgraph-sdk: what becomes of refusals, and of requests that are sent again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from kiota_abstractions.api_error import APIError
from msgraph.generated.communications.calls.item.record_response import (
    record_response_post_request_body as recording,
)
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.operation_status import OperationStatus

from tests.helpers.local_graph import Line
from tests.helpers.wire_server import Seen, answer, wire_server
from tests.sdk.clients import MARKS, TOKEN, Connect, in_call, posted

pytestmark = MARKS


def body(**given: Any) -> Any:
    return recording.RecordResponsePostRequestBody(**given)


async def test_a_refusal_has_its_code_message_and_ids(line: Line, connect: Connect) -> None:
    call = await in_call(line, connect)
    with pytest.raises(ODataError) as refused:
        await call.record_response.post(body(max_record_duration_in_seconds=7200))
    problem = refused.value
    assert (problem.response_status_code, problem.error.code) == (400, "8523")
    assert "maxRecordDurationInSeconds" in problem.error.message
    inner = problem.error.inner_error
    assert inner.request_id == problem.response_headers["request-id"]
    assert inner.client_request_id and inner.date is not None


async def test_refusals_of_the_server_itself_are_read_too(line: Line, connect: Connect) -> None:
    graph = connect(line.graph.base_url)
    with pytest.raises(ODataError) as unknown:
        await graph.users.get()
    found = unknown.value
    assert (found.response_status_code, found.error.code) == (404, "ResourceNotFound")
    call = await in_call(line, connect)
    with pytest.raises(ODataError) as large:
        await call.record_response.post(body(client_context="x" * (1 << 20)))
    assert large.value.response_status_code == 413
    assert large.value.error.code == "RequestEntityTooLarge"


async def test_nobody_is_refused(line: Line, connect: Connect) -> None:
    nobody = connect(line.graph.base_url, anonymous=True)
    with pytest.raises(ODataError) as refused:
        await nobody.communications.calls.get()
    problem = refused.value
    assert problem.response_status_code == 401
    assert problem.error.code == "InvalidAuthenticationToken"


async def test_the_token_comes_as_the_client_was_given_it(line: Line, connect: Connect) -> None:
    await connect(line.graph.base_url).communications.calls.get()
    exchange = line.journal.since(0)[-1].exchange
    assert exchange is not None and TOKEN not in str(exchange.response_headers)
    assert "/v1.0/communications/calls" in exchange.url and exchange.status == 200


async def test_a_request_that_is_sent_again_is_done_once(
    line: Line, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A gateway in front throttles the first attempt; the client waits and tries again."""
    from kiota_http.middleware import retry_handler

    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(retry_handler, "asyncio", SimpleNamespace(sleep=wait))
    path = await line.established()

    async def gateway(seen: Seen) -> bytes:
        if "retry-attempt" not in seen.headers:
            return answer(429, Retry_After="7")
        kept = {name: seen.headers[name] for name in ("authorization", "content-type")}
        reply = await line.bot.post(
            seen.path,
            content=seen.body,
            headers=kept | {"Retry-Attempt": seen.headers["retry-attempt"]},
        )
        kind = reply.headers["content-type"]
        return answer(reply.status_code, reply.content, Content_Type=kind)

    async with wire_server(gateway) as server:
        call = connect(server.url).communications.calls.by_call_id(path.rpartition("/")[2])
        operation = await call.record_response.post(body())
    assert operation.status is OperationStatus.Running
    assert waited == [7] and len(server.seen) == 2
    (one,) = line.simulator.snapshot(path.rpartition("/")[2]).engine.operations
    assert one.id == operation.id


async def test_no_refusal_makes_the_client_try_again(line: Line, connect: Connect) -> None:
    """It would do so for 429, 503 and 504, after whatever had been created."""
    call = await in_call(line, connect)
    with pytest.raises(APIError):
        await call.record_response.post(body(stop_tones=["x"]))
    assert len(posted(line, "recordResponse")) == 1
