"""The windows of a process on an X server, by xdotool: where they lie; keys and clicks for them."""

from __future__ import annotations

import math
import os
import subprocess
from typing import NamedTuple

PATIENCE = 30.0
"""Seconds for anything: the longest is a call of 20 s, on a busy machine."""
SMALL = 150
"""Pixels: what is not wider and taller is no window but a tool tip."""


class Failed(Exception):
    """Something did not do what it was to do; the message says what."""


class Box(NamedTuple):
    """A part of the screen, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        return self.right - self.left, self.bottom - self.top


class XWindows:
    """The windows that process ``pid`` has on ``display``; they are known by their X ids."""

    def __init__(self, display: str, pid: int) -> None:
        self.display = display
        self._pid = pid

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool and return what it prints. Raises Failed."""
        return xdotool(self.display, *arguments)

    def visible(self) -> list[str]:
        """Return the windows on the screen, the largest first; without tool tips."""
        found = self.xdotool("search", "--onlyvisible", "--pid", str(self._pid)).split()
        places = {window: self.find(window) for window in found}
        sizes = {
            w: math.prod(box.size) for w, box in places.items() if box and min(box.size) > SMALL
        }
        return sorted(sizes, key=lambda window: -sizes[window])

    def largest(self) -> str:
        """Return the largest window. Raises Failed where there is none."""
        found = self.visible()
        if not found:
            raise Failed("There is no window on the screen.")
        return found[0]

    def box(self, window: str) -> Box:
        """Return where ``window`` lies. Raises Failed where it has gone."""
        box = self.find(window)
        if box is None:
            raise Failed(f"The window {window} has gone.")
        return box

    def find(self, window: str) -> Box | None:
        """Return where ``window`` lies; None where it has gone."""
        try:
            told = self.xdotool("getwindowgeometry", "--shell", window)
        except Failed as problem:
            if "BadWindow" in str(problem):
                return None
            raise
        facts = dict(line.split("=", 1) for line in told.split())
        left, top = int(facts["X"]), int(facts["Y"])
        return Box(left, top, left + int(facts["WIDTH"]), top + int(facts["HEIGHT"]))


def xdotool(display: str, *arguments: str) -> str:
    """Run xdotool on ``display`` and return what it prints. Raises Failed."""
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
