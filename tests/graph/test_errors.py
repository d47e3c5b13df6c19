"""Refusals in Graph's shape."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from app.graph.errors import bad_request, call_not_found, error_body, invalid_argument

AT = datetime(2020, 7, 2, 10, 11, 12, 999, UTC)


def test_the_body_has_code_message_and_inner_error() -> None:
    body = error_body(call_not_found(), request_id="r-1", client_request_id="c-1", at=AT)
    assert body == {
        "error": {
            "code": "8522",
            "message": "Call not found.",
            "innerError": {
                "date": "2020-07-02T10:11:12",
                "request-id": "r-1",
                "client-request-id": "c-1",
            },
        }
    }


def test_without_a_client_request_id_there_is_none() -> None:
    body = error_body(call_not_found(), request_id="r-1", client_request_id=None, at=AT)
    assert "client-request-id" not in body["error"]["innerError"]


def test_an_invalid_argument_names_the_parameter() -> None:
    error = invalid_argument("prompts[0].mediaInfo.uri", "it is required.")
    assert (error.status, error.code) == (400, "8523")
    assert "'prompts[0].mediaInfo.uri'" in error.message


def test_a_refusal_of_the_calls_service_can_be_wrapped_as_its_gateway_does() -> None:
    wrapped = error_body(
        call_not_found(), request_id="r", client_request_id=None, at=AT, wrapped=True
    )["error"]
    assert wrapped["code"] == "UnknownError"
    assert json.loads(wrapped["message"]) == {
        "errorCode": "8522",
        "message": "Call not found.",
        "instanceAnnotations": [],
    }
    plain = error_body(
        bad_request("x"), request_id="r", client_request_id=None, at=AT, wrapped=True
    )
    assert plain["error"]["code"] == "BadRequest"
