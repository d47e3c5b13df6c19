"""The journal: numbered, bounded, told to listeners."""

from __future__ import annotations

from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.records import Record


def test_records_are_numbered_from_one_and_found_by_number() -> None:
    journal = Journal(SystemClock())
    for kind in ("a", "b", "c"):
        journal.append(kind, call_id="call")
    assert [(r.seq, r.kind) for r in journal.since(0)] == [(1, "a"), (2, "b"), (3, "c")]
    assert [r.kind for r in journal.since(2)] == ["c"]
    assert journal.since(3) == [] and journal.since(99) == []
    assert journal.last == 3


def test_the_oldest_go_first_and_numbers_go_on() -> None:
    journal = Journal(SystemClock(), limit=2)
    for kind in ("a", "b", "c"):
        journal.append(kind)
    assert [(r.seq, r.kind) for r in journal.since(0)] == [(2, "b"), (3, "c")]


def test_listeners_hear_every_record_until_they_stop() -> None:
    journal, heard = Journal(SystemClock()), list[Record]()
    stop = journal.listen(heard.append)
    journal.append("a")
    stop()
    journal.append("b")
    assert [record.kind for record in heard] == ["a"]
