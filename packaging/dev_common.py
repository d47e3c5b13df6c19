"""What the parts of packaging/dev.py share: the checkout, plain output, and a way to stop.

Like all of packaging/dev*.py this file uses the standard library only and has to parse on
Python 3.8: someone may start dev.py with an old Python, and then it must say what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

LOGS = ROOT / "test-output"
"""What the steps of `test` wrote; not under version control."""

LINUX = sys.platform.startswith("linux")
WINDOWS = sys.platform == "win32"


class CannotGoOn(Exception):
    """Set-up has to stop; the message says what is wrong and what to do about it."""


def say(text: str = "") -> None:
    """Print one plain line at once, so that a log shows where a slow step stands."""
    print(text, flush=True)


def output_of(command: list[str], *, seconds: float = 60) -> str | None:
    """Return what `command` prints, or None where it is absent, fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def as_administrator() -> list[str] | None:
    """Return the prefix that gives a command administrator's rights, or None.

    An empty list for root, `sudo -n` where sudo asks for no password. It never asks for one:
    the script also runs where nobody can answer.
    """
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if output_of(["sudo", "-n", "true"]) is not None:
        return ["sudo", "-n"]
    return None


def apt_install(packages: list[str], *, why: str) -> bool:
    """Install Debian packages where this user may; else print the exact command.

    Returns True when they are installed now.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    rights = as_administrator()
    if rights is None:
        say(f"{why} Please run this, then start again:")
        say(f"    sudo apt-get update && sudo {' '.join(command)}")
        return False
    say(f"{why} Installing: {' '.join(packages)}")
    quiet = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    # The lists of a fresh container are empty. One source that cannot be reached is no reason
    # to stop: the install itself will tell.
    run_quietly([*quiet, "apt-get", "update"])
    problem = run_quietly([*quiet, *command])
    if problem:
        say(problem)
        say(f"apt-get failed. The command was: {' '.join([*rights, *command])}")
    return not problem


def run_quietly(command: list[str]) -> str:
    """Run `command` without input; return "" when it succeeded, else everything it printed."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        return f"{command[0]}: {error}"
    if done.returncode == 0:
        return ""
    return done.stdout.decode("utf-8", "replace") or f"{command[0]} ended with {done.returncode}"


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their relatives."""
    return LINUX and shutil.which("apt-get") is not None
