"""Runs the real program with one fault put into it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.helpers.program import ROOT, environment

FAULT = "the fault of a test"


def command(place: str, *arguments: str) -> list[str]:
    """Return the command that runs ``callsim`` with ``arguments``, in which the function ``place``
    (``app.module:name`` or ``app.module:Class.name``) raises RuntimeError(FAULT)."""
    module, _, name = place.partition(":")
    owner, _, name = name.rpartition(".")
    code = (
        "import importlib, sys\n"
        "from app.cli import main\n"
        f"owner = importlib.import_module({module!r})\n"
        + (f"owner = getattr(owner, {owner!r})\n" if owner else "")
        + f"getattr(owner, {name!r})\n"
        "def fail(*_, **__):\n"
        f"    raise RuntimeError({FAULT!r})\n"
        f"setattr(owner, {name!r}, fail)\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    return [sys.executable, "-c", code, *arguments]


def run(
    place: str, *arguments: str, more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run it to its end, headless; ``more`` goes into its environment."""
    return subprocess.run(
        command(place, *arguments),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=environment() | (more or {}),
        stdin=subprocess.DEVNULL,
    )


def report_in(user_folders: Path) -> str:
    """Return the one report that was kept (``user_folders``: the fixture of that name)."""
    (report,) = user_folders.rglob("crash-*.txt")
    return report.read_text("utf-8")
