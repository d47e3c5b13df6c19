"""Which entries of the ledger an exchange rests on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.engine.outcome import OUTCOMES, Cause
from app.graph import errors
from app.graph.errors import GraphError, error_body
from app.graph.evidence import event_evidence, exchange_evidence
from app.graph.ledger import LEDGER
from app.graph.notifications import WireForm, notification, operation_path
from app.graph.profiles import PROFILES
from app.graph.resources import record_operation
from tests.helpers.golden import GENERATIONS, golden
from tests.helpers.inspected import CALL, OPERATION

TOLD = [cause for cause, outcome in OUTCOMES.items() if outcome.code is not None]
ROOT = f"http://127.0.0.1:8899/v1.0/communications/calls/{CALL}"


def webhook(body: Any) -> list[str]:
    text = body if isinstance(body, str) else json.dumps(body)
    entries = exchange_evidence("webhook", "POST", "http://127.0.0.1:9/bot", text, 202, "")
    return [entry.subject for entry in entries]


def asked(path: str, body: Any = None, answer: Any = None, *, method: str = "POST") -> list[str]:
    texts = ["" if value is None else json.dumps(value) for value in (body, answer)]
    entries = exchange_evidence("api", method, f"{ROOT}{path}", texts[0], 200, texts[1])
    return [entry.subject for entry in entries]


@pytest.mark.parametrize("cause", TOLD)
def test_the_end_of_an_operation(cause: Cause) -> None:
    data = record_operation(OPERATION, None, OUTCOMES[cause], None, PROFILES["v1.0"])
    told = webhook(notification("deleted", operation_path(CALL, OPERATION), data))
    assert told[0] == f"outcome.{cause}"
    assert {"member.resource", "member.resourceUrl"} <= set(told)
    assert ("generation.v1.0" in told) is (cause is not Cause.CANCELLED)
    outcome = OUTCOMES[cause]
    ended = {"status": "x", "code": outcome.code, "subcode": outcome.subcode}
    assert event_evidence("ended", ended)[0].subject == f"outcome.{cause}"


@pytest.mark.parametrize("generation", GENERATIONS)
def test_what_the_documentation_prints_is_told_from_the_wire(generation: str) -> None:
    printed = webhook(golden(generation)["notification"])
    assert f"generation.{generation}" in printed
    assert {"setting.notifications.ids", "setting.notifications.shape"} <= set(printed)
    data = record_operation(OPERATION, None, None, None, PROFILES[generation])
    path = operation_path(CALL, OPERATION)
    wire = webhook(notification("deleted", path, data, PROFILES[generation]))
    assert not {"setting.notifications.ids", "setting.notifications.shape"} & set(wire)


def test_the_states_of_a_call() -> None:
    data = {"@odata.type": "#microsoft.graph.call", "id": CALL, "state": "established"}
    told = webhook(notification("updated", f"/calls/{CALL}", data))
    assert "setting.notifications.secondEstablished" in told and "member.id" in told
    ended = data | {"state": "terminated", "resultInfo": {"code": 200, "subcode": 4521}}
    assert webhook(notification("deleted", f"/calls/{CALL}", ended))[0] == "end.4521"
    tone = data | {"toneInfo": {"sequenceId": 1, "tone": "tone1"}}
    assert "action.subscribeToTone" in webhook(notification("updated", f"/calls/{CALL}", tone))
    incoming = data | {"state": "incoming"}
    told = webhook(notification("created", f"/calls/{CALL}", incoming, form=WireForm()))
    assert "setting.call.answerTimeoutSeconds" in told


def test_requests() -> None:
    assert asked("/recordResponse", {"prompts": []}) == [
        "action.recordResponse",
        "generation.v1.0",
        "setting.prompts.empty",
        "setting.recording.withBeep",
    ]
    assert asked("/microsoft.graph.KEEPALIVE")[0] == "action.keepAlive"
    answer = {"callbackUri": "http://127.0.0.1:9/bot"}
    assert asked("/answer", answer) == ["action.answer", "setting.call.callbackScheme"]
    assert asked("", method="DELETE") == ["end.7000"]
    assert asked("", method="GET") == []
    running = asked(
        f"/operations/{OPERATION}",
        answer={"resultInfo": {"code": 200, "subcode": 8509}},
        method="GET",
    )
    assert running == ["action.operations", "outcome.maxSilence"]
    placed = exchange_evidence("api", "POST", "/v1.0/communications/calls", "", 201, "")
    assert [entry.subject for entry in placed] == ["action.create"]


def test_recordings_and_prompts() -> None:
    fetched = exchange_evidence("download", "GET", "/recordings/17e3", "", 200, "")
    assert [entry.subject for entry in fetched] == ["setting.recording.discardAfterSeconds"]
    url = "https://cdn.contoso.com/beep.wav"
    lost = exchange_evidence("prompt", "GET", url, "", None, "")
    assert [entry.subject for entry in lost] == ["outcome.promptDownload"]
    assert exchange_evidence("prompt", "GET", url, "", 200, "") == ()


def refused(error: GraphError, *, wrapped: bool) -> list[str]:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    body = error_body(error, request_id="1", client_request_id=None, at=at, wrapped=wrapped)
    return asked("/recordResponse", {}, body)


def test_refusals_come_first() -> None:
    assert refused(errors.call_not_found(), wrapped=False)[0] == "error.8522"
    wrapped = refused(errors.audio_not_active(), wrapped=True)
    assert wrapped[:2] == ["error.8503", "setting.errors.shape"]


def test_what_the_bridge_makes_of_a_service_that_does_not_answer() -> None:
    url = "https://graph.microsoft.com/v1.0/communications/calls"
    late = exchange_evidence("bridge", "POST", url, "", 429, "")
    assert late[0].subject == "bridge.throttling"
    answered = exchange_evidence("api", "POST", url, "", 429, "")
    assert "bridge.throttling" not in [entry.subject for entry in answered]
    assert "bridge.noAnswer" in refused(GraphError(504, "GatewayTimeout", "x"), wrapped=False)


def test_what_was_lost_with_its_call() -> None:
    lost = {"status": "lost", "code": None, "subcode": None}
    assert event_evidence("ended", lost)[0].subject == "outcome.callLost"
    assert event_evidence("beepStarted", {}) == ()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"value": [[]]}',
        '{"value": [{"resourceData": 1}]}',
        '{"value": [{"resourceData": {"resultInfo": {"code": [], "subcode": {}}}}]}',
        '{"error": {"code": "UnknownError", "message": 7}}',
        '{"error": {"code": []}}',
    ],
)
def test_anything_may_come(body: str) -> None:
    for kind in ("api", "webhook", "download", "prompt"):
        entries = exchange_evidence(kind, "POST", "http://[broken", body, None, body)  # type: ignore[arg-type]
        assert set(entries) <= set(LEDGER.values())


@pytest.mark.parametrize(
    ("path", "subjects"),
    [
        ("/t/oauth2/v2.0/token?x=1", ["identity.*/oauth2/v2.0/token", "identity.accessToken"]),
        (
            "/t/v2.0/.well-known/OpenId-Configuration",
            ["identity.*/v2.0/.well-known/openid-configuration"],
        ),
        ("/common/discovery/instance", ["identity.common/discovery/instance"]),
        (
            "/v1/.well-known/OpenIdConfiguration",
            ["identity.v1/.well-known/openidconfiguration"],
        ),
        ("/oauth2/token", []),
        ("/", []),
    ],
)
def test_what_the_sign_in_rests_on(path: str, subjects: list[str]) -> None:
    entries = exchange_evidence("api", "POST", f"http://127.0.0.1:8899{path}", "", 200, "{}")
    assert [entry.subject for entry in entries] == subjects


def test_a_missing_permission_names_those_that_would_do() -> None:
    refused = error_body(
        errors.permission_missing(), request_id="r", client_request_id=None, at=datetime.now(UTC)
    )
    told = asked("/mute", {}, refused)
    assert told[:2] == ["error.7504", "action.mute"]
    assert {"permission.Calls.Initiate.All", "permission.Calls.AccessMedia.All"} <= set(told)


def test_the_roster() -> None:
    body = notification("updated", f"/calls/{CALL}/participants", {"@odata.type": "#x"})
    assert {"behaviour.wholeRoster", "setting.notifications.roster"} <= set(webhook(body))


def test_members_that_the_print_lacks() -> None:
    data = {"@odata.type": "#microsoft.graph.call", "state": "incoming", "tenantId": "t"}
    told = webhook(notification("created", f"/calls/{CALL}", data | {"direction": None}))
    assert "member.tenantId" in told and "member.direction" not in told
