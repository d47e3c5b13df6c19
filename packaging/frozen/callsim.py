"""Where the frozen program starts, under both of its names."""

import multiprocessing
import os
import sys
from pathlib import Path

from app.cli import main, window


def give_back_environment() -> None:
    """Linux: take back what the boot loader set so that our libraries are found.

    The dynamic linker has read it. Programs that are started from here (a bot, the voice, a file
    manager) would load our libraries in place of their own; another process of ours sets it anew.
    """
    given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if given is not None:
        os.environ["LD_LIBRARY_PATH"] = given
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        give_back_environment()
    multiprocessing.freeze_support()  # `simulate` works with several processes
    if sys.platform.startswith("linux") and not os.environ.get("LC_ALL"):
        # As Python does by itself (PEP 538), and the frozen one does not: Qt would complain.
        characters = os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
        if characters in ("C", "POSIX"):
            os.environ["LC_CTYPE"] = "C.UTF-8"
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("wayland"):
        # For all programs of this user; in here Qt speaks X11 alone (left_out.py).
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    windowed = Path(sys.argv[0]).stem == "callsim-window"
    sys.exit(window() if windowed else main())
