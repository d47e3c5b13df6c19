"""Lines of JSON: each one by itself, and all of them read back."""

from __future__ import annotations

import io
import json

from app.exports.jsonl import write_jsonl
from app.runtime.records import Record
from app.runtime.saved_calls import read_record
from tests.helpers.inspected import CALL, at
from tests.helpers.saved import planted_call, planted_records


def lines(**how: object) -> list[dict[str, object]]:
    out = io.StringIO()
    write_jsonl([planted_call()], out, **how)  # type: ignore[arg-type]
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_first_line_tells_of_the_export_and_the_call() -> None:
    head = lines()[0]
    assert head["kind"] == "export" and len(head["leftOut"]) == 2  # type: ignore[arg-type]
    (call,) = head["calls"]  # type: ignore[misc]
    assert call["id"] == CALL and call["reasons"] == ["maxSilenceTimeout"]
    assert call["settings"]["call.targetSeconds"] == 1.0


def test_the_others_are_the_records() -> None:
    with_secrets = [read_record(line) for line in lines(secrets=True)[1:]]
    assert sorted(with_secrets, key=lambda record: record.seq) == planted_records()


def test_what_belongs_to_no_call_comes_too() -> None:
    other = Record(99, at(0.2), "warning", None, None, None, {"message": "tel:5551234"})
    told = [line for line in lines(others=[other]) if line.get("seq") == 99]
    assert told[0]["data"] == {"message": "tel:[redacted]"}
