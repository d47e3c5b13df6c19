"""``callsim``: the window."""

from __future__ import annotations

import argparse
import sys

from app.cli.options import read_settings


def window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    from app.main import Desktop
    from app.ui.application import run_window

    core = Desktop(read_settings(options), allowed_targets=getattr(options, "allow_target", []))
    return run_window(core, sys.argv[:1])
