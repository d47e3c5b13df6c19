"""The history's file: private, migrated, refused in words."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.history import database
from app.history.database import HistoryError, history_path, opened


def test_it_lies_in_the_users_folder_for_data(user_folders: Path) -> None:
    assert history_path().name == "history.sqlite3"
    assert user_folders in history_path().parents


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "history.sqlite3"
    with opened(path) as connection:
        connection.execute("INSERT INTO records VALUES ('c', 1, 'x')")
        files = list(path.parent.iterdir())
        assert len(files) == 3, "the file, its log, its index"
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_is_in_wal_mode_and_overwrites_what_is_deleted(tmp_path: Path) -> None:
    with opened(tmp_path / "h") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert connection.execute("PRAGMA user_version").fetchone() == (database.VERSION,)


def test_an_older_file_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "h"
    with opened(path) as connection:
        connection.execute("INSERT INTO records VALUES ('c', 1, 'kept')")
    newer = (*database.MIGRATIONS, "ALTER TABLE records ADD COLUMN more TEXT DEFAULT 'm'")
    monkeypatch.setattr(database, "MIGRATIONS", newer)
    monkeypatch.setattr(database, "VERSION", len(newer))
    with opened(path) as connection:
        assert connection.execute("SELECT text, more FROM records").fetchall() == [("kept", "m")]


def test_a_failed_migration_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "h"
    with opened(path):
        pass
    before = database.VERSION
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, "DROP TABLE calls; x"))
    monkeypatch.setattr(database, "VERSION", before + 1)
    with pytest.raises(HistoryError), opened(path):
        pass
    monkeypatch.undo()
    with opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM calls").fetchone() == (0,)


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "h"
    with opened(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(HistoryError, match="newer program"), opened(path):
        pass


def test_what_is_no_history_is_said_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "h"
    path.write_text("my notes, and quite a lot of them" * 100)
    with pytest.raises(HistoryError, match="no history"), opened(path):
        pass
    assert path.read_text().startswith("my notes")
    with pytest.raises(HistoryError, match="cannot be used"), opened(path / "below"):
        pass


def _open_and_write(path: str, who: str) -> None:
    with opened(Path(path)) as connection:
        for seq in range(50):
            connection.execute("INSERT INTO records VALUES (?, ?, 'x')", (who, seq))


def test_several_programs_at_once(tmp_path: Path) -> None:
    """Each makes the tables, if it is first, and writes; nothing is lost or damaged."""
    context = multiprocessing.get_context("spawn")
    path = tmp_path / "h"
    programs = [
        context.Process(target=_open_and_write, args=(str(path), who)) for who in ("a", "b", "c")
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
    assert [program.exitcode for program in programs] == [0, 0, 0]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (150,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_many_open_a_new_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"

    def open_and_look(_: int) -> int:
        with opened(path) as connection:
            found: int = connection.execute("SELECT count(*) FROM records").fetchone()[0]
            return found

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(open_and_look, range(32))) == [0] * 32
