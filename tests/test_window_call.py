"""A person's first call: a real window, a real keyboard, a microphone and a speaker.

The window runs as a process of its own on an X server and a virtual sound card; xdotool types. What
is said into the microphone has to come back from the speaker, because the practice bot records it,
fetches it over HTTP and plays it back.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.audio.wavfile import read_caller
from app.resources import resource
from tests.helpers.program import ROOT
from tests.helpers.virtual_audio import VirtualAudio
from tests.test_live_call import best_match, heard_share

pytestmark = [pytest.mark.window, pytest.mark.slow]


def wait(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def test_call_speak_press_pound_and_hear_the_recording(
    virtual_audio: VirtualAudio, tmp_path: Path
) -> None:
    ready = tmp_path / "ready.json"
    said = read_caller(resource("sounds/demo-caller.wav"))[:48_000]
    beep = read_caller(resource("sounds/beep.wav"))
    log = tmp_path / "window.log"
    with virtual_audio.recording() as heard, log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "window", "--ready-file", str(ready)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        try:
            wait(ready.exists, "the window got ready")
            xdotool("search", "--onlyvisible", "--name", "Graph Call Simulator", "windowfocus")
            xdotool("key", "Return")
            wait(lambda: best_match(beep, heard.so_far())[0] > 0.9, "the beep is heard")
            virtual_audio.say(said)
            xdotool("key", "numbersign")
            wait(lambda: heard_share(said, heard.so_far())[0] >= 0.7, "the bot plays it back")
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    assert "Traceback" not in log.read_text()


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)
