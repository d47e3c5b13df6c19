"""Looks for a display before Qt does: where there is none, Qt aborts the process."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Final

from app.cli import UserError

WITHOUT: Final = (
    "Open the window from a graphical session, or use a command that needs none "
    "(callsim --help), such as callsim serve."
)


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UserError where Qt would look for a display in vain. Linux; asks the X server."""
    if sys.platform in ("win32", "darwin"):
        return
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith("xcb"):
        return  # offscreen, or what its user knows better
    frozen = getattr(sys, "frozen", False)
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland and not frozen:
        return
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
