"""What a history can be asked: list, search, open, delete, wipe."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.history.database import HistoryError, opened
from app.runtime.saved_calls import CallInfo, SavedCall, read_info, read_record


class History:
    """Any thread; every method blocks on the disk and raises HistoryError."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def list(self, wanted: str = "") -> list[CallInfo]:
        """Return the calls in which all words of ``wanted`` occur (in what is known of the call or
        in any of its records, in any case), the newest first."""
        words = wanted.split()
        where = " AND ".join(
            "(info LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM records "
            "WHERE call = id AND text LIKE ? ESCAPE '\\'))"
            for _ in words
        )
        values = [pattern for word in words for pattern in (_like(word),) * 2]
        with opened(self.path) as connection:
            rows = connection.execute(
                f"SELECT info, run FROM calls {'WHERE ' + where if where else ''} "
                "ORDER BY started DESC, id",
                values,
            ).fetchall()
        with self._understood():
            return [replace(read_info(json.loads(info)), run=run) for info, run in rows]

    def find(self, call_id: str) -> SavedCall | None:
        """Return a call with its records, ``None`` where it is not there."""
        with opened(self.path) as connection:
            connection.execute("BEGIN")  # one moment for both questions
            row = connection.execute(
                "SELECT info, run, settings, versions FROM calls WHERE id = ?", (call_id.lower(),)
            ).fetchone()
            if row is None:
                return None
            texts = connection.execute(
                "SELECT text FROM records WHERE call = ? ORDER BY seq", (call_id.lower(),)
            ).fetchall()
        with self._understood():
            info = replace(read_info(json.loads(row[0])), run=row[1])
            records = tuple(read_record(json.loads(text)) for (text,) in texts)
            return SavedCall(info, records, json.loads(row[2]), json.loads(row[3]))

    def last(self) -> SavedCall | None:
        """Return the call that began last."""
        with opened(self.path) as connection:
            row = connection.execute(
                "SELECT id FROM calls ORDER BY started DESC, id LIMIT 1"
            ).fetchone()
        return None if row is None else self.find(row[0])

    def delete(self, call_ids: Iterable[str]) -> None:
        """Delete calls; what a running one still does is not kept either."""
        with opened(self.path) as connection:
            _delete(connection, [call_id.lower() for call_id in call_ids])
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def wipe(self) -> None:
        """Delete everything, and leave nothing of it in the file."""
        with opened(self.path) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM records")
            connection.execute("DELETE FROM calls")
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget_old(self, now: datetime, most: int, days: float) -> None:
        """Delete all but the newest ``most`` calls, and those older than ``days``."""
        with opened(self.path) as connection:
            forget_old(connection, now, most, days)

    @contextmanager
    def _understood(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, RecursionError) as error:
            problem = f"The history '{self.path}' is damaged ({error}): wipe it, or move it away."
            raise HistoryError(problem) from None


def forget_old(connection: sqlite3.Connection, now: datetime, most: int, days: float) -> None:
    """Delete all but the newest ``most`` calls, and those older than ``days``."""
    oldest = (now - timedelta(days=days)).isoformat(timespec="milliseconds")
    rows = connection.execute(
        "SELECT id FROM calls WHERE started < ? OR id NOT IN "
        "(SELECT id FROM calls ORDER BY started DESC, id LIMIT ?)",
        (oldest, most),
    ).fetchall()
    _delete(connection, [row[0] for row in rows])


def _delete(connection: sqlite3.Connection, call_ids: list[str]) -> None:
    if not call_ids:
        return
    connection.execute("BEGIN IMMEDIATE")
    values = [(call_id,) for call_id in call_ids]
    connection.executemany("DELETE FROM records WHERE call = ?", values)
    connection.executemany("DELETE FROM calls WHERE id = ?", values)
    connection.execute("COMMIT")


def _like(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, f"\\{sign}")
    return f"%{word}%"
