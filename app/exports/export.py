"""Exports calls in any of the formats, to a stream or whole into a file."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, Literal

from app.exports.case_file import SUFFIX, write_case
from app.exports.har import write_har
from app.exports.jsonl import write_jsonl
from app.exports.progress import Progress, go_on
from app.exports.report import write_report
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall

Format = Literal["har", "html", "case", "jsonl"]

ENDINGS: Final[dict[Format, str]] = {
    "har": ".har",
    "html": ".html",
    "case": SUFFIX,
    "jsonl": ".jsonl",
}

AUDIO: Final[frozenset[Format]] = frozenset(("html", "case"))
"""What audio can be part of."""


def export(
    calls: Sequence[SavedCall],
    kind: Format,
    out: BinaryIO,
    *,
    secrets: bool = False,
    audio: bool = False,
    progress: Progress = go_on,
    others: Sequence[Record] = (),
) -> None:
    """Write ``calls`` to ``out``; ``others``, which belong to no call, into har and jsonl only.

    Secrets are redacted unless ``secrets``; ``audio`` goes into html and case. Any thread. Raises
    Cancelled, OSError.
    """
    if kind == "case":
        write_case(calls, out, secrets=secrets, audio=audio, progress=progress)
        return
    text = io.TextIOWrapper(out, "utf-8", errors="replace", newline="\n")
    try:
        match kind:
            case "har":
                write_har(calls, text, secrets=secrets, progress=progress, others=others)
            case "html":
                write_report(calls, text, secrets=secrets, audio=audio, progress=progress)
            case "jsonl":
                write_jsonl(calls, text, secrets=secrets, progress=progress, others=others)
    finally:
        text.flush()
        text.detach()


def export_file(
    calls: Sequence[SavedCall],
    kind: Format,
    path: Path,
    *,
    secrets: bool = False,
    audio: bool = False,
    progress: Progress = go_on,
    others: Sequence[Record] = (),
) -> None:
    """Write the file ``path``, whole or not at all, for its owner only. Raises as export."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.unlink(missing_ok=True)
    try:
        with open(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            export(
                calls,
                kind,
                file,
                secrets=secrets,
                audio=audio,
                progress=progress,
                others=others,
            )
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def file_name(calls: Sequence[SavedCall], kind: Format) -> str:
    """Return a name for an export: ``call-20260102-030405.har``, in local time."""
    if not calls:
        return f"traffic{ENDINGS[kind]}"
    began = min(call.info.started for call in calls).astimezone()
    return f"{'call' if len(calls) == 1 else 'calls'}-{began:%Y%m%d-%H%M%S}{ENDINGS[kind]}"
