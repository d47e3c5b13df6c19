"""How quick the history and the exports are: 200 calls listed, 10,000 exchanges as an archive."""

from __future__ import annotations

import io
import os
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.bench.figures import Row, percentile

CALLS = 200
EXCHANGES = 10_000
TIMES = 5


def measure() -> list[Row]:
    """Write a history of 200 calls, open it, and export many exchanges."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.sqlite3"
        rows = [_write(path), _open(path)]
    return [*rows, *_export()]


def _write(path: Path) -> Row:
    from tests.helpers.kept_calls import Keeping, call_records

    keeping = Keeping(path)
    calls = [call_records(number) for number in range(CALLS)]
    seconds = _timed(lambda: keeping.write(*calls))
    return (f"{CALLS} calls written, a record", f"{seconds / CALLS / 12 * 1e3:.2f} ms", "")


def _open(path: Path) -> Row:
    """From the key to a dialog with its calls, painted; the first time is left out."""
    os.environ.setdefault("QT_API", "pyside6")
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.history.history import History
    from app.ui import theme
    from app.ui.history.history_dialog import HistoryDialog

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    history = History(path)

    def open_once() -> None:
        dialog = HistoryDialog("")
        dialog.search_wanted.connect(lambda text: dialog.show_calls(history.list(text)))
        dialog.open_beside()
        for _ in range(3):
            app.processEvents()
        assert dialog.model.rowCount() == CALLS
        dialog.close()

    times = [_timed(open_once) for _ in range(TIMES + 1)][1:]
    shown = f"{percentile(times, 0.5) * 1e3:.0f} / {max(times) * 1e3:.0f} ms"
    return (f"history of {CALLS} calls opened, p50 / max", shown, "<= 200 ms")


def _export() -> list[Row]:
    from app.exports.export import Format, export
    from app.runtime.saved_calls import saved_call
    from tests.bench.inspector import _record

    records = [_record(seq) for seq in range(1, 4 * EXCHANGES)]
    exchanges = [record for record in records if record.exchange is not None][:EXCHANGES]
    call = saved_call(exchanges)
    rows: list[Row] = []
    kinds: tuple[Format, ...] = ("har", "jsonl", "case", "html")
    for kind in kinds:
        asked: list[float] = []

        def progress(share: float, asked: list[float] = asked) -> bool:
            asked.append(time.perf_counter())
            return True

        def work(kind: Format = kind, progress: Callable[[float], bool] = progress) -> None:
            export([call], kind, io.BytesIO(), progress=progress)

        seconds = _timed(work)
        gap = max(b - a for a, b in pairwise(asked))
        name = f"{EXCHANGES:,} exchanges as {kind}; longest without progress"
        goal = "<= 2 s" if kind == "har" else ""
        rows.append((name, f"{seconds:.2f} s; {gap * 1e3:.0f} ms", goal))
    return rows


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
