"""The frozen program: how large it is and how soon it is of use (packaging/dev.py build first)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.figures import Row, wait_until

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "build" / "frozen" / "callsim"
SUFFIX = ".exe" if sys.platform == "win32" else ""
RUNS = 5


def measure() -> list[Row]:
    """Sizes in millions of bytes; times from the start of the process, the median of several."""
    if not FROZEN.is_dir():
        return [("frozen program (packaging/dev.py build)", "not built", "")]
    rows = []
    for archive in (ROOT / "dist").glob("callsim-*"):
        if archive.suffix in (".xz", ".zip"):
            rows.append(("frozen, archive", _megabytes(archive.stat().st_size), "<= 70 MB"))
    files = [file for file in FROZEN.rglob("*") if file.is_file() and not file.is_symlink()]
    unpacked = sum(file.stat().st_size for file in files)
    rows.append(("frozen, unpacked", _megabytes(unpacked), "<= 200 MB"))
    rows.append(("frozen, callsim --version", _median(_version), "<= 0.3 s"))
    if os.environ.get("DISPLAY") or sys.platform != "linux":
        rows.append(("frozen, window usable", _median(_window), "<= 1.2 s"))
        if hasattr(os, "posix_fadvise"):
            cold = _median(lambda: _window(forget=files))
            rows.append(("frozen, window usable, its files not in memory", cold, ""))
    return rows


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _median(start: Callable[[], float]) -> str:
    times = sorted(start() for _ in range(RUNS + 1))
    return f"{times[RUNS // 2]:.2f} s"


def _version() -> float:
    began = time.perf_counter()
    subprocess.run([FROZEN / f"callsim{SUFFIX}", "--version"], check=True, capture_output=True)
    return time.perf_counter() - began


def _window(forget: list[Path] | None = None) -> float:
    for file in forget or []:
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        began = time.perf_counter()
        process = subprocess.Popen(
            [FROZEN / f"callsim-window{SUFFIX}", "--ready-file", ready],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until(ready.exists)
            return time.perf_counter() - began
        finally:
            process.terminate()
            process.wait(20)
