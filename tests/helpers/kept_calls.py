"""A history with calls in it, written as the program writes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.exports.redaction import redact_record
from app.history.history import History
from app.history.writer import HistoryWriter, Kept, MadeWith
from app.runtime.records import Record
from tests.helpers.inspected import CALLED, SetClock
from tests.helpers.saved import planted_records, planted_settings

MADE: Final = MadeWith(planted_settings(), {"callsim": "0.0", "detector": "energy"})


class Keeping:
    """A writer, its settings, and what it complained of."""

    def __init__(self, path: Path, calls: int = 200, days: float = 30.0) -> None:
        self.history = History(path)
        self.kept = Kept(calls, days)
        self.clock = SetClock()
        self.problems: list[str] = []

    def write(self, *calls: Sequence[Record]) -> None:
        """Write ``calls`` and close."""
        writer = self.writer()
        for records in calls:
            for record in records:
                writer.write(record, MADE if record.kind == "callCreated" else None)
        writer.close()

    def writer(self) -> HistoryWriter:
        return HistoryWriter(
            self.history.path,
            redact=redact_record,
            kept=lambda: self.kept,
            clock=self.clock,
            run="this-run",
            problem=self.problems.append,
        )


def call_id(number: int) -> str:
    """Return the id of a call."""
    return f"00000000-0000-4000-8000-{number:012d}"


def call_records(number: int, began: datetime = CALLED, botUrl: str = "") -> list[Record]:
    """Return the records of call ``number``, which began at ``began``."""
    later = began - CALLED + timedelta(seconds=number)
    moved = []
    for record in planted_records():
        data = (
            record.data | {"botUrl": botUrl} if botUrl and "botUrl" in record.data else record.data
        )
        exchange = record.exchange
        if exchange is not None:
            exchange = dataclasses.replace(exchange, started=exchange.started + later)
        moved.append(
            dataclasses.replace(
                record, call_id=call_id(number), at=record.at + later, data=data, exchange=exchange
            )
        )
    return moved
