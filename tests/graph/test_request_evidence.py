"""Which subjects of the ledger a request touches."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.endpoint import read_endpoint
from app.graph.ledger import LEDGER
from app.graph.request_evidence import request_subjects
from tests.helpers.golden import GENERATIONS, golden
from tests.helpers.inspected import CALL

PROMPT = {"mediaInfo": {"uri": "https://cdn.contoso.com/a.wav"}}


def subjects(path: str, body: dict[str, Any], method: str = "POST") -> set[str]:
    endpoint = read_endpoint(path.replace("{id}", CALL))
    return set(request_subjects(method, endpoint, body))


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ({"prompts": []}, "setting.prompts.empty"),
        ({"prompts": [PROMPT, PROMPT]}, "setting.prompts.several"),
        ({"prompts": [PROMPT], "stopTones": ["#"]}, "setting.recording.stopTonesInPrompts"),
        ({"prompts": [PROMPT | {"loop": 2}]}, "behaviour.promptLoop"),
        ({"stopTones": ["11"]}, "setting.recording.interDigitSeconds"),
        ({}, "setting.recording.withBeep"),
        ({"stopTone": ["#"]}, "behaviour.unknownMembers"),
        ({"streamWhileRecording": True}, "behaviour.streamWhileRecording"),
    ],
)
def test_what_a_recording_rests_on(body: dict[str, Any], subject: str) -> None:
    path = "/v1.0/communications/calls/{id}/recordResponse"
    assert subject in subjects(path, body) and subject in LEDGER
    plain = subjects(path, {"playBeep": False, "stopTones": ["#"]})
    assert plain == {"action.recordResponse", "generation.v1.0"}


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_printed_examples_have_no_unknown_members(generation: str) -> None:
    printed = golden(generation)
    told = subjects(printed["path"], printed["request"])
    assert f"generation.{generation}" in told and "behaviour.unknownMembers" not in told
    old = "setting.record.defaultMaxDurationSeconds"
    assert (old in subjects(printed["path"], {})) is (generation == "2018")


@pytest.mark.parametrize(
    ("action", "body", "expected"),
    [
        ("playPrompt", {"loop": True}, {"behaviour.endlessPrompt"}),
        ("sendDtmfTones", {"tones": ["flash"]}, {"behaviour.sentTones", "behaviour.sentFlash"}),
        ("transfer", {}, {"behaviour.mediaInTransfer", "setting.call.target"}),
        ("participants/invite", {}, {"setting.call.target", "action.invite"}),
        ("mute", {}, {"setting.call.groupActions"}),
        ("keepAlive", {}, {"setting.call.keepAliveTimeoutSeconds"}),
        ("answer", {"callbackUri": "http://h/"}, {"setting.call.callbackScheme"}),
    ],
)
def test_what_other_actions_rest_on(action: str, body: dict[str, Any], expected: set[str]) -> None:
    told = subjects(f"/beta/communications/calls/{{id}}/{action}", body)
    assert expected <= told and expected <= set(LEDGER)


@pytest.mark.parametrize("body", [{"prompts": 1, "stopTones": {}, "tones": None}, {"": []}])
def test_anything_may_come(body: dict[str, Any]) -> None:
    for action in ("recordResponse", "sendDtmfTones", "playPrompt", "unheardOf"):
        assert subjects(f"/beta/communications/calls/{{id}}/{action}", body)
