"""A folder of this run that only its owner can look into.

A lock in it, which the system lets go of with the process, tells the folder of a run that was
killed from one that is in use.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
import tempfile
import threading
import weakref
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

PREFIX: Final = "callsim-"

LOCK: Final = "lock"


class PrivateFolder:
    """Made with the first file, below the user's temporary folder. Any thread, blocks on the
    disk."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._guard = threading.Lock()

    def write(self, name: str, data: bytes) -> Path:
        """Write a file that only its owner can read; returns where. Raises OSError."""
        with self._guard:
            if self._path is None:
                self._path, lock = _make()
                # A program that ends without removing it does so on its way out.
                self._gone = weakref.finalize(self, _remove, self._path, lock)
            path = self._path / name
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        return path

    def remove(self) -> None:
        """Delete the folder with everything in it; can be repeated."""
        with self._guard:
            if self._path is not None:
                self._gone()
                self._path = None


def remove_leftovers(below: Path | None = None) -> None:
    """Delete the folders of this user's runs that were killed. Any thread, blocks on the disk.

    One that is in use, or that cannot be told from one, is left alone.
    """
    with contextlib.suppress(OSError), os.scandir(below or tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and _is_left(entry):
                shutil.rmtree(entry.path, ignore_errors=True)


def _make() -> tuple[Path, int]:
    """Return a new folder and its lock, which is held until it is closed."""
    path = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    if sys.platform != "win32":  # There, an open file cannot be deleted.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return path, lock


def _remove(path: Path, lock: int) -> None:
    os.close(lock)
    shutil.rmtree(path, ignore_errors=True)


def _is_left(entry: os.DirEntry[str]) -> bool:
    lock = Path(entry.path) / LOCK
    try:
        kind = entry.stat(follow_symlinks=False)
        if not stat.S_ISDIR(kind.st_mode):
            return False
        if sys.platform == "win32":
            lock.unlink()
            return True
        if kind.st_uid != os.getuid():
            return False
        found = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
        try:
            fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(found)
    except OSError:
        return False
    return True
