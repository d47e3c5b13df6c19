"""``simulate``: the rules on a file, with the shape that scripts rely on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from app.engine.call import EngineConfig
from app.graph.profiles import BETA, RECORD_2018, V1
from app.graph.requests import parse_record_response
from app.runtime.clock import new_id
from app.runtime.feeder import Press
from app.runtime.simulation import SimulationResult, simulate
from tests.helpers.playbook import BEEP, ScriptedModel, concatenate

PROMPT = [{"mediaInfo": {"uri": "http://127.0.0.1/a.wav"}}]


def run(audio: np.ndarray, body: dict[str, Any] | None = None, **options: Any) -> SimulationResult:
    return simulate(
        audio.astype(np.int16),
        parse_record_response(body or {}, options.get("profile", V1)),
        config=EngineConfig(BEEP),
        model=ScriptedModel,
        new_id=new_id,
        **options,
    )


def test_a_spoken_answer_with_a_pause() -> None:
    audio = concatenate([("silence", 0.512), ("speech", 1.024)])
    result = run(audio, {"maxSilenceTimeoutInSeconds": 1, "clientContext": "abc"})
    outcome = result.data["outcome"]
    assert (outcome["status"], outcome["reason"]) == ("completed", "maxSilenceTimeout")
    assert (outcome["code"], outcome["subcode"]) == (200, 8509)
    assert outcome["seconds"] == pytest.approx(2.486)
    assert [entry["event"] for entry in result.data["timeline"]] == [
        "beepStarted",
        "recordingStarted",
        "speechStarted",
        "speechEnded",
        "ended",
    ]
    assert result.data["timeline"][1]["seconds"] == 0
    assert result.data["timeline"][2]["seconds"] == 0.512
    assert result.data["recording"] == {
        "seconds": outcome["seconds"],
        "sampleRate": 16_000,
        "channels": 1,
        "bits": 16,
    }
    assert result.audio is not None
    assert np.array_equal(result.audio[: len(audio)], audio[: len(result.audio)])
    (sent,) = result.data["notification"]["value"]
    assert sent["changeType"] == "deleted"
    assert sent["resourceData"]["id"] == result.data["response"]["id"]
    assert sent["resourceData"]["clientContext"] == "abc"


def test_prompts_count_as_played_and_come_before_zero() -> None:
    result = run(np.zeros(0), {"prompts": PROMPT})
    before = [e["event"] for e in result.data["timeline"] if e["seconds"] <= 0]
    assert before == ["promptStarted", "promptEnded", "beepStarted", "recordingStarted"]
    assert result.data["outcome"]["reason"] == "initialSilenceTimeout"
    assert result.data["outcome"]["seconds"] == 5
    assert result.data["recording"] is None and result.audio is None
    assert result.data["notification"]["value"][0]["resourceData"]["recordingLocation"] == ""


def test_keys_are_timed_from_the_start_of_the_recording() -> None:
    body = {"stopTones": ["#"], "maxRecordDurationInSeconds": 10}
    result = run(np.zeros(0), body, presses=[Press("#", 40_000)])
    assert result.data["outcome"]["reason"] == "stopToneDetected"
    assert result.data["outcome"]["seconds"] == 2.5
    tone = next(e for e in result.data["timeline"] if e["event"] == "toneReceived")
    assert (tone["tone"], tone["source"], tone["seconds"]) == ("#", "pad", 2.5)


def test_a_hang_up_loses_it() -> None:
    result = run(np.zeros(0), hang_up_at=1.5)
    outcome = result.data["outcome"]
    assert (outcome["status"], outcome["reason"]) == ("lost", "callTerminated")
    assert outcome["code"] is None and outcome["subcode"] is None
    assert outcome["seconds"] == 1.5
    assert result.data["notification"] is None and result.data["recording"] is None


@pytest.mark.parametrize("seconds", [1, 30])
def test_progress_reaches_the_end(seconds: int) -> None:
    told: list[float] = []
    audio = concatenate([("speech", seconds)])
    run(audio, {"maxRecordDurationInSeconds": seconds}, progress=told.append)
    assert told == sorted(told) and 0 < told[-1] <= 1


def test_each_generation_answers_in_its_own_shape() -> None:
    audio = concatenate([("silence", 1)])
    presses = [Press("1", 1_600), Press("1", 3_200)]
    found = {
        profile.generation: run(audio, {"stopTones": ["1"]}, presses=presses, profile=profile).data
        for profile in (V1, BETA, RECORD_2018)
    }
    assert [data["generation"] for data in found.values()] == ["v1.0", "beta", "2018"]
    assert {data["outcome"]["seconds"] for data in found.values()} == {0.1}
    assert "completionReason" in found["beta"]["response"]
    assert "completionReason" not in found["v1.0"]["response"]
    assert found["2018"]["response"] is None
    told = found["2018"]["notification"]["value"][0]["resourceData"]
    assert told["recordResourceLocation"] and told["completionReason"] == "stopToneDetected"
