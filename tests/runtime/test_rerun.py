"""A saved call runs again: what its audio and keys decided comes out the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from app.engine.voice import load_model
from app.exports.redaction import redact_record
from app.resources import resource
from app.runtime.callers import CallerSpec
from app.runtime.ports import Audio
from app.runtime.rerun import Rerun, rerun
from app.runtime.saved_calls import SavedCall, own_versions, redacted, saved_call
from tests.helpers.inspected import OPERATION, event, request, wire
from tests.helpers.local_graph import ANSWER, BOT, SETTINGS, Line, local_graph
from tests.helpers.speech_sounds import say, silence


def run(call: SavedCall) -> list[Rerun]:
    return rerun(call, load_model)


async def _record(line: Line, caller: CallerSpec, body: dict[str, Any]) -> str:
    """Phone, answer and record over real HTTP; returns the call's id."""
    call = await line.simulator.dial(bot_url=BOT, caller=caller)
    path = f"/v1.0/communications/calls/{call.id}"
    assert (await line.bot.post(f"{path}/answer", json=ANSWER)).status_code == 202
    await line.until_event("mediaActivated")
    assert (await line.bot.post(f"{path}/recordResponse", json=body)).status_code == 200
    await line.until_event("recordingStarted")
    return call.id


def _saved(line: Line, call_id: str) -> SavedCall:
    records = [record for record in line.journal.since(0) if record.call_id == call_id]
    audio: Mapping[str, Audio] = {
        take.operation_id: take.audio
        for record in records
        if record.kind == "ended" and record.operation_id
        if (take := line.simulator.recordings.of_operation(record.operation_id)) is not None
    }
    detector = line.simulator.call(call_id).detector
    call = saved_call(records, SETTINGS.as_dict(), own_versions(detector), audio)
    return redacted(call, redact_record)


@pytest.mark.slow
async def test_a_caller_who_stops_speaking() -> None:
    """A real call over HTTP with what somebody says, told without secrets, on another machine."""
    async with local_graph() as line:
        caller = CallerSpec("file", resource("sounds/demo-caller.wav"))
        body = {"maxSilenceTimeoutInSeconds": 1, "maxRecordDurationInSeconds": 20}
        call_id = await _record(line, caller, body)
        await line.until_event("ended")
        call = _saved(line, call_id)
    (again,) = run(call)
    assert again.reason == "maxSilenceTimeout" and again.same, again


async def test_a_key_whose_name_was_redacted() -> None:
    async with local_graph() as line:
        call_id = await _record(line, CallerSpec("silence"), {"stopTones": ["5", "#"]})
        line.simulator.press(call_id, "1")
        line.simulator.press(call_id, "#")
        await line.until_event("ended")
        call = _saved(line, call_id)
    assert {r.data["tone"] for r in call.records if r.kind == "toneReceived"} == {"[redacted]"}
    (again,) = run(call)
    assert again.reason == "stopToneDetected" and again.same, again


async def test_a_caller_who_hung_up() -> None:
    async with local_graph() as line:
        call_id = await _record(line, CallerSpec("silence"), {})
        line.simulator.hang_up(call_id)
        await line.until_event("ended")
        call = _saved(line, call_id)
    without = run(call)
    assert without[0].problem.startswith("Its audio was not kept")
    (operation,) = [record.operation_id for record in call.records if record.kind == "ended"]
    call = dataclasses.replace(call, audio={operation: silence(5.0)})
    (again,) = run(call)
    assert again.reason == "callTerminated" and again.same, again


def made(reason: str, seconds: float, body: dict[str, Any], **more: Any) -> SavedCall:
    """Return a call that claims to have ended so."""
    asked = request(body=body, **({"answer": {"id": OPERATION}} | more))
    records = [
        event(1, "callCreated", 0.0),
        wire(2, asked, operation=None),
        event(3, "recordingStarted", 2.0),
        event(4, "ended", 2.0 + seconds, status="completed", reason=reason),
    ]
    audio = {OPERATION: np.concatenate([silence(0.5), say(2.0), silence(10.0)])}
    settings = SETTINGS.as_dict() | {"no.longer.known": 1}
    return saved_call(records, settings, {"detector": "energy"}, audio)


def test_another_end_than_then_is_seen() -> None:
    (other,) = run(made("maxRecordDurationReached", 5.0, {"maxSilenceTimeoutInSeconds": 2}))
    assert not other.same and other.now is not None and other.now[0] == "maxSilenceTimeout"
    (same,) = run(made("maxRecordDurationReached", 3.0, {"maxRecordDurationInSeconds": 3}))
    assert same.same
    (later,) = run(made("maxRecordDurationReached", 2.5, {"maxRecordDurationInSeconds": 3}))
    assert not later.same


def test_the_generation_is_that_of_the_request() -> None:
    url = "http://h/beta/app/calls/x/record"
    (old,) = run(made("maxRecordDurationReached", 5.0, {}, url=url))
    assert old.same, "5 s is the default of 2018"


@pytest.mark.parametrize(
    ("reason", "body", "says"),
    [
        ("operationCanceled", {}, "not decided by what was said"),
        ("maxSilenceTimeout", {"maxSilenceTimeoutInSeconds": 999}, "out of range"),
    ],
)
def test_what_cannot_be_run_is_said(reason: str, body: dict[str, Any], says: str) -> None:
    (told,) = run(made(reason, 5.0, body))
    assert told.now is None and not told.same and says in told.problem


def test_audio_that_begins_with_the_beep_is_not_run() -> None:
    call = made("maxSilenceTimeout", 5.0, {})
    (told,) = run(dataclasses.replace(call, settings={"recording.withBeep": True}))
    assert "begins with the beep" in told.problem


def test_without_its_request_it_cannot_be_run() -> None:
    call = made("maxSilenceTimeout", 5.0, {}, answer="no JSON")
    (told,) = run(dataclasses.replace(call, versions={"detector": "of another machine"}))
    assert "request that began it was not kept" in told.problem
