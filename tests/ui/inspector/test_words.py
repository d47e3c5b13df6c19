"""Requests in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.catalogue import find
from app.graph.profiles import V1
from app.graph.requests import parse_play_prompt, parse_record_response
from app.ui.inspector.words import body_words, play_words, record_words

PROMPT = {"mediaInfo": {"uri": "http://127.0.0.1/a.wav"}}


def said(**body: Any) -> str:
    return " ".join(record_words(parse_record_response(body, V1)))


def test_the_defaults() -> None:
    assert said() == (
        "The beep plays, then the caller is recorded. It fails if nothing is said for 5 s, and "
        "completes on a pause of 5 s, or after 5 s at the latest."
    )


def test_keys_are_named_once() -> None:
    assert "on the key #," in said(stopTones=["#", "#"])
    assert "on the key 1, * or #," in said(stopTones=["1", "*", "#"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"prompts": [PROMPT]}, "A prompt and the beep play"),
        ({"prompts": [PROMPT], "playBeep": False}, "without a beep"),
        ({"playBeep": False}, "at once"),
        ({"bargeInAllowed": True}, "It barges in"),
    ],
)
def test_what_comes_before(body: dict[str, Any], words: str) -> None:
    assert words in said(**body)


def test_prompts_to_play() -> None:
    one, two = ({"prompts": [PROMPT] * count} for count in (1, 2))
    assert play_words(parse_play_prompt(one, V1)) == ["One prompt is played to the caller."]
    assert play_words(parse_play_prompt(two, V1))[0].startswith("2 prompts")


REDIRECT = {"targets": [{"identity": {}}]}


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("reject", {"reason": "busy"}, "The call ends with the reason 'busy'."),
        ("redirect", REDIRECT, "The call is sent on, and ends here."),
        ("mute", {}, "The bot is muted."),
    ],
)
def test_what_other_bodies_do(name: str, body: dict[str, Any], words: str) -> None:
    operation = find(name, V1)
    assert operation is not None
    assert body_words(operation, body, V1) == [words]


def test_what_has_no_body_does_nothing() -> None:
    operation = find("keepAlive", V1)
    assert operation is not None and body_words(operation, {}, V1) == []
