"""What a history can be asked."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.exports.redaction import redact_record
from app.history.database import HistoryError, opened
from app.history.history import History
from tests.helpers.inspected import CALLED
from tests.helpers.kept_calls import Keeping, call_id, call_records
from tests.helpers.saved import found_in


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    keeping = Keeping(tmp_path / "history.sqlite3")
    keeping.write(
        call_records(1, botUrl="http://127.0.0.1:1/first_bot"),
        call_records(2, botUrl="http://127.0.0.1:2/second-bot"),
    )
    return keeping


def test_the_newest_call_is_the_first(keeping: Keeping) -> None:
    calls = keeping.history.list()
    assert [call.id for call in calls] == [call_id(2), call_id(1)]
    newest = calls[0]
    assert newest.run == "this-run" and newest.records == 12 and newest.seconds == 5.0
    assert newest.reasons == ("maxSilenceTimeout",)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("second-bot", [2]),
        ("FIRST_bot", [1]),
        ("firstXbot", []),
        ("kept-context", [2, 1]),
        ("kept-context SECOND-bot", [2]),
        ("100%", []),
        ("maxSilenceTimeout 8509", [2, 1]),
        ("'; DROP TABLE calls; --", []),
    ],
)
def test_search(keeping: Keeping, wanted: str, found: list[int]) -> None:
    assert [call.id for call in keeping.history.list(wanted)] == [call_id(n) for n in found]


def test_a_call_comes_back_as_it_was_written(keeping: Keeping) -> None:
    call = keeping.history.find(call_id(1).upper())
    assert call is not None
    before = call_records(1, botUrl="http://127.0.0.1:1/first_bot")
    assert list(call.records) == [redact_record(record) for record in before]
    assert call.versions == {"callsim": "0.0", "detector": "energy"}
    assert call.settings["history.maxCalls"] == 200
    assert keeping.history.find("no-such-call") is None


def test_the_last_call(keeping: Keeping, tmp_path: Path) -> None:
    last = keeping.history.last()
    assert last is not None and last.info.id == call_id(2)
    assert History(tmp_path / "empty").last() is None


def test_no_secret_is_in_any_of_its_files(keeping: Keeping) -> None:
    with opened(keeping.history.path):  # so that log and index are there as well
        files = list(keeping.history.path.parent.iterdir())
        found = {file.name: found_in(file.read_bytes().decode("latin-1")) for file in files}
    assert len(found) == 3 and not any(found.values())
    assert b"kept-context" in keeping.history.path.read_bytes()


def test_deleted_and_wiped_calls_leave_nothing(keeping: Keeping) -> None:
    keeping.history.delete([call_id(1)])
    assert [call.id for call in keeping.history.list()] == [call_id(2)]
    assert b"first_bot" not in keeping.history.path.read_bytes()
    keeping.history.wipe()
    assert keeping.history.list() == []
    for file in keeping.history.path.parent.iterdir():
        assert b"kept-context" not in file.read_bytes()


def test_old_calls_are_forgotten(keeping: Keeping) -> None:
    keeping.history.forget_old(CALLED, 1, 30)
    assert [call.id for call in keeping.history.list()] == [call_id(2)]
    keeping.history.forget_old(CALLED + timedelta(days=31), 200, 30)
    assert keeping.history.list() == []


def test_a_damaged_row_is_said(keeping: Keeping) -> None:
    with sqlite3.connect(keeping.history.path) as connection:
        connection.execute("UPDATE calls SET info = '{'")
    connection.close()
    with pytest.raises(HistoryError, match="damaged"):
        keeping.history.list()
