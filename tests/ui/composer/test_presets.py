"""Bodies to begin with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.graph.catalogue import Operation, find, operations
from app.graph.profiles import PROFILES, V1, Profile
from app.ui.composer.body_check import check_body
from app.ui.composer.presets import BOT, NO_BOT, Preset, layout, presets
from tests.helpers.golden import GENERATIONS, golden

OFFERED = [
    (profile, operation)
    for profile in PROFILES.values()
    for operation in operations(profile)
    if operation.method == "POST"
]
ALL = [(p, o, preset) for p, o in OFFERED for preset in presets(o, p)]


def body(preset: Preset) -> dict[str, Any]:
    made = json.loads(preset.body)
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize(("profile", "operation"), OFFERED)
def test_each_operation_has_some(profile: Profile, operation: Operation) -> None:
    found = presets(operation, profile)
    assert found and len({preset.name for preset in found}) == len(found)
    first = check_body(operation, found[0].text(""), profile)
    assert first.accepted and found[0].group == "examples", "the first is one that works"


@pytest.mark.parametrize(("profile", "operation", "preset"), ALL)
def test_all_are_taken_but_those_that_say_so(
    profile: Profile, operation: Operation, preset: Preset
) -> None:
    check = check_body(operation, preset.text("http://127.0.0.1:3978/"), profile)
    assert check.accepted is (preset.group != "refused")
    assert not [note for note in check.notes if "does not know" in note]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_documentations_examples(generation: str) -> None:
    profile = PROFILES[generation]
    found = presets(operations(profile)[0], profile)
    example = next(p for p in found if p.name == "The documentation's example")
    assert body(example) == golden(generation)["request"]


def test_each_parameter_has_its_edges_and_its_refusals() -> None:
    recording = operations(V1)[0]
    found = presets(recording, V1)
    for parameter in recording.parameters:
        changed = {preset.group for preset in found if preset.name.startswith(parameter.name)}
        expected = {"refused"} if parameter.name == "prompts" else {"edges", "refused"}
        assert changed == expected, parameter.name
    durations = {
        body(p)["maxRecordDurationInSeconds"]
        for p in found
        if p.name.startswith("maxRecordDuration")
    }
    assert durations == {0, 1, 2.5, 120, 121}


def test_the_bot_of_the_call_is_put_in() -> None:
    answer = find("answer", V1)
    assert answer is not None
    (first, *_) = presets(answer, V1)
    assert BOT in first.body
    assert json.loads(first.text("http://127.0.0.1:9/bot"))["callbackUri"] == (
        "http://127.0.0.1:9/bot"
    )
    assert json.loads(first.text(""))["callbackUri"] == NO_BOT


def test_no_body_no_presets() -> None:
    get = find("get call", V1)
    assert get is not None and presets(get, V1) == []


def test_short_arrays_stay_on_their_line() -> None:
    text = layout({"stopTones": ["#", "1"], "n": [1, 2.5], "words": ["a b"], "empty": []})
    assert '"stopTones": ["#", "1"]' in text and '"n": [1, 2.5]' in text
    assert json.loads(text) == {
        "stopTones": ["#", "1"],
        "n": [1, 2.5],
        "words": ["a b"],
        "empty": [],
    }
    assert layout({"b": "[\n1]"}) == '{\n  "b": "[\\n1]"\n}'
