"""A person's calls: a real window, a real keyboard, a microphone and a speaker.

The window runs as a process of its own on an X server and a virtual sound card; xdotool types. What
is said into the microphone has to come back from the speaker, because the practice bot records it,
fetches it over HTTP and plays it back.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from app.audio.wavfile import read_caller
from app.resources import resource
from app.ui.phone.ring_sound import ring_tone
from tests.helpers.program import ROOT
from tests.helpers.virtual_audio import VirtualAudio
from tests.test_live_call import best_match, heard_share

pytestmark = [pytest.mark.window, pytest.mark.slow]


def wait(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


@contextmanager
def window(tmp_path: Path) -> Iterator[str]:
    """Run the window until the block ends, then close it; yields the address of its local Graph."""
    ready, log = tmp_path / "ready.json", tmp_path / "window.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "window", "--ready-file", str(ready)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        try:
            wait(ready.exists, "the window got ready")
            xdotool("search", "--onlyvisible", "--name", "Graph Call Simulator", "windowfocus")
            yield json.loads(ready.read_text())["baseUrl"]
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    assert "Traceback" not in log.read_text()


def test_call_speak_press_pound_and_hear_the_recording(
    virtual_audio: VirtualAudio, tmp_path: Path
) -> None:
    said = read_caller(resource("sounds/demo-caller.wav"))[:48_000]
    beep = read_caller(resource("sounds/beep.wav"))
    with virtual_audio.recording() as heard, window(tmp_path):
        xdotool("key", "Return", "Return")  # calls; lets the microphone be used
        wait(lambda: best_match(beep, heard.so_far())[0] > 0.9, "the beep is heard")
        virtual_audio.say(said)
        xdotool("key", "numbersign")
        wait(lambda: heard_share(said, heard.so_far())[0] >= 0.7, "the bot plays it back")


def test_the_bot_phones_it_rings_and_enter_takes_the_call(
    virtual_audio: VirtualAudio, tmp_path: Path
) -> None:
    with virtual_audio.recording() as heard, window(tmp_path) as graph, listening_bot() as bot:
        calls = f"{graph}/v1.0/communications/calls"
        placed = httpx.post(
            calls,
            headers={"Authorization": "Bearer any"},
            json={
                "callbackUri": bot,
                "targets": [{"identity": {"user": {"id": "u", "displayName": "Phone"}}}],
                "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
            },
            trust_env=False,
        )
        assert placed.status_code == 201

        def state() -> str:
            url = f"{calls}/{placed.json()['id']}"
            found = httpx.get(url, headers={"Authorization": "Bearer any"}, trust_env=False)
            return str(found.json()["state"])

        wait(lambda: best_match(ring_tone()[:16_000], heard.so_far())[0] > 0.9, "it rings")
        assert state() == "establishing"
        xdotool("key", "Return", "Return")  # takes it; lets the microphone be used
        wait(lambda: state() == "established", "the call is taken")


@contextmanager
def listening_bot() -> Iterator[str]:
    """A bot that takes every notification."""

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Taking) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/bot"
        finally:
            server.shutdown()
            thread.join()


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=20)
