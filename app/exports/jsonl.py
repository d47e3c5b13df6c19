"""A call as lines of JSON: a line about the export and the call, then one for each record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from app.exports.left_out import left_out
from app.exports.progress import Progress, go_on, reported
from app.exports.redaction import redact_record
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall, info_json, own_versions, record_line, redacted_head


def write_jsonl(
    calls: Sequence[SavedCall],
    out: TextIO,
    *,
    secrets: bool = False,
    progress: Progress = go_on,
    others: Sequence[Record] = (),
) -> None:
    """Write ``calls``, and ``others`` that belong to none, to ``out``. Any thread.

    Secrets are redacted unless ``secrets``. Raises Cancelled.
    """
    shown = calls if secrets else [redacted_head(call, redact_record) for call in calls]
    records = sorted(
        (*(record for call in shown for record in call.records), *others),
        key=lambda record: (record.at, record.seq),
    )
    head = {
        "kind": "export",
        "versions": own_versions(),
        "leftOut": left_out(calls, secrets=secrets, audio=False, others=others),
        "calls": [
            info_json(call.info) | {"settings": call.settings, "versions": call.versions}
            for call in shown
        ],
    }
    out.write(json.dumps(head, ensure_ascii=False) + "\n")
    for record in reported(records, len(records), progress):
        whole = record.whole()
        line = record_line(whole if secrets else redact_record(whole))
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
