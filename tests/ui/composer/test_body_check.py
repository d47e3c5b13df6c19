"""What Graph would say to a body, while it is typed."""

from __future__ import annotations

import pytest

from app.graph.catalogue import find, operations
from app.graph.profiles import BETA, PROFILES, RECORD_2018, V1, Profile
from app.settings import Settings
from app.ui.composer.body_check import BodyCheck, check_body
from app.ui.composer.presets import presets


def checked(text: str, name: str = "recordResponse", profile: Profile = V1) -> BodyCheck:
    return check_body(find(name, profile), text, profile)


@pytest.mark.parametrize("text", ["", "{}", '{"playBeep": null}', '{"stopTones": []}'])
def test_legal_bodies(text: str) -> None:
    check = checked(text)
    assert check.accepted and check.words and check.line is None


def test_words_say_what_it_does() -> None:
    assert "on the key #" in " ".join(checked('{"stopTones": ["#"]}').words)
    prompts = '{"prompts": [{"mediaInfo": {"uri": "http://h/a.wav"}}]}'
    assert checked(prompts, "playPrompt").words == ("One prompt is played to the caller.",)
    assert checked("{}", "cancelMediaProcessing").words


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{\n  "playBeep": tru\n}', 2, 15),
        ('{\n  "stopTones": ["#"\n  "x": 1\n}', 3, 3),
        ('{"a": 1,\n "A": 2}', None, None),
        ("[]", None, None),
        ('{"a": NaN}', None, None),
    ],
)
def test_what_is_no_json(text: str, line: int | None, column: int | None) -> None:
    check = checked(text)
    assert (check.code, check.line, check.column) == ("BadRequest", line, column)


@pytest.mark.parametrize(
    ("text", "parameter", "line", "column"),
    [
        ('{\n  "maxSilenceTimeoutInSeconds": 300\n}', "maxSilenceTimeoutInSeconds", 2, 3),
        ('{\n\n"PLAYBEEP": 1}', "playBeep", 3, 1),
        ('{"prompts": [\n{"mediaInfo":\n {"uri": "x"}}]}', "prompts[0].mediaInfo.uri", 3, 3),
        ('{"prompts": [\n{"mediaInfo":\n {}}]}', "prompts[0].mediaInfo.uri", 2, 2),
        ('{"prompts":\n [{"@odata.type": "x"}]}', "prompts[0].@odata.type", 2, 4),
        ('{"prompts": [{}, {}]}', "prompts", 1, 2),
    ],
)
def test_refusals_name_the_parameter_and_its_place(
    text: str, parameter: str, line: int, column: int
) -> None:
    check = checked(text)
    assert check.code == "8523" and f"'{parameter}'" in check.message
    assert (check.line, check.column) == (line, column)
    assert check.field == parameter.partition("[")[0]


def test_a_required_parameter_that_is_absent_has_no_place() -> None:
    check = checked("{}", "playPrompt")
    assert check.code == "8523" and check.line is None


def test_names_that_graph_ignores() -> None:
    check = checked('{"stopTone": ["#"], "@odata.type": "x", "colour": 1}')
    assert check.accepted
    assert check.notes == (
        "recordResponse: Graph does not know 'stopTone' and ignores it. Is 'stopTones' meant?",
        "recordResponse: Graph does not know 'colour' and ignores it.",
    )


def test_what_is_not_known_only_needs_json() -> None:
    assert checked('{"anything": 1}', "unheard-of") == BodyCheck()
    assert checked("{", "unheard-of").code == "BadRequest"
    assert checked("", "keepAlive") == BodyCheck()


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_operation_is_checked_and_explained(profile: Profile) -> None:
    for operation in operations(profile):
        if operation.check is None:
            continue
        check = check_body(operation, "{}", profile)
        required = [p.name for p in operation.parameters if p.required]
        assert check.accepted is not bool(required)
        assert check.words or check.field in required


def test_the_generation_decides() -> None:
    long = '{"maxRecordDurationInSeconds": 1800, "stopTones": ["11"]}'
    assert checked(long).field == "maxRecordDurationInSeconds"
    assert checked(long, "recordResponse", BETA).field == "maxRecordDurationInSeconds"
    assert checked(long, "record", RECORD_2018).accepted
    assert "no effect" in checked('{"streamWhileRecording": true}', profile=BETA).notes[0]
    assert checked('{"streamWhileRecording": true}').notes


def test_settings_decide() -> None:
    operation = find("recordResponse", V1)
    assert check_body(operation, '{"prompts": []}', V1).accepted
    strict = Settings().set("prompts.empty", "reject").set("call.callbackScheme", "https")
    assert check_body(operation, '{"prompts": []}', V1, strict).field == "prompts"
    answer = find("answer", V1)
    assert answer is not None
    body = presets(answer, V1)[0].text("http://127.0.0.1:3978/")
    assert check_body(answer, body, V1).accepted
    assert check_body(answer, body, V1, strict).field == "callbackUri"
    assert check_body(answer, body.replace("http:", "https:"), V1, strict).accepted


def test_the_answer_is_checked_too() -> None:
    assert "callbackUri" in checked("{}", "answer").message


def test_half_a_letter() -> None:
    assert checked('{"clientContext": "\ud800"}').code == "BadRequest"


RECORDING = [parameter.name for parameter in operations(V1)[0].parameters]


@pytest.mark.parametrize("name", RECORDING)
def test_every_known_name_is_one_that_the_parser_reads(name: str) -> None:
    """A wrong value is refused only where the parser looks at it."""
    assert checked(f'{{"{name}": {{}}}}').field == name
