"""Members that do nothing are told of; those that official clients send untouched are not."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.profiles import BETA, PROFILES, RECORD_2018, V1, Profile
from app.graph.properties import remarks
from tests.helpers.golden import GENERATIONS, golden


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_printed_examples_leave_nothing_to_remark(generation: str) -> None:
    profile = PROFILES[generation]
    assert list(remarks(profile.record_action, golden(generation)["request"], profile)) == []


@pytest.mark.parametrize(
    ("action", "body", "profile", "said"),
    [
        (
            "recordResponse",
            {"finalSilenceTimeoutInSeconds": 3},
            V1,
            ["'finalSilenceTimeoutInSeconds'", "'initialSilenceTimeoutInSeconds' meant"],
        ),
        ("recordResponse", {"qqq": 1}, V1, ["'qqq' and ignores it."]),
        ("recordResponse", {"streamWhileRecording": True}, V1, ["does not know"]),
        ("recordResponse", {"streamWhileRecording": True}, BETA, ["has no effect"]),
        ("cancelMediaProcessing", {"ALL": True}, BETA, ["'ALL' is accepted"]),
        ("playPrompt", {"loop": True}, V1, ["'loop'"]),
        ("keepAlive", {"clientContext": "c"}, V1, ["'clientContext'"]),
        ("playPrompt", {"prompts": [{"mediaInfo": {"url": "x"}}]}, V1, ["'prompts.mediaInfo.url'"]),
        ("playPrompt", {"prompts": [{"volume": 3}, 5]}, V1, ["'prompts.volume'"]),
    ],
)
def test_what_does_nothing_is_told(
    action: str, body: dict[str, Any], profile: Profile, said: list[str]
) -> None:
    (told,) = remarks(action, body, profile)
    assert told.startswith(f"{action}: ") and all(words in told for words in said)


@pytest.mark.parametrize(
    ("action", "body", "profile"),
    [
        ("recordResponse", {"play_beep": None, "PLAYBEEP": True, "@odata.type": "x"}, V1),
        ("recordResponse", {"streamWhileRecording": False, "prompts": None}, BETA),
        ("record", {"streamWhileRecording": True, "recordingFormat": "wav"}, RECORD_2018),
        ("playPrompt", {"loop": True, "prompts": [{"loop": 2}]}, BETA),
        ("answer", {"callOptions": {}, "participantCapacity": 1}, V1),
        ("transfer", {"transferTarget": {}, "transferee": {}}, V1),
    ],
)
def test_the_rest_is_passed_over(action: str, body: dict[str, Any], profile: Profile) -> None:
    assert list(remarks(action, body, profile)) == []
