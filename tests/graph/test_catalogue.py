"""The catalogue offers what the local Graph serves, with the limits that its parsers keep."""

from __future__ import annotations

from typing import Any

import pytest

from app.api.routes import GraphPlane
from app.graph.catalogue import CALL, Operation, Parameter, find, operations, profile_of, root_of
from app.graph.errors import GraphError
from app.graph.profiles import BETA, PROFILES, RECORD_2018, V1, Profile
from tests.helpers.golden import GENERATIONS, golden
from tests.helpers.simulator import bench

USER = {"identity": {"user": {"id": "112f7296-5fa4-42ca-bae8-6a692b15d4b8"}}}
LEAST: dict[str, dict[str, Any]] = {
    "playPrompt": {"prompts": [{"mediaInfo": {"uri": "https://cdn.contoso.com/a.wav"}}]},
    "updateRecordingStatus": {"status": "recording"},
    "answer": {
        "callbackUri": "https://bot.contoso.com/",
        "acceptedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
    },
    "redirect": {"targets": [USER]},
    "transfer": {"transferTarget": USER},
    "invite": {"participants": [USER]},
    "sendDtmfTones": {"tones": ["tone1"]},
    "create call": {
        "callbackUri": "https://bot.contoso.com/",
        "targets": [USER],
        "mediaConfig": {"@odata.type": "#microsoft.graph.appHostedMediaConfig"},
    },
}
"""The smallest body that is taken, where that is not an empty one."""

CASES = [
    (profile, operation)
    for profile in PROFILES.values()
    for operation in operations(profile)
    if operation.check is not None
]
BOUNDED = [
    (profile, operation, parameter)
    for profile, operation in CASES
    for parameter in operation.parameters
    if parameter.low is not None
]


def taken(operation: Operation, body: dict[str, Any], profile: Profile) -> bool:
    assert operation.check is not None
    try:
        operation.check(LEAST.get(operation.name, {}) | body, profile)
    except GraphError:
        return False
    return True


def test_every_action_of_the_server_is_offered() -> None:
    plane = GraphPlane(bench().simulator)
    offered = {
        operation.below.rpartition("/")[2]
        for profile in PROFILES.values()
        for operation in operations(profile)
        if operation.method == "POST" and operation.below.count("/") == 2
    }
    assert offered == set(plane.actions)


@pytest.mark.parametrize(
    ("profile", "operation"), CASES, ids=lambda case: getattr(case, "name", "")
)
def test_what_is_required_is_all_that_is(profile: Profile, operation: Operation) -> None:
    assert taken(operation, {}, profile)
    for parameter in operation.parameters:
        if parameter.required:
            assert not taken(operation, {parameter.name: None}, profile)
        else:
            assert taken(operation, {parameter.name: None}, profile)


@pytest.mark.parametrize(("profile", "operation", "parameter"), BOUNDED)
def test_the_limits_are_the_parsers(
    profile: Profile, operation: Operation, parameter: Parameter
) -> None:
    assert parameter.low is not None and parameter.high is not None
    for value in (parameter.low, parameter.high, parameter.default):
        assert taken(operation, {parameter.name: value}, profile)
    for value in (parameter.low - 1, parameter.high + 1):
        assert not taken(operation, {parameter.name: value}, profile)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_the_defaults_are_the_parsers(profile: Profile) -> None:
    recording = operations(profile)[0]
    assert recording.check is not None
    defaults = {p.name: p.default for p in recording.parameters if p.default is not None}
    assert recording.check(defaults, profile) == recording.check({}, profile)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_printed_example_uses_no_other_parameters(generation: str) -> None:
    profile = PROFILES[generation]
    known = {parameter.name for parameter in operations(profile)[0].parameters}
    assert set(golden(generation)["request"]) <= known


def test_counts_are_the_parsers() -> None:
    prompt = {"mediaInfo": {"uri": "https://cdn.contoso.com/a.wav"}}
    for profile, operation in CASES:
        for parameter in operation.parameters:
            if parameter.kind in ("prompts", "users") and parameter.most is not None:
                item = prompt if parameter.kind == "prompts" else USER
                assert taken(operation, {parameter.name: [item] * parameter.most}, profile)
                more = {parameter.name: [item] * (parameter.most + 1)}
                assert not taken(operation, more, profile)
            elif parameter.kind == "text" and parameter.most is not None:
                assert taken(operation, {parameter.name: "x" * parameter.most}, profile)
                assert not taken(operation, {parameter.name: "x" * (parameter.most + 1)}, profile)


def test_finding() -> None:
    assert find("record", V1) is None and find("record", RECORD_2018) is not None
    assert find("recordResponse", BETA) is not None
    assert root_of(V1) == "/v1.0/communications/calls"
    assert root_of(RECORD_2018) == "/beta/app/calls"
    assert profile_of("v1.0") is V1 and profile_of("") is BETA
    assert all(CALL in o.below for o in operations(V1) if o.name == "answer")
