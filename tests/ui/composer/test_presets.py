"""Bodies to begin with."""

from __future__ import annotations

import json

import pytest

from app.graph.profiles import V1
from app.ui.composer.body_check import check_body
from app.ui.composer.presets import Preset, layout, presets
from app.ui.composer.target_line import ACTIONS

ALL = [preset for action in ACTIONS for preset in presets(action)]


@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_has_some(action: str) -> None:
    found = presets(action)
    assert found and len({preset.name for preset in found}) == len(found)
    assert check_body(action, found[0].body, V1).accepted, "the first is one that works"


@pytest.mark.parametrize("preset", ALL, ids=lambda preset: f"{preset.action} {preset.name}")
def test_all_are_taken_but_those_that_say_so(preset: Preset) -> None:
    check = check_body(preset.action, preset.body, V1)
    assert check.accepted is (preset.name != "Refused by Graph")
    assert not check.notes


def test_the_documentations_example() -> None:
    example = next(p for p in ALL if p.name == "The documentation's example")
    body = json.loads(example.body)
    assert body["bargeInAllowed"] is True and body["stopTones"] == ["#", "1", "*"]
    limits = ("maxRecordDuration", "initialSilenceTimeout", "maxSilenceTimeout")
    assert [body[f"{name}InSeconds"] for name in limits] == [10, 5, 2]
    assert body["prompts"][0]["mediaInfo"]["uri"] == "https://cdn.contoso.com/beep.wav"


def test_no_action_no_presets() -> None:
    assert presets("transfer") == []


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
