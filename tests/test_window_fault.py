"""A fault in the real window: a dialog with details, a report, and the window lives on."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.guard import CRASHED
from tests.helpers import faulty
from tests.helpers.program import ROOT
from tests.helpers.virtual_audio import until

pytestmark = [pytest.mark.window, pytest.mark.slow]

TITLE = "Something went wrong"


def shown(title: str) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    return subprocess.run(command, capture_output=True, timeout=20).stdout.strip() != b""


def start(place: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        faulty.command(place, "window", *arguments),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)


@pytest.mark.skipif(sys.platform != "linux", reason="xdotool")
@pytest.mark.parametrize(
    "place",
    [
        "app.ui.core_link:CoreLink.dial",  # a slot of the window
        "app.runtime.pump:_peak",  # the core
    ],
)
def test_it_is_shown_and_the_window_goes_on(place: str, user_folders: Path, tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    process = start(place, "--ready-file", str(ready))
    try:
        until(ready.exists, "the window is ready", seconds=60)
        xdotool("search", "--onlyvisible", "--name", "Graph Call Simulator", "windowfocus")
        xdotool("key", "Return", "Return")  # calls; lets the microphone be used
        until(lambda: shown(TITLE), "the dialog is shown", seconds=30)
        report = faulty.report_in(user_folders)
        assert f"RuntimeError: {faulty.FAULT}" in report
        if "pump" in place:
            assert '"kind": "callCreated"' in report
        assert process.poll() is None, "the window goes on"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == CRASHED
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="xdotool")
def test_a_window_that_does_not_open_says_why(user_folders: Path) -> None:
    process = start("app.ui.main_window:MainWindow._lay_out")
    try:
        until(lambda: shown(TITLE), "the dialog is shown", seconds=60)
        assert faulty.FAULT in faulty.report_in(user_folders)
        xdotool("search", "--onlyvisible", "--name", TITLE, "windowfocus", "--sync")
        xdotool("key", "Escape")
        assert process.wait(30) == CRASHED
    finally:
        process.kill()
        process.communicate()
