"""The real window on an X server, driven as by a person: xdotool types and clicks, Pillow looks.

What the window is to do is awaited by its control plane or by what is seen on the screen.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageGrab

from dev_common import ROOT
from picture_parts import same, share_of_change
from x_windows import PATIENCE, Box, Failed, XWindows

LOOK = 0.15
"""Seconds between two looks at the screen; what is alike in both has come to rest."""

CLOSED = 0.02
"""Of a palette's pixels have changed when it has gone; its cursor, blinking, is far fewer."""


class DrivenWindow:
    """One process of the window on ``display``; :func:`opened` makes one."""

    def __init__(
        self, process: subprocess.Popen[bytes], display: str, control: dict[str, str]
    ) -> None:
        self._process = process
        self._x = XWindows(display, process.pid)
        self._control = control
        self.main = self._x.largest()

    # -- the hand ----------------------------------------------------------------------------

    def key(self, *keys: str) -> None:
        """Press keys, by their X names, in whichever window has the focus."""
        self._x.xdotool("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type ``text``."""
        self._x.xdotool("type", "--delay", "15", text)

    def click(self, x: int, y: int) -> None:
        """Click there, in pixels of the screen."""
        self._x.xdotool("mousemove", str(x), str(y), "click", "1")

    def resize(self, width: int, height: int) -> None:
        """Put the main window into the upper left corner, at this size in pixels."""
        self._x.xdotool("windowmove", self.main, "0", "0")
        self._x.xdotool("windowsize", "--sync", self.main, str(width), str(height))
        self.settled(f"the window at {width}x{height}")

    def take_focus(self) -> None:
        """Give the focus to the main window, which another one may be by now."""
        self.main = self._x.largest()
        self._x.xdotool("windowfocus", "--sync", self.main)

    def command(self, words: str, what: str) -> None:
        """Run the command of the palette (Ctrl+K) that ``words`` find; ``what`` is to be seen."""
        self.take_focus()
        before = self.picture()
        self.key("ctrl+k")
        palette = self._other("the palette opens")
        self.type(words)
        place = self._x.box(palette)
        found = self.settled("the palette has found it").crop(place)
        self.key("Return")
        self.until(lambda: palette not in self._x.visible(), "the palette closes")
        # X leaves its picture there until the window has painted what was below.
        self.until(lambda: share_of_change(found, self.picture().crop(place)) > CLOSED, what)
        self.settled(what, since=before)

    def another_main(self, before: str, what: str) -> None:
        """Wait until another main window stands in the place of ``before``; give it the focus."""
        self.until(lambda: before not in self._x.visible() and self._x.visible(), what)
        self.take_focus()

    def other_window(self, what: str) -> Box:
        """Return where the one window beside the main one lies, once it is there."""
        return self._x.box(self._other(what))

    # -- the eye -----------------------------------------------------------------------------

    def picture(self) -> Image.Image:
        """Return the main window's part of the screen."""
        box = self._x.find(self.main)
        if box is None:  # another language makes another window
            self.until(self._x.visible, "there is a window again")
            self.main = self._x.largest()
            box = self._x.box(self.main)
        return ImageGrab.grab(xdisplay=self._x.display).convert("RGB").crop(box)

    def settled(self, what: str, *, since: Image.Image | None = None) -> Image.Image:
        """Wait until the screen rests (and looks otherwise than ``since``); return how it looks."""
        last: list[Image.Image] = [self.picture()]

        def rests() -> bool:
            time.sleep(LOOK)
            before, last[0] = last[0], self.picture()
            return same(before, last[0]) and (since is None or not same(since, last[0]))

        self.until(rests, what)
        return last[0]

    # -- what it says ------------------------------------------------------------------------

    def ask(self, path: str) -> Any:
        """Return what the control plane answers to a GET."""
        request = urllib.request.Request(
            f"{self._control['controlUrl']}{path}",
            headers={"X-Callsim-Key": self._control["controlKey"]},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    @property
    def base_url(self) -> str:
        """Where the local Graph is."""
        return self._control["baseUrl"]

    def records(self, kind: str) -> list[dict[str, Any]]:
        """Return the records of this kind, the oldest first."""
        found = self.ask("/records?since=0")["records"]
        return [record for record in found if record["kind"] == kind]

    def call_state(self) -> str:
        """Return the state of the newest call, empty where there is none."""
        calls = self.ask("/calls")["calls"]
        return str(calls[-1]["state"]) if calls else ""

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for ``condition``. Raises Failed where it does not come true, or nothing can."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if self._process.poll() is not None:
                raise Failed(f"The window ended with {self._process.returncode} before {what}.")
            if time.monotonic() > deadline:
                raise Failed(f"Not within {PATIENCE:.0f} s: {what}.")
            time.sleep(0.03)

    # -- inside ------------------------------------------------------------------------------

    def _other(self, what: str) -> str:
        found: list[str] = []

        def is_there() -> bool:
            found[:] = [window for window in self._x.visible() if window != self.main]
            return bool(found)

        self.until(is_there, what)
        return found[0]


@contextlib.contextmanager
def opened(home: Path, display: str, command: list[str] | None = None) -> Iterator[DrivenWindow]:
    """Open the window on ``display`` with its folders in ``home``; close it afterwards.

    ``command`` is what opens it, without the option for the ready file. Raises Failed where it
    does not open, or ends otherwise than with 0.
    """
    ready, log = home / "ready.json", home / "window.log"
    command = command or [sys.executable, "-m", "app", "window"]
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [*command, "--ready-file", str(ready)],
            cwd=str(ROOT),
            env=_environment(home, display),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not ready.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failed(f"The window did not get ready:\n{log.read_text('utf-8')[-2000:]}")
            time.sleep(0.03)
        yield DrivenWindow(process, display, json.loads(ready.read_text("utf-8")))
        process.send_signal(signal.SIGINT)
        if process.wait(PATIENCE) != 0:
            raise Failed(f"The window ended with {process.returncode}:\n{log.read_text('utf-8')}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _environment(home: Path, display: str) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in _FOLDERS}
    return {
        **os.environ,
        **folders,
        "HOME": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": "1",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


_FOLDERS = ("CACHE", "CONFIG", "DATA", "STATE")
