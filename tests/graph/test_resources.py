"""Resources against the documentation's own example, and what the real wire adds."""

from __future__ import annotations

import json
from pathlib import Path

from app.engine.outcome import OUTCOMES, Cause
from app.engine.states import CallState
from app.graph.requests import MediaInfo
from app.graph.resources import (
    CallFacts,
    Recording,
    call_resource,
    play_prompt_operation,
    record_operation,
)

GOLDEN = json.loads(
    (Path(__file__).parent.parent / "data/golden/v1_record_response.json").read_text("utf-8")
)
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
CONTEXT = "d45324c1-fcb5-430a-902c-f20af696537c"
FACTS = CallFacts("call", "chain", "tenant", "app", "Bot", "user", "Phone", "source", "mine")


def test_the_running_operation_is_the_documented_one() -> None:
    running = record_operation(OPERATION, CONTEXT, None)
    assert running == GOLDEN["response"]
    assert list(running) == list(GOLDEN["response"])


def test_the_completed_operation_is_the_documented_one_without_what_the_wire_lacks() -> None:
    documented = dict(GOLDEN["notification"]["value"][0]["resourceData"])
    for absent in ("@odata.id", "@odata.etag"):
        del documented[absent]
    take = Recording(documented["recordingLocation"], documented["recordingAccessToken"])
    completed = record_operation(OPERATION, CONTEXT, OUTCOMES[Cause.MAX_DURATION], take)
    assert completed == documented


def test_a_failed_operation_has_an_empty_location_and_token() -> None:
    failed = record_operation(OPERATION, None, OUTCOMES[Cause.INITIAL_SILENCE])
    assert (failed["recordingLocation"], failed["recordingAccessToken"]) == ("", "")
    assert failed["resultInfo"]["subcode"] == 8510


def test_a_finished_play_prompt_carries_its_prompts() -> None:
    prompt = MediaInfo("http://127.0.0.1/a.wav", None)
    running = play_prompt_operation("op", "c", None, (prompt,))
    assert running["status"] == "running" and "prompts" not in running
    played = play_prompt_operation("op", "c", OUTCOMES[Cause.PLAYED], (prompt,))
    assert played["resultInfo"]["code"] == 200 and played["resultInfo"]["subcode"] == 0
    assert played["prompts"][0]["mediaInfo"]["uri"] == prompt.uri


def test_a_call_has_its_id_and_media_state_only_when_active() -> None:
    plain = call_resource(FACTS, CallState.ESTABLISHED, callback_uri="http://127.0.0.1/")
    assert plain["id"] == "call" and "mediaState" not in plain and "resultInfo" not in plain
    active = call_resource(
        FACTS, CallState.ESTABLISHED, callback_uri="http://127.0.0.1/", audio="active"
    )
    assert active["mediaState"]["audio"] == "active"


def test_a_terminated_call_says_why() -> None:
    ended = call_resource(
        FACTS, CallState.TERMINATED, callback_uri="http://x/", result=(200, 7000, "m")
    )
    assert ended["state"] == "terminated" and ended["terminationReason"] == "CallTerminated"
    assert (ended["resultInfo"]["code"], ended["resultInfo"]["subcode"]) == (200, 7000)
