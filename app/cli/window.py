"""``callsim``: the window."""

from __future__ import annotations

import argparse
import sys

from app.cli.options import apply_settings
from app.settings_file import load


def window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    settings = apply_settings(load(), options)
    from app.main import Desktop
    from app.ui.application import run_window
    from app.ui.consent import ConsentDesk

    desk = ConsentDesk()
    allowed = getattr(options, "allow_target", [])
    core = Desktop(settings, allowed_targets=allowed, consent=desk.ask)
    return run_window(core, sys.argv[:1], desk)
