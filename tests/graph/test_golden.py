"""Every generation against the exchange that its reference page prints."""

from __future__ import annotations

from typing import Any

import pytest

from app.engine.outcome import OUTCOMES, Cause
from app.graph.notifications import WireForm, notification, operation_path
from app.graph.profiles import PROFILES, Profile
from app.graph.requests import parse_record_response
from app.graph.resources import Recording, record_operation
from tests.helpers.golden import FOLDER, GENERATIONS, OTHERS, differing, exchange, golden

CALL = "57dab8b1-894c-409a-b240-bd8beae78896"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
TAKE = Recording("https://file.location/17e3b46c-f61d-4f4d-9635-c626ef18e6ad", "<access-token>")
PRINTED = {"v1.0": Cause.MAX_DURATION, "beta": Cause.STOP_TONE, "2018": Cause.STOP_TONE}


def finished(profile: Profile, context: str | None) -> dict[str, Any]:
    outcome = OUTCOMES[PRINTED[profile.generation]]
    return record_operation(OPERATION, context, outcome, TAKE, profile)


@pytest.mark.parametrize("name", [*GENERATIONS.values(), *OTHERS])
def test_each_exchange_says_where_it_is_printed(name: str) -> None:
    printed = exchange(name)
    source = printed["source"]
    parts = {"request", "response", "notification", "notifications", "download"} & set(printed)
    assert set(source) == parts | {"pages"} and all(source.values())
    if "notifications" in printed:
        assert len(source["notifications"]) == len(printed["notifications"])


def test_every_golden_is_run() -> None:
    names = {path.stem for path in FOLDER.glob("*.json")}
    assert names == set(GENERATIONS.values()) | set(OTHERS)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_printed_request_is_taken(generation: str) -> None:
    printed = golden(generation)
    wanted = parse_record_response(printed["request"], PROFILES[generation])
    assert wanted.client_context == printed["request"]["clientContext"]
    assert wanted.max_duration == printed["request"]["maxRecordDurationInSeconds"]
    assert wanted.stop_tones == tuple(printed["request"]["stopTones"])
    old = generation == "2018"
    assert (wanted.barge_in_allowed, wanted.key_cuts_prompts) == (not old, old)
    assert [prompt.loop for prompt in wanted.prompts] == [5 if old else 1]


@pytest.mark.parametrize("generation", ["v1.0", "beta"])
def test_the_answer_is_the_printed_one(generation: str) -> None:
    printed = golden(generation)
    context = printed["response"]["clientContext"]
    answer = record_operation(OPERATION, context, None, None, PROFILES[generation])
    assert answer == printed["response"] and list(answer) == list(printed["response"])


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_notification_differs_from_the_printed_one_only_where_it_is_said(
    generation: str,
) -> None:
    printed, profile = golden(generation), PROFILES[generation]
    data = finished(profile, printed["request"]["clientContext"])
    told = notification("deleted", operation_path(CALL, OPERATION), data, profile)
    assert differing(told, printed["notification"]) == set(printed["differences"])


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_docs_literal_notification_is_the_printed_one(generation: str) -> None:
    printed, profile = golden(generation), PROFILES[generation]
    data = finished(profile, printed["request"]["clientContext"])
    literal = WireForm(printed_ids=True, printed_shape=True)
    path = operation_path(CALL, OPERATION)
    told = notification("deleted", path, data, profile, literal, version=54451)
    assert told == printed["notification"]
    assert list(told["value"][0]) == list(printed["notification"]["value"][0])
    shown = told["value"][0]["resourceData"]
    assert list(shown) == list(printed["notification"]["value"][0]["resourceData"])
