"""Looks for what a window needs before Qt does, which aborts the process where that is missing."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.cli import UserError

WITHOUT: Final = (
    "Open the window from a graphical session, or use a command that needs none "
    "(callsim --help), such as callsim serve."
)

PACKAGES: Final = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libxkbcommon0"
)
"""What Qt's wheel takes from the system, as Debian and Ubuntu call it."""


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UserError where Qt would look for a display in vain. Linux; asks the X server."""
    if sys.platform in ("win32", "darwin"):
        return
    if not _is_x11(environment):
        return
    wayland = environment.get("WAYLAND_DISPLAY")
    display = environment.get("DISPLAY")
    if not display:
        why = "DISPLAY is not set"
        if wayland:
            why += ", and on Wayland this program needs XWayland"
        raise UserError(f"There is no display: {why}. {WITHOUT}")
    if not _answers(display):
        raise UserError(
            f"The display {display} (DISPLAY) does not answer, or refuses this user. {WITHOUT}"
        )


def require_qt(environment: Mapping[str, str] = os.environ) -> None:
    """Load Qt; UserError where the system lacks a library that it needs. Linux; main thread."""
    if sys.platform in ("win32", "darwin"):
        return
    try:
        import PySide6.QtWidgets

        if _is_x11(environment):
            folder = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
            ctypes.CDLL(str(folder / "libqxcb.so"))
    except (ImportError, OSError) as error:
        absent = re.match(r"(lib\S+): cannot open shared object file", str(error))
        if absent is None or "Qt" in absent[1]:
            raise
        raise UserError(
            f"The window needs {absent[1]}, which this system lacks. On Debian and Ubuntu: "
            f"sudo apt-get install {PACKAGES}"
        ) from None


def _is_x11(environment: Mapping[str, str]) -> bool:
    """Whether Qt will speak to an X server."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:  # offscreen, or what its user knows better
        return platform.startswith("xcb")
    return bool(getattr(sys, "frozen", False)) or not environment.get("WAYLAND_DISPLAY")


def _answers(display: str) -> bool:
    """Whether the X server takes a connection of ours, with the cookie of XAUTHORITY."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt names what it misses
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
