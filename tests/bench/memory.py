"""Resident memory when idle: before the first call, and with the speech detector loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.bench.figures import Row, resident, wait_until


def measure() -> list[Row]:
    """Start ``serve`` and the window, and look at their memory once they have settled."""
    before, after = _serve()
    rows = [
        ("idle memory, serve", f"{before:.0f} MiB", "<= 70 MiB"),
        ("idle memory, serve, detector loaded", f"{after:.0f} MiB", ""),
    ]
    if os.environ.get("DISPLAY"):
        rows.append(("idle memory, window", f"{_window():.0f} MiB", "<= 150 MiB"))
    return rows


def _serve() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        process = _start(["serve", "--port", "0", "--ready-file", str(ready)], ready)
        try:
            before = resident(process.pid)
            told = json.loads(ready.read_text("utf-8"))
            _call(told, "POST", "/calls", {"caller": "silence"})
            wait_until(lambda: _ended(told), 60)
            return before, resident(process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _window() -> float:
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        process = _start(["window", "--ready-file", str(ready)], ready)
        try:
            return resident(process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _start(arguments: list[str], ready: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_until(ready.exists)
    time.sleep(2)  # idle means idle: let what was started come to rest
    return process


def _ended(told: dict[str, str]) -> bool:
    calls = _call(told, "GET", "/calls")
    return bool(calls) and all(call["state"] == "terminated" for call in calls)


def _call(
    told: dict[str, str], method: str, path: str, body: object = None
) -> list[dict[str, str]]:
    request = urllib.request.Request(  # a loopback address that the program told
        told["controlUrl"] + path,
        data=None if body is None else json.dumps(body).encode(),
        method=method,
        headers={"X-Callsim-Key": told["controlKey"], "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        found = json.loads(answer.read())
    calls: list[dict[str, str]] = found.get("calls", [found])
    return calls
