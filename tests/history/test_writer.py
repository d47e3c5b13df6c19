"""Writing while a call happens: nothing waits, nothing is lost but the last moment."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from app.history import writer as writer_module
from app.history.database import opened
from app.history.history import History
from app.runtime.records import Record
from tests.helpers.inspected import CALLED, at
from tests.helpers.kept_calls import Keeping, call_id, call_records
from tests.helpers.program import ROOT


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h", calls=3)
    keeping.write(*(call_records(n) for n in range(6)))
    assert [call.id for call in keeping.history.list()] == [call_id(n) for n in (5, 4, 3)]


def test_none_older_than_wanted_is_kept(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h", days=30)
    keeping.write(call_records(1))
    keeping.clock.value = CALLED + timedelta(days=31)
    keeping.write(call_records(2, began=keeping.clock.value))
    assert [call.id for call in keeping.history.list()] == [call_id(2)]
    with opened(keeping.history.path) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (12,)


def test_none_at_all_is_kept_if_so_wanted(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h", calls=0)
    keeping.write(call_records(1))
    assert keeping.history.list() == []


def test_records_of_no_call_are_not_kept_and_make_no_file(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h")
    keeping.write([Record(1, at(0), "warning", None, None, None, {})])
    assert not keeping.history.path.exists()


def test_a_call_that_was_deleted_stays_so(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h")
    writer = keeping.writer()
    first, *rest = call_records(1)
    writer.write(first)
    deadline = time.monotonic() + 10
    while not (keeping.history.path.exists() and keeping.history.list()):
        assert time.monotonic() < deadline
    keeping.history.delete([call_id(1)])
    for record in rest:
        writer.write(record)
    writer.close()
    assert keeping.history.list() == []
    with opened(keeping.history.path) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (0,)


def test_it_waits_for_another_program_and_loses_nothing(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "h")
    with opened(keeping.history.path) as other:
        other.execute("BEGIN IMMEDIATE")
        writer = keeping.writer()
        for record in call_records(1):
            writer.write(record)
        other.execute("COMMIT")
    writer.close()
    assert keeping.problems == []
    (call,) = keeping.history.list()
    assert call.records == 12


def test_a_file_that_stays_locked_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.history.database.PATIENCE", 0.05)
    keeping = Keeping(tmp_path / "h")
    with opened(keeping.history.path) as other:
        other.execute("BEGIN IMMEDIATE")
        keeping.write(call_records(1))
        (problem,) = keeping.problems
        assert "in use by another program" in problem
        other.execute("ROLLBACK")


def test_what_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "h").write_text("no database, but a text of some length " * 50)
    keeping = Keeping(tmp_path / "h")
    keeping.write(call_records(1), call_records(2))
    (problem,) = keeping.problems
    assert "no history" in problem


def test_the_list_of_running_calls_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "MOST_CALLS", 2)
    keeping = Keeping(tmp_path / "h")
    keeping.write(*(call_records(n) for n in range(5)))
    assert len(keeping.history.list()) == 5


CHILD = """
import sys, time
from pathlib import Path
from tests.helpers.kept_calls import Keeping, call_records

writer = Keeping(Path(sys.argv[1])).writer()
for number in range(1, 100):
    for record in call_records(number):
        writer.write(record)
    print(number, time.monotonic(), flush=True)
    time.sleep(0.05)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_a_killed_program_loses_at_most_the_last_second(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    told: list[tuple[int, float]] = []
    for line in process.stdout:
        number, moment = line.split()
        told.append((int(number), float(moment)))
        if len(told) >= 30:
            break
    process.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    process.wait()
    process.stdout.close()
    kept = {call.id for call in History(path).list()}
    due = [number for number, moment in told if moment <= killed - 1.0]
    assert due, "the program ran for longer than a second"
    assert [number for number in due if call_id(number) not in kept] == []
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
