from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from app.graph.notifications import WireForm, call_path, notification, operation_path
from app.graph.profiles import PROFILES, Profile
from app.outbound.notification import chain_of, prepare

CALL = "57dab8b1-894c-409a-b240-bd8beae78896"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
BOT = "http://127.0.0.1:3978/api/calls"


def ids() -> Any:
    numbers = itertools.count(1)
    return lambda: f"id-{next(numbers)}"


def call(state: str, **more: Any) -> dict[str, Any]:
    data = {"@odata.type": "#microsoft.graph.call", "state": state, "id": CALL, **more}
    return notification("updated", call_path(CALL), data)


def operation(kind: str, status: str) -> dict[str, Any]:
    data = {"@odata.type": f"#microsoft.graph.{kind}", "status": status, "id": OPERATION}
    return notification("deleted", operation_path(CALL, OPERATION), data)


def test_the_content_is_compact_json_in_utf8() -> None:
    body = call("established", subject="Grüße")
    content = prepare(CALL, BOT, body, "chain", ids()).content
    assert json.loads(content) == body
    assert "Grüße".encode() in content
    assert b": " not in content and b", " not in content


def test_headers_of_the_first_attempt_are_those_of_the_real_wire() -> None:
    made = prepare(CALL, BOT, call("established"), "chain", ids())
    assert made.headers(1, ids()) == {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": "Microsoft-Skype/3.0,(Calling/1.0)",
        "X-Microsoft-Skype-Chain-ID": "chain",
        "X-Microsoft-Skype-Message-ID": "id-1",
        "Scenario-Id": "chain",
        "Client-Request-Id": "id-2",
    }


def test_the_token_comes_first() -> None:
    headers = prepare(CALL, BOT, call("established"), "chain", ids()).headers(1, ids(), "Bearer t")
    assert next(iter(headers.items())) == ("Authorization", "Bearer t")


def test_a_repetition_names_the_first_message() -> None:
    new_id = ids()
    made = prepare(CALL, BOT, call("established"), "chain", new_id)
    second, third = made.headers(2, new_id), made.headers(3, new_id)
    assert second["X-Microsoft-Skype-Message-ID"] == "id-3"
    assert third["X-Microsoft-Skype-Message-ID"] == "id-4"
    for headers in (second, third):
        assert headers["X-Microsoft-Skype-Original-Message-ID"] == "id-1"
        assert headers["Client-Request-Id"] == "id-2"


@pytest.mark.parametrize(
    ("body", "name", "operation_id", "last"),
    [
        (call("established"), "'updated' (call established)", None, False),
        (call("terminated"), "'updated' (call terminated)", None, True),
        (
            operation("recordOperation", "completed"),
            "'deleted' (recordOperation completed)",
            OPERATION,
            False,
        ),
        (
            notification("updated", f"/calls/{CALL}/participants", {}),
            "'updated' (participants)",
            None,
            False,
        ),
    ],
)
def test_what_it_is_about(
    body: dict[str, Any], name: str, operation_id: str | None, last: bool
) -> None:
    made = prepare(CALL, BOT, body, "chain", ids())
    assert (made.name, made.operation_id, made.last) == (name, operation_id, last)
    assert (made.call_id, made.url) == (CALL, BOT)


def test_a_call_names_its_chain_and_an_operation_does_not() -> None:
    assert chain_of(call("incoming", callChainId="c-1")) == "c-1"
    assert chain_of(call("incoming")) is None
    assert chain_of(operation("recordOperation", "failed")) is None


def test_a_roster_is_an_array() -> None:
    body = notification("updated", f"/calls/{CALL}/participants", {})
    body["value"][0]["resourceData"] = [{"id": "p"}]
    assert prepare(CALL, BOT, body, "chain", ids()).name == "'updated' (participants)"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.generation)
@pytest.mark.parametrize("literal", [False, True])
def test_the_operation_is_found_in_every_form(profile: Profile, literal: bool) -> None:
    form = WireForm(printed_ids=literal, printed_shape=literal)
    data = {"@odata.type": "#microsoft.graph.recordOperation", "status": "completed"}
    path = operation_path(CALL, OPERATION)
    ready = prepare(CALL, BOT, notification("deleted", path, data, profile, form), "c", ids())
    assert ready.operation_id == OPERATION
