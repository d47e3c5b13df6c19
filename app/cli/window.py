"""``callsim``: the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli.options import apply_settings
from app.cli.ready import write_ready
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
    ready_file = getattr(options, "ready_file", None)

    def ready() -> None:
        if ready_file:
            write_ready(Path(ready_file), core.addresses())
            options.ready_written = True

    try:
        return run_window(core, sys.argv[:1], desk, ready=ready)
    finally:
        if getattr(options, "ready_written", False):
            Path(options.ready_file).unlink(missing_ok=True)
