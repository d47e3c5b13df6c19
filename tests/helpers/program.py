"""Runs ``callsim`` as a process of its own, as users and scripts do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def environment() -> dict[str, str]:
    """The environment of a headless machine: no display, no sound settings of this one."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {"PYTHONPATH": str(ROOT)}


def callsim(
    *arguments: str, timeout: float = 60, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        cwd=cwd or ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
    )


@contextmanager
def serving(
    tmp_path: Path,
    *arguments: str,
    stdin: str | None = None,
    variables: Mapping[str, str] | None = None,
) -> Iterator[tuple[subprocess.Popen[str], Any]]:
    """Run ``serve`` on a free port; gives the process and its ready JSON.

    ``stdin`` is what it can read there, ``variables`` go into its environment.
    """
    ready = tmp_path / "ready.json"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "app",
            "serve",
            "--port",
            "0",
            "--ready-file",
            str(ready),
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment() | dict(variables or {}),
        stdin=None if stdin is None else subprocess.PIPE,
    )
    if process.stdin is not None:
        process.stdin.write(stdin or "")
        process.stdin.close()
        process.stdin = None
    try:
        deadline = time.monotonic() + 30
        while not ready.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                raise AssertionError(f"serve did not get ready: {process.communicate()}")
            time.sleep(0.01)
        yield process, json.loads(ready.read_text("utf-8"))
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            try:
                process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
