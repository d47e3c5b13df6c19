"""A case: calls in one file (``.callcase``) that opens on another machine. This writes it.

A zip with ``case.json`` (what it is, who made it, what it leaves out) and a folder for each call,
``calls/1`` and so on: ``call.json`` (what is known of it, settings, versions, which operation has
which audio), ``timeline.jsonl`` (events), ``exchanges.jsonl``, and, only where wanted, ``audio/``.
No name in it comes from the wire.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, Final

from app.exports.left_out import left_out
from app.exports.progress import Progress, go_on, reported
from app.exports.redaction import redact_record
from app.runtime.ports import Audio
from app.runtime.recordings import encode_wav
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall, info_json, own_versions, record_line, redacted_head

SUFFIX: Final = ".callcase"

FORMAT: Final = "callcase"

VERSION: Final = 1
"""Raised when an older program could no longer read it."""


MOST_RATIO: Final = 200
"""How much more may come out than went in; JSON lines that are all alike reach 100."""

FREE: Final = 1024 * 1024
"""Bytes that may come out of an entry whatever its ratio."""


def write_case(
    calls: Sequence[SavedCall],
    out: BinaryIO,
    *,
    secrets: bool = False,
    audio: bool = False,
    progress: Progress = go_on,
) -> None:
    """Write ``calls`` to ``out``, with their ``audio`` where that is wanted.

    Secrets are redacted unless ``secrets``. Any thread. Raises Cancelled.
    """
    about = {
        "format": FORMAT,
        "version": VERSION,
        "versions": own_versions(),
        "calls": len(calls),
        "leftOut": left_out(calls, secrets=secrets, audio=audio),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "case.json", _pretty(about))
        for number, call in enumerate(calls):
            folder = f"calls/{number + 1}"
            shown = call if secrets else redacted_head(call, redact_record)
            events: list[str] = []
            exchanges: list[str] = []
            low, high = number / len(calls), (number + 1) / len(calls)
            for record in reported(shown.records, len(shown.records), progress, low=low, high=high):
                lines = events if record.exchange is None else exchanges
                whole = record.whole()
                lines.append(_line(whole if secrets else redact_record(whole)))
            kept = _put_audio(archive, folder, shown.audio) if audio else []
            known = {
                "call": info_json(shown.info),
                "settings": dict(shown.settings),
                "versions": dict(shown.versions),
                "audio": kept,
            }
            _put(archive, f"{folder}/call.json", _pretty(known))
            _put(archive, f"{folder}/timeline.jsonl", "".join(events))
            _put(archive, f"{folder}/exchanges.jsonl", "".join(exchanges))


def _put_audio(
    archive: zipfile.ZipFile, folder: str, audio: Mapping[str, Audio]
) -> list[dict[str, str]]:
    kept = []
    for number, (operation, samples) in enumerate(audio.items(), start=1):
        name, wav = f"audio/{number}.wav", encode_wav(samples)
        archive.writestr(f"{folder}/{name}", wav)
        digest = hashlib.sha256(wav).hexdigest()
        kept.append({"operationId": operation, "file": name, "sha256": digest})
    return kept


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    data = text.encode("utf-8", "replace")
    # What shrinks to next to nothing (a long body of one letter) would be taken for a bomb.
    alike = len(data) > FREE and len(zlib.compress(data, 1)) * MOST_RATIO // 2 < len(data)
    archive.writestr(name, data, zipfile.ZIP_STORED if alike else None)


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _line(record: Record) -> str:
    return json.dumps(record_line(record), ensure_ascii=False) + "\n"
