"""The control plane's own words."""

from __future__ import annotations

import json

import pytest

from app.api.control_answers import (
    LONGEST_MESSAGE,
    ControlError,
    conflict,
    control_failure,
    control_json,
    record_number,
    translate,
)
from app.graph import errors
from app.graph.errors import GraphError


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (errors.call_not_established(), 409, "conflict"),
        (errors.audio_not_active(), 409, "conflict"),
        (errors.invalid_in_state("hangUp", "terminated"), 409, "conflict"),
        (errors.invalid_argument("tones", "wrong."), 400, "badRequest"),
        (errors.bad_request("no JSON."), 400, "badRequest"),
        (GraphError(413, "RequestEntityTooLarge", "big"), 413, "tooLarge"),
        (GraphError(418, "Teapot", "odd"), 418, "refused"),
    ],
)
def test_graphs_refusals_are_translated(error: GraphError, status: int, code: str) -> None:
    said = translate(error)
    assert (said.status, said.code, said.message) == (status, code, error.message)


def test_failure_is_json() -> None:
    response = control_failure(ControlError(405, "methodNotAllowed", "Use GET.", "GET"))
    assert response.status == 405
    assert response.headers["Allow"] == "GET"
    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(response.body) == {  # type: ignore[arg-type]
        "error": {"code": "methodNotAllowed", "message": "Use GET."}
    }


def test_what_a_failure_quotes_is_cut() -> None:
    body = control_failure(conflict("x" * 1_000_000)).body
    assert isinstance(body, bytes) and len(body) < LONGEST_MESSAGE + 200


def test_nobody_keeps_an_answer() -> None:
    assert control_json(200, {}, {"Location": "/x"}).headers["Cache-Control"] == "no-store"
    assert control_json(200, {}, {"Location": "/x"}).headers["Location"] == "/x"


def test_record_numbers() -> None:
    assert record_number("since", "12") == 12
    for text in ("", "-1", "1.0", "²", "9" * 19):
        with pytest.raises(ControlError, match="since"):
            record_number("since", text)
