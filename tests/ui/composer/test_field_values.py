"""Values and what stands in the fields."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.catalogue import Parameter
from app.ui.composer.field_values import ABSENT, from_text, to_text

PROMPT = {
    "@odata.type": "#microsoft.graph.mediaPrompt",
    "mediaInfo": {"@odata.type": "#microsoft.graph.mediaInfo", "uri": "http://h/a.wav"},
}
USER = {
    "@odata.type": "#microsoft.graph.invitationParticipantInfo",
    "identity": {
        "@odata.type": "#microsoft.graph.identitySet",
        "user": {"@odata.type": "#microsoft.graph.identity", "id": "u1"},
    },
}


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("flag", True, "true"),
        ("flag", "true", '"true"'),
        ("seconds", 5, "5"),
        ("seconds", 2.5, "2.5"),
        ("seconds", None, "null"),
        ("text", "d45 324", "d45 324"),
        ("url", "http://h/", "http://h/"),
        ("choice", "busy", "busy"),
        ("keys", ["#", "11"], "# 11"),
        ("keys", [], "[]"),
        ("keys", ["a b"], '["a b"]'),
        ("keys", [1], "[1]"),
        ("words", ["audio", "video"], "audio video"),
        ("prompts", [PROMPT, PROMPT], "http://h/a.wav http://h/a.wav"),
        ("prompts", [{"mediaInfo": 1}], '[{"mediaInfo": 1}]'),
        ("users", [USER], "u1"),
        ("media", {"@odata.type": "#microsoft.graph.appHostedMediaConfig"}, "appHostedMediaConfig"),
    ],
)
def test_there_and_back(kind: Any, value: Any, text: str) -> None:
    parameter = Parameter("p", kind)
    assert to_text(parameter, value) == text
    assert from_text(parameter, text, value) == value


@pytest.mark.parametrize("kind", ["flag", "seconds", "text", "keys", "prompts", "media"])
def test_nothing_is_absent(kind: Any) -> None:
    parameter = Parameter("p", kind)
    assert to_text(parameter, ABSENT) == "" and from_text(parameter, "  ") is ABSENT


def test_what_cannot_be_read_stays_as_it_is() -> None:
    assert from_text(Parameter("p", "seconds"), "soon") == "soon"
    assert from_text(Parameter("p", "keys"), "[#") == "[#"
    assert to_text(Parameter("p", "text"), {"a": 1}) == '{"a": 1}'


def test_what_the_form_does_not_show_is_kept() -> None:
    prompts = Parameter("prompts", "prompts")
    before = [PROMPT | {"loop": 5, "mediaInfo": {"uri": "http://h/a.wav", "resourceId": "R"}}]
    after = from_text(prompts, "http://h/b.wav http://h/c.wav", before)
    assert after[0]["loop"] == 5
    assert after[0]["mediaInfo"] == {"uri": "http://h/b.wav", "resourceId": "R"}
    assert after[1]["mediaInfo"]["uri"] == "http://h/c.wav"
    assert before[0]["mediaInfo"]["uri"] == "http://h/a.wav", "the old value is left alone"
    media = {"@odata.type": "#microsoft.graph.appHostedMediaConfig", "blob": "x"}
    changed = from_text(Parameter("m", "media"), "serviceHostedMediaConfig", media)
    assert changed == {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig", "blob": "x"}
