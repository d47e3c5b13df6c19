"""`dev.py build`: an environment of its own with pinned packages, and in it the build."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import dev_python
import dev_system
from dev_common import ROOT, WINDOWS, CannotGoOn, run_quietly, say

LOCK = ROOT / "packaging" / "requirements-build.txt"
VENV = ROOT / "build" / "venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed-from"


def build(arguments: list[str]) -> int:
    """Make the program for this system and everything else that goes into dist/."""
    dev_system.provide([*dev_system.QT, *dev_system.WINDOW, *dev_system.SOUND, *dev_system.BUILD])
    prepare()
    script = ROOT / "packaging" / "build_program.py"
    return subprocess.call([str(PYTHON), str(script), *arguments], cwd=str(ROOT))


def prepare() -> None:
    """Make build/venv from the lock file, where that is not done yet. Raises CannotGoOn."""
    python = dev_python.find_python(sys.version_info[:2], dev_python.supported())
    stamp = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {os.path.realpath(python)} {ROOT}\n"
    if STAMP.is_file() and STAMP.read_text("utf-8") == stamp:
        return
    say("Installing what the build needs into build/venv, by packaging/requirements-build.txt")
    install = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    for command in (
        [python, "-m", "venv", "--clear", str(VENV)],
        # Only wheels, and only those whose hash is in the lock file.
        [*install, "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)],
    ):
        problem = run_quietly(command)
        if problem:
            raise CannotGoOn(f"{problem}\nThe command was: {' '.join(command)}")
    STAMP.write_text(stamp, "utf-8")
