"""Writes what nobody caught into a file of the user's: for a bug report, and sent nowhere.

A report holds the traceback without the values of variables, what ran, and what the calls had told
until then, so that a call under test is not lost with the program. Secrets are taken out as in
exports, and there is no audio in records.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from platformdirs import user_state_path

from app import __version__
from app.exports.redaction import REDACTED, redact_record, redact_text
from app.runtime.clock import SystemClock
from app.runtime.describe import record_json
from app.runtime.records import Record
from app.unexpected import Crash, plain

KEPT_REPORTS: Final = 20
"""The oldest go first."""

KEPT_RECORDS: Final = 1000
"""Of the newest: some ten calls. A file that a person can still open."""

FAULTS: Final = "fault-"
"""Begins the names of the files into which a dying process writes its stacks."""


def reports_folder() -> Path:
    """Return where reports are kept."""
    return user_state_path("callsim", appauthor=False) / "crashes"


class CrashKeeper:
    """Keeps reports; any thread."""

    def __init__(self) -> None:
        self._records: Callable[[], Sequence[Record]] = tuple
        self._secrets: tuple[str, ...] = ()
        self._lock = threading.Lock()
        self._kept: dict[str, Path | None] = {}

    def follow(self, records: Callable[[], Sequence[Record]], secrets: Sequence[str] = ()) -> None:
        """Put what ``records`` returns into reports, without any of ``secrets``."""
        self._records, self._secrets = records, tuple(secrets)

    def keep(self, error: BaseException, where: str) -> Crash:
        """Describe ``error`` and write a report, unless the same was written before."""
        found = plain(error, where)
        summary, details = self._clean(found.summary), self._clean(found.details)
        with self._lock:
            if details not in self._kept:
                self._kept[details] = self._write(where, details)
            report = self._kept[details]
        return Crash(where, summary, f"{heading(where)}\n\n{details}", report)

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, REDACTED)
        return redact_text(text.replace(str(Path.home()), "~"))

    def _write(self, where: str, details: str) -> Path | None:
        lines = [heading(where), "", details, "Records of this run, the newest last:"]
        for record in self._records()[-KEPT_RECORDS:]:
            lines.append(self._clean(json.dumps(record_json(redact_record(record)))))
        return write_report("\n".join(lines) + "\n")


KEEPER: Final = CrashKeeper()
"""The one of this process."""


def heading(where: str) -> str:
    """Return which program it is, on what, and what it was doing."""
    kind = "frozen" if getattr(sys, "frozen", False) else "from source"
    at = SystemClock().now().isoformat(timespec="seconds")
    return (
        f"Graph Call Simulator {__version__} ({kind}), Python {platform.python_version()}, "
        f"{platform.platform()}\nAt {at}, in: {where}"
    )


def write_report(text: str) -> Path | None:
    """Write ``text`` for its user only; returns the file, None where none can be written."""
    folder = reports_folder()
    path = folder / f"crash-{SystemClock().now():%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None  # told on the screen all the same
    return path


def adopt_faults() -> list[Path]:
    """Turn what processes wrote that died since (:class:`FaultFile`) into reports; return these."""
    adopted = []
    for fault in sorted(reports_folder().glob(f"{FAULTS}*.txt")):
        if _runs(fault.stem.removeprefix(FAULTS)):
            continue
        try:
            text = fault.read_text("utf-8", "replace")
            fault.unlink()
        except OSError:
            continue  # Windows: it is open, so its process lives
        if text.strip():
            report = write_report(f"{heading('an earlier run, which died')}\n\n{text}")
            adopted += [report] if report is not None else []
    return adopted


class FaultFile:
    """Where ``faulthandler`` writes for a program without a console: open while it runs."""

    def __init__(self) -> None:
        folder = reports_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / f"{FAULTS}{os.getpid()}.txt"
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self.file = open(handle, "w")  # noqa: SIM115 - open as long as the process lives

    def close(self) -> None:
        """The process ends in order: nothing to be kept."""
        self.file.close()
        self.path.unlink(missing_ok=True)


def _runs(number: str) -> bool:
    """Whether a process of that number runs (Windows: its open file tells instead)."""
    if sys.platform == "win32" or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
