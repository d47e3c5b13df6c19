"""The archive keeps to HAR 1.2, and a reader by another hand opens it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import haralyzer
import jsonschema
import pytest

from app.exports.har import har_entry, write_har
from app.exports.progress import Cancelled
from app.runtime.records import Record
from tests.helpers.inspected import CALL, at, request, webhook, wire
from tests.helpers.local_graph import local_graph
from tests.helpers.saved import planted_call

SCHEMA = json.loads((Path(__file__).parent.parent / "data/har/har-1.2.schema.json").read_text())


def har(others: list[Record] | None = None, **how: Any) -> dict[str, Any]:
    out = io.StringIO()
    write_har([planted_call()], out, others=others or [], **how)
    archive: dict[str, Any] = json.loads(out.getvalue())
    return archive


@pytest.mark.parametrize("secrets", [False, True])
def test_it_keeps_to_the_schema(secrets: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(har(secrets=secrets), SCHEMA)


def test_the_schema_refuses_what_is_no_archive() -> None:
    for spoil in ("version", "entries", "creator"):
        archive = har()
        del archive["log"][spoil]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(archive, SCHEMA)
    archive = har()
    archive["log"]["entries"][0]["timings"]["wait"] = "long"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(archive, SCHEMA)


def test_haralyzer_opens_it() -> None:
    parser = haralyzer.HarParser(har())
    (page,) = parser.pages
    assert page.page_id == CALL
    assert [entry.response.status for entry in page.entries] == [200, 0, 200]
    first = page.entries[0]
    assert (first.request.method, first.time) == ("POST", 4.2)
    assert first.startTime == at(1.0)


def test_timings_add_up_to_the_time() -> None:
    exchange = request(after=1.25, seconds=0.123456)
    entry = har_entry(exchange, wire(1, exchange), None)
    timings = {k: v for k, v in entry["timings"].items() if k not in ("comment", "ssl")}
    assert sum(value for value in timings.values() if value >= 0) == entry["time"] == 123.456
    assert entry["startedDateTime"] == "2026-01-02T03:04:06.250+00:00"


def test_what_was_measured_is_told_apart() -> None:
    exchange = request(seconds=0.02, request_seconds=0.004, response_seconds=0.001)
    timings = har_entry(exchange, wire(1, exchange), None)["timings"]
    assert timings == {
        "blocked": -1,
        "dns": -1,
        "connect": -1,
        "send": 4.0,
        "wait": 15.0,
        "receive": 1.0,
        "ssl": -1,
    }


def test_what_was_not_measured_is_said() -> None:
    exchange = webhook({}, response_seconds=0.001)
    timings = har_entry(exchange, wire(1, exchange), None)["timings"]
    assert (timings["send"], timings["wait"], timings["receive"]) == (0, 3.2, 1.0)
    assert timings["comment"] == "Not measured by itself, and part of 'wait': connect, send."
    lost = webhook({}, status=None, error="refused", seconds=0.0, response_seconds=1.0)
    timings = har_entry(lost, wire(1, lost), None)["timings"]
    assert (timings["send"], timings["wait"], timings["receive"]) == (0, 0, 0), "never negative"


async def test_timings_of_a_real_call_are_read_by_another_hand() -> None:
    body = {"clientContext": "x" * 200, "prompts": []}
    async with local_graph() as line:
        await line.bot.post("/v1.0/communications/calls", json=body)
        await line.bot.get("/v1.0/communications/calls/none")
        out = io.StringIO()
        write_har([], out, others=line.journal.since(0))
    archive = json.loads(out.getvalue())
    jsonschema.validate(archive, SCHEMA)
    for entry in archive["log"]["entries"]:
        read = haralyzer.HarEntry(entry)
        timings = read.timings
        assert "comment" not in timings and timings["connect"] == -1
        parts = [timings[name] for name in ("send", "wait", "receive")]
        assert all(part > 0 for part in parts) and sum(parts) == pytest.approx(read.time)


def test_a_request_without_an_answer() -> None:
    exchange = webhook({"id": "x"}, status=None, error="refused", response_headers=())
    entry = har_entry(exchange, wire(1, exchange), None)
    assert entry["response"]["status"] == 0 and entry["response"]["bodySize"] == -1
    assert entry["_error"] == entry["response"]["comment"] == "refused"


def test_addresses_and_sizes() -> None:
    exchange = request(
        "/x?$top=5&b=",
        response_headers=(("Content-Length", "64044"), ("Location", "http://h/")),
        answer="[recording: 64,044 bytes, audio/wav]",
        status=299,
    )
    entry = har_entry(exchange, wire(1, exchange), None)
    assert entry["request"]["queryString"] == [
        {"name": "$top", "value": "5"},
        {"name": "b", "value": ""},
    ]
    assert entry["response"]["content"]["size"] == entry["response"]["bodySize"] == 64_044
    assert entry["response"]["redirectURL"] == "http://h/"
    assert entry["response"]["statusText"] == ""
    broken = har_entry(request(url="http://[x?a=1"), wire(1, exchange), None)
    assert broken["request"]["queryString"] == []


def test_what_belongs_to_no_call_has_no_page() -> None:
    exchange = request("", status=404, after=0.1)
    refused = Record(99, at(0.2), "exchange", None, None, None, {}, exchange)
    first = har([refused])["log"]["entries"][0]
    assert first["_seq"] == 99 and "pageref" not in first


def test_it_says_what_it_leaves_out() -> None:
    assert "Secrets" in har()["log"]["comment"]
    assert "Secrets" not in har(secrets=True)["log"]["comment"]


def test_it_can_be_ended() -> None:
    seen: list[float] = []

    def stop(share: float) -> bool:
        seen.append(share)
        return False

    with pytest.raises(Cancelled):
        har(progress=stop)
    assert seen == [0.0]
