"""The journal: numbered, bounded, told to listeners."""

from __future__ import annotations

from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.records import Record
from tests.helpers.inspected import request


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


def heavy(journal: Journal, size: int) -> None:
    journal.append("exchange", exchange=request(body="x" * size))


def test_long_bodies_push_out_the_oldest() -> None:
    journal = Journal(SystemClock(), 100, most=1000)
    for _ in range(3):
        heavy(journal, 400)
    assert [record.seq for record in journal.since(0)] == [2, 3] and journal.first == 2
    journal.append("muted")
    assert [record.seq for record in journal.since(0)] == [2, 3, 4]
    heavy(journal, 5000)
    assert [record.seq for record in journal.since(0)] == [5], "the newest one always stays"
    heavy(journal, 10)
    assert [record.seq for record in journal.since(0)] == [6]


def test_what_the_count_pushed_out_no_longer_weighs() -> None:
    journal = Journal(SystemClock(), 2, most=1000)
    for _ in range(50):
        heavy(journal, 400)
    assert len(journal.since(0)) == 2
