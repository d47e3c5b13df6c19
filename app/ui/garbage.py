"""Collects Python's garbage on the GUI thread only.

Python collects on whichever thread happens to allocate. On the core thread that would destroy Qt
objects of the window, which Qt forbids. So the automatic collection is off while the window lives,
and a timer does what it would have done, generation by generation.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL: Final = 1000
"""Milliseconds between two looks."""


class GarbageCollector(QObject):
    """Takes over from Python's automatic collection until :meth:`stop`. GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start(INTERVAL)

    def collect_due(self) -> None:
        """Collect the generations whose counts have passed Python's own thresholds."""
        thresholds = gc.get_threshold()
        for generation in (2, 1, 0):
            if thresholds[generation] and gc.get_count()[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Hand back to Python."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
