"""Calls that outlive their run: to JSON and back, and no trust in what comes back."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.redaction import redact_record
from app.runtime.saved_calls import (
    CallInfo,
    UnreadableCall,
    info_json,
    own_versions,
    read_info,
    read_record,
    record_line,
    redacted,
    redacted_head,
    saved_call,
)
from tests.helpers.inspected import CALL, CALLED, at, event
from tests.helpers.saved import found_in, planted_call, planted_records


def test_what_is_known_of_a_call_comes_from_its_records() -> None:
    call = saved_call(planted_records())
    assert call.info.id == CALL and call.info.caller == "live" and call.info.records == 12
    assert (call.info.started, call.info.ended) == (at(0), at(5.0))
    assert call.info.seconds == 5.0 and call.info.reasons == ("maxSilenceTimeout",)
    assert call.versions == own_versions()
    assert CallInfo("x", CALLED).seconds is None
    assert own_versions("energy")["detector"] == "energy"


@pytest.mark.parametrize("record", planted_records(), ids=lambda record: str(record.seq))
def test_a_record_comes_back_as_it_was(record: Any) -> None:
    assert read_record(json.loads(json.dumps(record_line(record)))) == record


def test_what_is_known_comes_back_too() -> None:
    info = planted_call().info
    assert read_info(json.loads(json.dumps(info_json(info)))) == info
    running = saved_call([event(1, "callCreated", number="1")]).info
    assert read_info(info_json(running)) == running


def test_redacted() -> None:
    clean = redacted(planted_call(), redact_record)
    assert found_in(repr(clean)) == []
    head = redacted_head(planted_call(), redact_record)
    assert head.info == clean.info and head.settings == clean.settings
    assert head.records == planted_call().records


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("seq",), "1"),
        (("seq",), True),
        (("seq",), 1e300),
        (("at",), "yesterday"),
        (("at",), 5),
        (("kind",), None),
        (("callId",), 5),
        (("data",), []),
        (("seconds",), "x"),
        (("exchange",), []),
        (("exchange", "kind"), "telegram"),
        (("exchange", "direction"), {}),
        (("exchange", "request"), []),
        (("exchange", "request", "headers"), [["a"]]),
        (("exchange", "request", "headers"), {}),
        (("exchange", "response", "status"), "200"),
        (("exchange", "response", "body"), None),
        (("exchange", "attempt"), None),
        (("at",), "0001-01-01T00:00:00+14:00"),
        (("exchange", "started"), "9999-12-31T23:59:59-14:00"),
        (("exchange", "durationSeconds"), 1e11),
        (("exchange", "requestSeconds"), "x"),
        (("exchange", "responseSeconds"), -1e11),
    ],
)
def test_what_makes_no_sense_is_refused(path: tuple[str, ...], value: Any) -> None:
    line = json.loads(json.dumps(record_line(planted_records()[2])))
    inner = line
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    with pytest.raises(UnreadableCall):
        read_record(line)


def test_half_a_surrogate_pair_is_replaced() -> None:
    line = record_line(planted_records()[2])
    line["exchange"]["request"]["body"] = "\ud800"
    read = read_record(line)
    assert read.exchange is not None and read.exchange.request_body == "?"


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@given(_JSON, st.dictionaries(st.sampled_from(["seq", "at", "kind", "started", "id"]), _JSON))
def test_any_json_is_read_or_refused(value: Any, members: dict[str, Any]) -> None:
    for given_ in (value, members, record_line(planted_records()[2]) | members):
        for read in (read_record, read_info):
            with contextlib.suppress(UnreadableCall):
                read(given_)
