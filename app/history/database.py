"""The file of the history: where it is, how it is opened, what its tables look like.

WAL, so that several programs read and write it at once; NORMAL, so that what was committed
survives a killed program (only a machine that loses power may lose the last commits). What is
deleted is overwritten.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

PATIENCE: Final = 5.0
"""Seconds to wait for another program that writes."""

_FIRST: Final = """
CREATE TABLE calls (
    id TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    info TEXT NOT NULL,
    run TEXT NOT NULL,
    settings TEXT NOT NULL,
    versions TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX calls_started ON calls (started);
CREATE TABLE records (
    call TEXT NOT NULL,
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (call, seq)
);
"""

MIGRATIONS: Final = (_FIRST,)
"""What leads from each version of the tables to the next; an empty file has version 0."""

VERSION: Final = len(MIGRATIONS)


class HistoryError(Exception):
    """The history cannot be read or written; the message says why and what to do."""


def history_path() -> Path:
    """Return where the history is kept: in the user's folder for data (``XDG_DATA_HOME``)."""
    return user_data_path("callsim", appauthor=False) / "history.sqlite3"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the history at ``path``, made where there is none; any thread, blocks on the disk.

    Raises HistoryError, also for what goes wrong while it is open.
    """
    try:
        with closing(connect(path)) as connection:
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise explain(path, error) from error


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to the history at ``path``, with the newest tables; commits by itself
    (``BEGIN`` groups). Raises sqlite3.Error, OSError, HistoryError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives the files beside it the same mode.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to WAL. Where two connections do that to a new file at once, SQLite fails one of them
    without the usual patience."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def explain(path: Path, error: Exception) -> HistoryError:
    """Return ``error`` in words for a user."""
    if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return HistoryError(
            f"'{path}' is no history (any more): move it away, and a new one begins."
        )
    if isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error):
        return HistoryError(f"The history '{path}' is damaged: move it away, and a new one begins.")
    return HistoryError(f"The history '{path}' cannot be used: {error}.")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Once more: another program may have done it while this one waited.
        version = _version(connection)
        if version > VERSION:
            raise HistoryError(
                f"The history '{path}' was made by a newer program: use that one, or move the "
                "file away."
            )
        for script in MIGRATIONS[version:]:
            for statement in script.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
