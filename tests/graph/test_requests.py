"""The bodies of the actions: the documentation's example, defaults, limits, refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.engine.timebase import to_samples
from app.graph.errors import GraphError
from app.graph.profiles import V1
from app.graph.requests import (
    MediaInfo,
    parse_answer,
    parse_play_prompt,
    parse_record_response,
)

GOLDEN = json.loads(
    (Path(__file__).parent.parent / "data/golden/v1_record_response.json").read_text("utf-8")
)
PROMPT = {"mediaInfo": {"uri": "http://127.0.0.1:5000/a.wav"}}
ANSWER = {
    "callbackUri": "https://bot.contoso.com/api/calls",
    "acceptedModalities": ["audio"],
    "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
}


def refusal(parse: Any, *arguments: Any) -> str:
    with pytest.raises(GraphError) as refused:
        parse(*arguments)
    assert (refused.value.status, refused.value.code) == (400, "8523")
    return refused.value.message


def test_the_documented_example() -> None:
    request = parse_record_response(GOLDEN["request"], V1)
    assert request.barge_in_allowed and request.play_beep
    assert (request.initial_silence, request.max_silence, request.max_duration) == (5, 2, 10)
    assert request.stop_tones == ("#", "1", "*")
    assert request.client_context == "d45324c1-fcb5-430a-902c-f20af696537c"
    assert request.prompts == (
        MediaInfo("https://cdn.contoso.com/beep.wav", "1D6DE2D4-CD51-4309-8DAA-70768651088E"),
    )
    command = request.command("op")
    assert command.max_duration == to_samples(10) and command.prompts == 1


@pytest.mark.parametrize(
    "body",
    [
        {},
        dict.fromkeys(GOLDEN["request"]),
        {"stopTones": [], "prompts": []},
        {"play_beep": None, "finalSilenceTimeoutInSeconds": 3},
    ],
)
def test_absent_null_and_unknown_mean_defaults(body: dict[str, Any]) -> None:
    request = parse_record_response(body, V1)
    assert (request.initial_silence, request.max_silence, request.max_duration) == (5, 5, 5)
    assert request.play_beep and not request.barge_in_allowed
    assert request.prompts == () and request.stop_tones == ()


@pytest.mark.parametrize(
    "name",
    [
        "initialSilenceTimeoutInSeconds",
        "maxSilenceTimeoutInSeconds",
        "maxRecordDurationInSeconds",
    ],
)
def test_times_are_1_to_120_seconds(name: str) -> None:
    for value in (1, 120):
        parse_record_response({name: value}, V1)
    for value in (0, 121, -1, 1800):
        assert f"'{name}'" in refusal(parse_record_response, {name: value}, V1)


def test_stop_tones_are_single_keys_in_either_case() -> None:
    assert parse_record_response({"stopTones": ["a", "D", "0"]}, V1).stop_tones == ("A", "D", "0")
    for wrong in ("11", "", "x", 1, None, "tone1"):
        assert "'stopTones'" in refusal(parse_record_response, {"stopTones": [wrong]}, V1)


def test_client_context_has_at_most_256_characters() -> None:
    assert parse_record_response({"clientContext": "é" * 256}, V1).client_context == "é" * 256
    assert "'clientContext'" in refusal(parse_record_response, {"clientContext": "x" * 257}, V1)


@pytest.mark.parametrize(
    ("prompts", "named"),
    [
        ([PROMPT, PROMPT], "prompts"),
        (["x"], "prompts[0]"),
        ([{}], "prompts[0].mediaInfo"),
        ([{"mediaInfo": {}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "file:///etc/passwd"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "data:audio/wav;base64,UklG"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "http://[::1"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "http://a:99999/"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "http://a/\r\nX: y"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "http://a/\t.wav"}}], "prompts[0].mediaInfo.uri"),
        ([{"mediaInfo": {"uri": "http://a\0/"}}], "prompts[0].mediaInfo.uri"),
        ([PROMPT | {"@odata.type": "#microsoft.graph.silencePrompt"}], "prompts[0].@odata.type"),
        (
            [{"mediaInfo": PROMPT["mediaInfo"] | {"@odata.type": "x"}}],
            "prompts[0].mediaInfo.@odata",
        ),
    ],
)
def test_prompts_are_checked(prompts: list[Any], named: str) -> None:
    assert f"'{named}" in refusal(parse_record_response, {"prompts": prompts}, V1)


def test_play_prompt_needs_one_and_takes_twenty() -> None:
    assert len(parse_play_prompt({"prompts": [PROMPT] * 20}, V1).prompts) == 20
    for prompts in (None, [], [PROMPT] * 21):
        assert "'prompts'" in refusal(parse_play_prompt, {"prompts": prompts}, V1)


def test_answer() -> None:
    request = parse_answer(ANSWER)
    assert request.callback_uri == ANSWER["callbackUri"] and request.service_hosted
    app_hosted = {"@odata.type": "microsoft.graph.appHostedMediaConfig", "blob": "x"}
    assert not parse_answer(ANSWER | {"mediaConfig": app_hosted}).service_hosted


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"callbackUri": None}, "callbackUri"),
        ({"callbackUri": "ftp://x/"}, "callbackUri"),
        ({"callbackUri": "https://bot.contoso.com/\ncalls"}, "callbackUri"),
        ({"acceptedModalities": []}, "acceptedModalities"),
        ({"acceptedModalities": ["smell"]}, "acceptedModalities"),
        ({"mediaConfig": None}, "mediaConfig"),
        ({"mediaConfig": {}}, "mediaConfig.@odata.type"),
        ({"mediaConfig": {"@odata.type": "#microsoft.graph.other"}}, "mediaConfig.@odata.type"),
    ],
)
def test_answer_is_checked(change: dict[str, Any], named: str) -> None:
    assert f"'{named}'" in refusal(parse_answer, ANSWER | change)


def test_an_empty_list_of_prompts_is_refused_only_where_that_is_wanted() -> None:
    assert parse_record_response({"prompts": []}, V1).prompts == ()
    with pytest.raises(GraphError, match="Only single prompt"):
        parse_record_response({"prompts": []}, V1, empty_prompts=False)
    assert parse_record_response({"prompts": None}, V1, empty_prompts=False).prompts == ()
