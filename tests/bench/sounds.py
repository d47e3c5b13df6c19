"""Studio voices for the bench: Debian's Asterisk prompts, fetched and unpacked, never installed.

Both are CC-BY-SA 3.0; nothing of them is kept in this repository.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

PACKAGES: Final = ("asterisk-core-sounds-en-wav", "asterisk-prompt-it-menardi-wav")
"""37 MB; 0.8 hours of two voices."""

KEPT: Final = Path(__file__).resolve().parents[2] / "test-output" / "sounds"
"""Where they stay for the next time; not under version control."""


class NoSounds(Exception):
    """The sounds cannot be had; the message says why."""


def fetch(folder: Path = KEPT) -> Path:
    """Return the folder with a folder for each voice. Raises NoSounds."""
    voices = folder / "usr" / "share" / "asterisk" / "sounds"
    done = folder / "complete"
    if done.is_file():
        return voices
    for program in ("apt-get", "dpkg-deb"):
        if shutil.which(program) is None:
            raise NoSounds(f"{program} is not here: the sounds come from Debian's packages.")
    folder.mkdir(parents=True, exist_ok=True)
    if _run(folder, "apt-get", "download", *PACKAGES):
        # The lists of a fresh container are empty, and old ones name what is gone.
        _run(folder, "apt-get", "update")
        problem = _run(folder, "apt-get", "download", *PACKAGES)
        if problem:
            raise NoSounds(f"apt-get cannot download {' '.join(PACKAGES)}: {problem}")
    for package in sorted(folder.glob("*.deb")):
        problem = _run(folder, "dpkg-deb", "-x", package.name, ".")
        if problem:
            raise NoSounds(f"{package.name} cannot be unpacked: {problem}")
        package.unlink()
    done.touch()
    return voices


def _run(folder: Path, *command: str) -> str:
    """Run a command in ``folder``; return "" or what it complained of."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return "" if ran.returncode == 0 else ran.stderr.strip() or f"it ended with {ran.returncode}"
