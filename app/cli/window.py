"""``callsim``: the window."""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import gc
import sys
from collections.abc import Iterator
from pathlib import Path

from app.cli import UserError
from app.cli.display import require_display, require_qt
from app.cli.guard import CRASHED
from app.cli.options import apply_settings
from app.cli.ready import check_ready, write_ready
from app.crash_report import FaultFile, adopt_faults
from app.settings_file import load
from app.unexpected import Crash, listen, unexpected


def window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed. Raises UserError."""
    require_display()
    if getattr(options, "ready_file", None):
        check_ready(Path(options.ready_file))
    with _fault_file(), _shown_when_all_fails(), _collection_off():
        require_qt()
        return _window(options)
    return CRASHED


def _window(options: argparse.Namespace) -> int:
    faults = _earlier_faults()
    settings = apply_settings(load(), options)
    from app.desktop import Desktop
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
        return run_window(core, sys.argv[:1], desk, ready=ready, faults=faults)
    finally:
        if getattr(options, "ready_written", False):
            Path(options.ready_file).unlink(missing_ok=True)


@contextlib.contextmanager
def _shown_when_all_fails() -> Iterator[None]:
    """Show an error that ends the window itself, or keeps it from opening, in a dialog alone."""
    crashes: list[Crash] = []
    stop = listen(crashes.append)
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        unexpected(error, "the window")
        with contextlib.suppress(ImportError):  # without Qt there is stderr alone
            from app.ui.dialogs.crash_dialog import show_alone

            for crash in crashes[-1:]:
                show_alone(crash, sys.argv[:1])
    finally:
        stop()


@contextlib.contextmanager
def _collection_off() -> Iterator[None]:
    """Nothing that is imported is garbage: looking for it takes 50 ms of the start. The window
    collects by itself (app.ui.garbage)."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextlib.contextmanager
def _fault_file() -> Iterator[None]:
    """Where the stacks go when the process dies: a window has no console to print them to."""
    try:
        fault_file = FaultFile()
    except OSError:
        yield  # a home that cannot be written to: then without
        return
    faulthandler.enable(fault_file.file)
    try:
        yield
    finally:
        faulthandler.disable()
        fault_file.close()


def _earlier_faults() -> list[Crash]:
    return [
        Crash("an earlier run", "The last run of the program died", text.read_text("utf-8"), text)
        for text in adopt_faults()
    ]
