"""Writes calls into the history while they happen: on a thread of its own, in batches.

The core thread only puts records into a queue. A batch is a transaction, begun with the first
record that waits and committed a quarter of a second later: a killed program loses no more.
"""

from __future__ import annotations

import json
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.history.database import HistoryError, connect, explain
from app.history.history import forget_old
from app.runtime.ports import Clock
from app.runtime.records import Record
from app.runtime.saved_calls import (
    CallInfo,
    Redact,
    info_json,
    own_versions,
    record_line,
    with_record,
)

log = logging.getLogger(__name__)

BATCH: Final = 0.25
"""Seconds for which records are gathered."""

MOST_WAITING: Final = 20_000
"""Records that wait while another program holds the file; more are lost, and that is said."""

MOST_CALLS: Final = 1_000
"""Of this run, to which something is still added."""

GIVE_UP: Final = 5.0
"""Seconds that the end of the program waits for the last batch."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept: the newest ``calls`` (0: none), none older than ``days``."""

    calls: int
    days: float


@dataclass(frozen=True, slots=True)
class MadeWith:
    """The settings and versions with which a call was made."""

    settings: Mapping[str, Any]
    versions: Mapping[str, str]


_Item = tuple[Record, MadeWith | None]


class HistoryWriter:
    """``write`` and ``close`` belong to one thread; the rest happens on the writer's own, which
    starts with the first call. ``redact`` is applied to everything before it is written;
    ``kept`` is asked for each call; ``problem`` hears, on the writer's thread, why it cannot be
    written (once)."""

    def __init__(
        self,
        path: Path,
        *,
        redact: Redact,
        kept: Callable[[], Kept],
        clock: Clock,
        run: str,
        problem: Callable[[str], None],
    ) -> None:
        self._path = path
        self._redact = redact
        self._kept = kept
        self._clock = clock
        self._run = run
        self._problem = problem
        self._waiting: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._known: dict[str, CallInfo] = {}
        self._connection: sqlite3.Connection | None = None
        self._dead = False

    def write(self, record: Record, made: MadeWith | None = None) -> None:
        """Keep ``record``; with the first one of a call (``callCreated``) what it is ``made`` with.

        Never waits. Records that belong to no call are not kept.
        """
        if record.call_id is None or self._dead:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run_loop, name="history", daemon=True)
            self._thread.start()
        self._waiting.put((record, made))

    def close(self) -> None:
        """Write what waits and end. Blocks for at most some seconds; nothing may be written
        afterwards."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(GIVE_UP)

    # -- on the writer's thread --------------------------------------------------------------

    def _run_loop(self) -> None:
        batch: list[_Item] = []
        going_on = True
        try:
            while going_on:
                going_on = self._gather(batch)
                if self._dead or self._write_batch(batch, last=not going_on):
                    batch.clear()
        except Exception as error:
            log.exception("the history is not written any more")
            self._give_up(f"The history is not written any more: {error}.")
        finally:
            if self._connection is not None:
                self._connection.close()

    def _gather(self, batch: list[_Item]) -> bool:
        """Add what comes within a quarter of a second; says whether more may follow."""
        item = None if batch else self._waiting.get()
        if item is None and not batch:
            return False
        if item is not None:
            batch.append(item)
        until = time.monotonic() + BATCH
        while (left := until - time.monotonic()) > 0:
            try:
                item = self._waiting.get(timeout=left)
            except queue.Empty:
                break
            if item is None:
                return False
            batch.append(item)
        return True

    def _write_batch(self, batch: list[_Item], *, last: bool) -> bool:
        """Write ``batch`` in one transaction; says whether it is done with."""
        try:
            if self._connection is None:
                self._connection = connect(self._path)
            self._insert(self._connection, batch)
        except HistoryError as error:
            self._give_up(str(error))
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) and "busy" not in str(error):
                self._give_up(str(explain(self._path, error)))
            elif last or len(batch) > MOST_WAITING:
                self._give_up(f"The history '{self._path}' is in use by another program.")
            else:
                return False
        except (sqlite3.Error, OSError) as error:
            self._give_up(str(explain(self._path, error)))
        return True

    def _insert(self, connection: sqlite3.Connection, batch: list[_Item]) -> None:
        kept = self._kept()
        known = dict(self._known)
        connection.execute("BEGIN IMMEDIATE")
        try:
            for record, made in batch:
                self._insert_one(connection, known, record, made, kept)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        self._known = dict(list(known.items())[-MOST_CALLS:])
        if any(record.kind == "callCreated" for record, _ in batch):
            forget_old(connection, self._clock.now(), kept.calls, kept.days)

    def _insert_one(
        self,
        connection: sqlite3.Connection,
        known: dict[str, CallInfo],
        record: Record,
        made: MadeWith | None,
        kept: Kept,
    ) -> None:
        call_id = record.call_id
        assert call_id is not None
        clean = self._redact(record.whole())
        if record.kind == "callCreated" and kept.calls:
            known[call_id] = CallInfo(call_id, record.at)
            settings = {} if made is None else dict(made.settings)
            versions = own_versions() if made is None else dict(made.versions)
            about = Record(0, record.at, "settings", None, None, None, settings)
            connection.execute(
                "INSERT OR REPLACE INTO calls VALUES (?, ?, '', ?, ?, ?)",
                (
                    call_id,
                    record.at.isoformat(timespec="milliseconds"),
                    self._run,
                    _json(self._redact(about).data),
                    _json(versions),
                ),
            )
        info = known.get(call_id)
        if info is None:
            return
        info = known[call_id] = with_record(info, clean)
        changed = connection.execute(
            "UPDATE calls SET info = ? WHERE id = ?", (_json(info_json(info)), call_id)
        )
        if changed.rowcount == 0:  # deleted meanwhile, and that stays so
            del known[call_id]
            return
        connection.execute(
            "INSERT OR REPLACE INTO records VALUES (?, ?, ?)",
            (call_id, clean.seq, _json(record_line(clean))),
        )

    def _give_up(self, message: str) -> None:
        if not self._dead:
            self._dead = True
            self._problem(message)


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text.encode("utf-8", "replace").decode("utf-8")
