"""The real window on an X server, driven as by a person: xdotool types and clicks, Pillow looks.

What the window is to do is awaited by its control plane or by what is seen on the screen.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageGrab

from dev_common import ROOT

PATIENCE = 30.0
"""Seconds for anything: the longest is a call of 12 s, on a busy machine."""
LOOK = 0.15
"""Seconds between two looks at the screen; what is alike in both has come to rest."""
SMALL = 150
"""Pixels: what is not wider and taller is no window but a tool tip."""
COLOURS = 255
"""Of a picture's file: enough for a window of few colours, and a third of the size."""


class Failed(Exception):
    """The window did not do what it was to do; the message says what."""


class Box(NamedTuple):
    """A part of the screen, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        return self.right - self.left, self.bottom - self.top


class DrivenWindow:
    """One process of the window on ``display``; :func:`opened` makes one."""

    def __init__(
        self, process: subprocess.Popen[bytes], display: str, control: dict[str, str]
    ) -> None:
        self._process = process
        self._display = display
        self._control = control
        self.main = self._largest()

    # -- the hand ----------------------------------------------------------------------------

    def key(self, *keys: str) -> None:
        """Press keys, by their X names, in whichever window has the focus."""
        self._xdotool("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type ``text``."""
        self._xdotool("type", "--delay", "15", text)

    def click(self, x: int, y: int) -> None:
        """Click there, in pixels of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def resize(self, width: int, height: int) -> None:
        """Put the main window into the upper left corner, at this size in pixels."""
        self._xdotool("windowmove", self.main, "0", "0")
        self._xdotool("windowsize", "--sync", self.main, str(width), str(height))
        self.settled(f"the window at {width}x{height}")

    def take_focus(self) -> None:
        """Give the focus to the main window, which another one may be by now."""
        self.main = self._largest()
        self._xdotool("windowfocus", "--sync", self.main)

    def command(self, words: str, what: str) -> None:
        """Run the command of the palette (Ctrl+K) that ``words`` find; ``what`` is to be seen."""
        self.take_focus()
        before = self.picture()
        self.key("ctrl+k")
        palette = self._other("the palette opens")
        self.type(words)
        place = self._box(palette)
        found = self.settled("the palette has found it").crop(place)
        self.key("Return")
        self.until(lambda: palette not in self._visible(), "the palette closes")
        # X leaves its picture there until the window has painted what was below.
        self.until(lambda: not same(found, self.picture().crop(place)), what)
        self.settled(what, since=before)

    def another_main(self, before: str, what: str) -> None:
        """Wait until another main window stands in the place of ``before``; give it the focus."""
        self.until(lambda: before not in self._visible() and self._visible(), what)
        self.take_focus()

    def other_window(self, what: str) -> Box:
        """Return where the one window beside the main one lies, once it is there."""
        return self._box(self._other(what))

    # -- the eye -----------------------------------------------------------------------------

    def picture(self) -> Image.Image:
        """Return the main window's part of the screen."""
        box = self._find(self.main)
        if box is None:  # another language makes another window
            self.until(self._visible, "there is a window again")
            self.main = self._largest()
            box = self._box(self.main)
        return ImageGrab.grab(xdisplay=self._display).convert("RGB").crop(box)

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

    def _xdotool(self, *arguments: str) -> str:
        return _xdotool(self._display, *arguments)

    def _visible(self) -> list[str]:
        """The ids of its windows on the screen, the largest first; without tool tips."""
        found = self._xdotool("search", "--onlyvisible", "--pid", str(self._process.pid)).split()
        places = {window: self._find(window) for window in found}
        sizes = {
            w: math.prod(box.size) for w, box in places.items() if box and min(box.size) > SMALL
        }
        return sorted(sizes, key=lambda window: -sizes[window])

    def _other(self, what: str) -> str:
        found: list[str] = []

        def is_there() -> bool:
            found[:] = [window for window in self._visible() if window != self.main]
            return bool(found)

        self.until(is_there, what)
        return found[0]

    def _largest(self) -> str:
        found = self._visible()
        if not found:
            raise Failed("There is no window on the screen.")
        return found[0]

    def _box(self, window: str) -> Box:
        box = self._find(window)
        if box is None:
            raise Failed(f"The window {window} has gone.")
        return box

    def _find(self, window: str) -> Box | None:
        """Where the window lies; None where it has gone."""
        try:
            told = self._xdotool("getwindowgeometry", "--shell", window)
        except Failed as problem:
            if "BadWindow" in str(problem):
                return None
            raise
        facts = dict(line.split("=", 1) for line in told.split())
        left, top = int(facts["X"]), int(facts["Y"])
        return Box(left, top, left + int(facts["WIDTH"]), top + int(facts["HEIGHT"]))


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


def save(picture: Image.Image, path: Path) -> None:
    """Write ``picture`` as a small PNG."""
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def same(one: Image.Image, other: Image.Image) -> bool:
    """Say whether two pictures look exactly alike."""
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


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


def _xdotool(display: str, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise Failed("There is no xdotool: packaging/dev.py setup installs it.") from None
    if done.returncode != 0 and done.stderr.strip():
        raise Failed(f"xdotool {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
