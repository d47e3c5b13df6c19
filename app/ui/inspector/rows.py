"""One journal record as one line of the list.

Built once for each record and kept; painting only reads it.
"""

from __future__ import annotations

from datetime import datetime

from app.runtime.records import Record
from app.ui.inspector import formats
from app.ui.inspector.event_row import event_row
from app.ui.inspector.exchange_row import exchange_row
from app.ui.inspector.row import Row


def build_row(record: Record, call_created: datetime | None) -> Row:
    """Return the line for ``record``; times count from ``call_created`` where there is a call."""
    exchange = record.exchange
    began = record.at if exchange is None else exchange.started
    if call_created is None:
        time = f"{began.astimezone():%H:%M:%S}"
    else:
        time = formats.call_time((began - call_created).total_seconds())
    return event_row(record, time) if exchange is None else exchange_row(record, exchange, time)
