"""Long bodies: out of memory, whole for as long as somebody holds them."""

from __future__ import annotations

import gc
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.runtime.bodies import was_cut
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.long_bodies import IN_MEMORY, LongBodies
from app.runtime.private_folder import LOCK, PrivateFolder
from tests.helpers.inspected import request

LONG = "é" * (IN_MEMORY + 1)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def bodies(temporary: Path) -> Iterator[LongBodies]:
    folder = PrivateFolder()
    bodies = LongBodies(folder)
    yield bodies
    bodies.close()
    folder.remove()


def files(temporary: Path) -> list[Path]:
    return [path for path in temporary.rglob("*") if path.is_file() and path.name != LOCK]


def test_short_ones_stay_as_they_are(bodies: LongBodies, temporary: Path) -> None:
    exchange = request(body="x" * IN_MEMORY)
    assert bodies.shorten(exchange) is exchange and exchange.whole() is exchange
    bodies.close()
    assert list(temporary.iterdir()) == []


def test_long_ones_are_read_back_whole(bodies: LongBodies, temporary: Path) -> None:
    exchange = request(body=LONG)
    short = bodies.shorten(exchange)
    assert short.whole() == exchange, "on its way to the disk"
    bodies.close()
    assert short.whole() == exchange
    assert was_cut(short.request_body) and short.request_body.startswith(LONG[:IN_MEMORY])
    (file,) = files(temporary)
    assert file.read_text("utf-8") == LONG
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_body_that_the_journal_let_go_leaves_the_disk(
    bodies: LongBodies, temporary: Path
) -> None:
    journal = Journal(SystemClock(), 100, bodies=bodies, most_on_disk=len(LONG) * 2)
    for _ in range(3):
        journal.append("exchange", exchange=request(body=LONG))
    bodies.close()
    gc.collect()
    assert [record.seq for record in journal.since(0)] == [2, 3]
    assert len(files(temporary)) == 2
    assert [record.whole().exchange for record in journal.since(0)] == [request(body=LONG)] * 2


def test_without_room_on_the_disk_the_beginning_stays(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(temporary / "gone"))
    bodies = LongBodies(PrivateFolder())
    with caplog.at_level(logging.CRITICAL, "app.runtime.long_bodies"):
        short = bodies.shorten(request(body=LONG))
        bodies.close()
    assert was_cut(short.whole().request_body)


def test_what_comes_after_the_end_is_cut(bodies: LongBodies, temporary: Path) -> None:
    bodies.close()
    assert was_cut(bodies.shorten(request(body=LONG)).whole().request_body)
    assert list(temporary.iterdir()) == []


def test_a_file_that_somebody_else_deleted_leaves_the_beginning(
    bodies: LongBodies, temporary: Path
) -> None:
    short = bodies.shorten(request(body=LONG))
    bodies.close()
    files(temporary)[0].unlink()
    assert was_cut(short.whole().request_body)
