"""How long the program takes to be of use, from the start of its process (warm page cache)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Row, wait_until

RUNS = 5


def measure() -> list[Row]:
    """Start ``--version``, ``serve`` and the window several times; the median counts."""
    rows = [("callsim --version", _median(_version), "<= 0.3 s")]
    rows.append(("serve ready", _median(_serve), "<= 0.7 s"))
    if os.environ.get("DISPLAY"):
        rows.append(("window usable", _median(_window), "<= 1.0 s"))
    return rows


def _median(start: object) -> str:
    times = sorted(start() for _ in range(RUNS + 1))  # type: ignore[operator]
    return f"{times[RUNS // 2]:.2f} s"


def _version() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "app", "--version"], check=True, capture_output=True)
    return time.perf_counter() - began


def _serve() -> float:
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        return _until_ready(["serve", "--port", "0", "--ready-file", str(ready)], ready)


def _window() -> float:
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        return _until_ready(["window", "--ready-file", str(ready)], ready)


def _until_ready(arguments: list[str], ready: Path) -> float:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(ready.exists)
        return time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(20)
