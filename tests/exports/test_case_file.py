"""A case that was written is the case that is read."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.exports.case_file import write_case
from app.exports.case_reader import read_case
from app.exports.redaction import redact_record
from app.runtime.saved_calls import redacted
from tests.helpers.inspected import OPERATION, request, wire
from tests.helpers.saved import planted_call

SPEECH = {OPERATION: np.arange(-800, 800, dtype=np.int16)}


def test_everything_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "x.callcase"
    first, second = planted_call(SPEECH), planted_call()
    with path.open("wb") as file:
        write_case([first, second], file, secrets=True, audio=True)
    case = read_case(path)
    assert [call.info for call in case.calls] == [first.info, second.info]
    assert [call.records for call in case.calls] == [first.records, second.records]
    assert case.calls[0].settings == first.settings and case.calls[0].versions == first.versions
    assert np.array_equal(case.calls[0].audio[OPERATION], SPEECH[OPERATION])
    assert case.calls[1].audio == {}
    assert case.left_out == ("Audio of which nothing was kept any more when this was made.",)


def test_without_secrets_it_is_the_redacted_call(tmp_path: Path) -> None:
    path = tmp_path / "x.callcase"
    with path.open("wb") as file:
        write_case([planted_call(SPEECH)], file)
    (call,) = read_case(path).calls
    assert call == redacted(planted_call(), redact_record)


def test_no_name_in_it_comes_from_the_wire() -> None:
    out = io.BytesIO()
    write_case([planted_call({"../../evil": np.zeros(1, np.int16)})], out, audio=True)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == [
            "case.json",
            "calls/1/audio/1.wav",
            "calls/1/call.json",
            "calls/1/timeline.jsonl",
            "calls/1/exchanges.jsonl",
        ]
        about = json.loads(archive.read("case.json"))
    assert (about["format"], about["version"], about["calls"]) == ("callcase", 1, 1)


def test_long_bodies_of_one_letter_are_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "x.callcase"
    records = tuple(wire(n, request(body="x" * 1_000_000)) for n in range(1, 9))
    call = replace(planted_call(), records=records)
    with path.open("wb") as file:
        write_case([call], file, secrets=True)
    assert read_case(path).calls[0].records == records
