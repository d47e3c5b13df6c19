"""``callsim`` without a command: the window, in a process of its own on a real display."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.program import ROOT

pytestmark = [pytest.mark.window, pytest.mark.slow]


def test_it_opens_gets_ready_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "window", "--ready-file", str(ready)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not ready.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise AssertionError(f"the window did not get ready: {process.communicate()}")
        time.sleep(0.01)
    assert json.loads(ready.read_text("utf-8"))["baseUrl"].startswith("http://127.0.0.1:")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in errors
