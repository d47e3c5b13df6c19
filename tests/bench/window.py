"""What the window costs: idle, in a live call with the timeline, and how fast a what-if answers.

The window is a process of its own on the screen (DISPLAY), the call a real one with the practice
bot over loopback. Run as a module it is that process, and prints its figures as JSON.
"""

from __future__ import annotations

import json
import os
import resource as usage
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from tests.bench.figures import Row, percentile

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

IDLE: Final = 6.0
LIVE: Final = 8.0
"""Seconds that are measured; a call with the practice bot and the demo caller has some more."""
WARM: Final = 3.0
MINUTES: Final = 2
RUNS: Final = 20


def measure() -> list[Row]:
    """Measure the window where there is a screen, and the what-if."""
    rows = [_what_if()]
    if os.environ.get("DISPLAY"):
        with tempfile.TemporaryDirectory() as folder:
            process = subprocess.run(
                [sys.executable, "-m", "tests.bench.window"],
                env=os.environ | {"XDG_CONFIG_HOME": folder},
                capture_output=True,
                check=True,
                timeout=120,
            )
        told = json.loads(process.stdout.splitlines()[-1])
        rows += [
            ("window idle", f"{told['idle']:.1f} % of a core", "<= 1 %"),
            ("live call with timeline", f"{told['live']:.1f} % of a core", "<= 15 %"),
            ("live call, timeline hidden", f"{told['hidden']:.1f} % of a core", ""),
            ("live call, frames of the timeline", f"{told['frames']:.0f} /s", ">= 30 /s"),
        ]
    return rows


def _what_if() -> Row:
    """Decide two minutes of talk again, as the side panel does."""
    from app.engine.commands import RecordResponse
    from app.engine.timebase import to_samples
    from app.ui.timeline.case import Case, Choice, answer

    chunks = MINUTES * 60 * 16_000 // 512
    talk = tuple((np.sin(np.arange(chunks) / 15) > -0.3).astype(float).tolist())
    choice = Choice(10.0, 5.0, 120.0, ("#",), 0.5, tones_in_audio=True)
    request = RecordResponse("op", *(to_samples(s) for s in (10, 5, 120)), stop_tones=("#",))
    case = Case("op", 0, chunks * 512, talk, (), request, None, choice)
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        answer(case, choice)
        times.append(time.perf_counter() - begun)
    value = f"{percentile(times, 0.5) * 1e3:.0f} / {max(times) * 1e3:.0f} ms"
    return f"what if, {MINUTES} minutes of audio, p50 / max", value, "<= 500 ms"


def main() -> None:
    """Be the window: idle, in a call, and in one with the timeline out of sight."""
    os.environ.setdefault("QT_API", "pyside6")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.desktop import Desktop
    from app.settings import Settings
    from app.ui import application
    from app.ui.consent import ConsentDesk
    from app.ui.main_window import MainWindow

    desk = ConsentDesk()
    core = Desktop(Settings(), consent=desk.ask)
    figures: dict[str, float] = {}

    def ready() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.resize(1440, 900)
        # A bot developer's thousandth call: the first run's tour has been left long ago.
        window.commands.tour.close()
        at = 2.0
        steps: list[tuple[float, Callable[[], object]]] = [
            (IDLE, lambda: meter.begin("idle")),
            # The first call loads the detector and starts the practice bot.
            (WARM, lambda: (meter.end(), _call(window))),
            (2.0, lambda: _end(window)),
            (LIVE, lambda: (_call(window), meter.begin("live"))),
            (2.0, lambda: (meter.end(), _end(window), window.timeline.hide())),
            (LIVE, lambda: (_call(window), meter.begin("hidden"))),
            (0.0, lambda: (meter.end(), print(json.dumps(figures)), window.close())),
        ]
        for lasts, step in steps:
            QTimer.singleShot(round(at * 1000), step)
            at += lasts
        meter.watch(window)

    meter = _Meter(figures)
    application.run_window(core, ["bench"], desk, ready=ready)


def _call(window: MainWindow) -> None:
    from app.resources import resource
    from app.runtime.callers import CallerSpec

    window._link.dial(None, CallerSpec("file", resource("sounds/demo-caller.wav")), "5551")


def _end(window: MainWindow) -> None:
    if window.timeline.calls.shown_id is not None:
        window._link.hang_up(window.timeline.calls.shown_id)


class _Meter:
    """Processor time of this process, and frames painted."""

    def __init__(self, figures: dict[str, float]) -> None:
        self._figures = figures
        self._what = ""
        self._cpu = self._begun = 0.0
        self._frames = 0

    def watch(self, window: MainWindow) -> None:
        paint: Any = window.timeline.canvas.paintEvent

        def counted(event: object) -> None:
            self._frames += 1
            paint(event)

        window.timeline.canvas.paintEvent = counted  # type: ignore[method-assign]

    def begin(self, what: str) -> None:
        self._what, self._cpu, self._begun, self._frames = what, _cpu(), time.monotonic(), 0

    def end(self) -> None:
        passed = time.monotonic() - self._begun
        self._figures[self._what] = 100 * (_cpu() - self._cpu) / passed
        if self._what == "live":
            self._figures["frames"] = self._frames / passed


def _cpu() -> float:
    used = usage.getrusage(usage.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
