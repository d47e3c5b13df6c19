"""Small helpers of the bench: percentiles, and a process's memory."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

Row = tuple[str, str, str]
"""What was measured, how much, what was to be reached."""


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` (0..1) of ``values`` lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(values: Sequence[float]) -> str:
    """Return p50 and p95 of ``values`` (seconds) in milliseconds."""
    return f"{percentile(values, 0.5) * 1e3:.1f} / {percentile(values, 0.95) * 1e3:.1f} ms"


def resident(pid: int) -> float:
    """Return the resident memory of a process and its children in MiB (Linux)."""
    total = 0.0
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            total += int(line.split()[1]) / 1024
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        total += resident(int(child))
    return total


def wait_until(condition: object, seconds: float = 20.0) -> None:
    """Wait until ``condition()`` is true; TimeoutError after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        if time.monotonic() > deadline:
            raise TimeoutError("the bench waited too long")
        time.sleep(0.002)
