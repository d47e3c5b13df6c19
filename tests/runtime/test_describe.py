"""Events and records as JSON, without credentials."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from app.engine.events import (
    BeepStarted,
    CallStateChanged,
    OperationEnded,
    PromptStarted,
    SpeechStarted,
    ToneReceived,
)
from app.engine.outcome import OUTCOMES, Cause
from app.engine.states import CallState
from app.runtime.describe import call_json, event_data, event_kind, record_json
from app.runtime.records import HttpExchange, Record
from tests.helpers.simulator import BOT, bench

AT = datetime(2026, 1, 2, 3, 4, 5, 678_000, UTC)
EXCHANGE = HttpExchange(
    "api",
    "in",
    "POST",
    "http://127.0.0.1:8899/v1.0/x",
    AT,
    0.0123456789,
    (("Authorization", "Bearer secret-1"), ("Content-Type", "application/json")),
    "{}",
    200,
    (("Set-Cookie", "secret-2"), ("request-id", "r")),
    '{"recordingAccessToken": "secret-3", "recordResourceAccessToken": "secret-4"}',
)


def test_events_have_the_names_that_scripts_rely_on() -> None:
    ended = OperationEnded(1, "op", Cause.STOP_TONE, OUTCOMES[Cause.STOP_TONE])
    assert event_kind(ended) == "ended"
    assert event_kind(BeepStarted(1, "op")) == "beepStarted"
    assert event_kind(CallStateChanged(1, CallState.INCOMING)) == "callStateChanged"
    assert event_data(ended)["subcode"] == 8514
    assert event_data(PromptStarted(1, "op", 2)) == {"index": 2}
    assert event_data(SpeechStarted(1, "op", 16_000)) == {"knownAt": 1.0}
    assert event_data(ToneReceived(1, "5", "audio", 0)) == {"tone": "5", "source": "audio"}
    assert event_data(BeepStarted(1, "op")) == {}


def test_a_record_is_json_and_its_credentials_are_redacted() -> None:
    record = Record(7, AT, "exchange", "c", "o", None, {"a": 1}, EXCHANGE)
    told = json.dumps(record_json(record))
    assert "secret" not in told and told.count("[redacted]") == 4
    shown = record_json(record)
    assert (shown["seq"], shown["kind"]) == (7, "exchange")
    assert shown["at"] == "2026-01-02T03:04:05.678+00:00"
    assert shown["exchange"]["response"]["status"] == 200
    assert "exchange" not in record_json(replace(record, exchange=None))


def test_a_token_at_the_end_of_a_beginning_is_redacted_too() -> None:
    cut = replace(EXCHANGE, response_body='{"recordingAccessToken":"half-a-secr')
    record = Record(7, AT, "exchange", "c", "o", None, {}, cut)
    assert "half" not in json.dumps(record_json(record))


async def test_a_call_shows_the_promised_members() -> None:
    sim = bench()
    call = await sim.simulator.dial(bot_url=BOT)
    shown = call_json(call)
    promised = {"id", "state", "direction", "caller", "muted", "operations"}
    assert promised <= set(shown)
    assert (shown["state"], shown["direction"], shown["muted"]) == ("incoming", "incoming", False)
    await sim.simulator.close()
