"""How smooth the list of exchanges stays when it is full: a real panel on a real event loop.

A frame is what the GUI thread does without coming back to its loop: a step of scrolling with its
painting, or the arrival of an exchange.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tests.bench.figures import Row, percentile

if TYPE_CHECKING:
    from app.runtime.records import Record

FULL: Final = 10_000
STEPS: Final = 400
SECONDS: Final = 8.0
RATE: Final = 60
IDLE: Final = 0.001
"""Seconds of a look at a loop that had nothing to do: no frame."""


def measure() -> list[Row]:
    """Fill the list, scroll through it, search it, and let 60 exchanges a second arrive."""
    os.environ.setdefault("QT_API", "pyside6")
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.ui import theme
    from app.ui.garbage import GarbageCollector
    from app.ui.inspector.inspector_panel import InspectorPanel
    from tests.helpers.inspected import QuietLink

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    garbage = GarbageCollector()
    link = QuietLink()
    panel = InspectorPanel(link)  # type: ignore[arg-type]
    panel.resize(640, 800)
    panel.show()
    # So full that rows have to leave while others arrive.
    kept = FULL + round(FULL * 0.05) - round(SECONDS * RATE / 2)
    link.tell([_record(seq) for seq in range(1, kept + 1)])
    panel.select_exchange(kept)
    _settle(app)
    rows = [_row("10,000 exchanges: frame of scrolling", _scroll(app, panel), "<= 50 ms")]
    rows.append(_row("10,000 exchanges: key typed into the filter", _seek(app, panel)))
    panel.list.follow()
    _settle(app)
    frames = _arrive(app, link.record_added.emit, kept)
    rows.append(_row(f"10,000 exchanges, {RATE}/s arriving: frame", frames, "<= 50 ms"))
    panel.close()
    garbage.stop()
    return rows


def _row(name: str, frames: list[float], goal: str = "") -> Row:
    return f"{name}, p95 / max", _figures(frames), goal


def _figures(frames: list[float]) -> str:
    return f"{percentile(frames, 0.95) * 1e3:.1f} / {max(frames) * 1e3:.1f} ms"


def _scroll(app: object, panel: object) -> list[float]:
    bar = panel.list.verticalScrollBar()  # type: ignore[attr-defined]
    frames = []
    for step in range(STEPS):
        value = round(bar.maximum() * step / (STEPS - 1))
        frames.append(_timed(lambda value=value: (bar.setValue(value), _settle(app))))
    return frames


def _seek(app: object, panel: object) -> list[float]:
    field = panel.bar.field  # type: ignore[attr-defined]
    frames = []
    for text in ("8", "85", "851", "8514", "8514 recording", ""):
        frames.append(_timed(lambda text=text: (field.setText(text), _settle(app))))
    return frames


def _arrive(app: object, tell: Callable[[Record], None], seq: int) -> list[float]:
    frames = []
    begun = time.perf_counter()
    told = 0
    while (now := time.perf_counter() - begun) < SECONDS:
        for _ in range(int(now * RATE) - told):
            seq, told = seq + 1, told + 1
            tell(_record(seq))
        frames.append(_timed(lambda: _settle(app)))
        time.sleep(0.001)
    return [frame for frame in frames if frame > IDLE]


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _settle(app: object) -> None:
    app.processEvents()  # type: ignore[attr-defined]


def _record(seq: int) -> Record:
    """Return one of the exchanges of a busy bot; no two are alike."""
    from tests.helpers.inspected import event, request, webhook, wire

    after = seq / 60
    match seq % 4:
        case 0:
            body = {"stopTones": ["#"], "clientContext": f"context-{seq}"}
            return wire(seq, request(body=body, answer={"status": "running"}, after=after))
        case 1:
            result = {"code": 200, "subcode": 8514, "message": f"no. {seq}"}
            data = {"@odata.type": "#microsoft.graph.recordOperation", "resultInfo": result}
            return wire(seq, webhook(data, change="deleted", after=after))
        case 2:
            return event(seq, "speechStarted", after, knownAt=after)
    return wire(seq, request("", method="GET", status=404, answer={"error": {"code": "8522"}}))
