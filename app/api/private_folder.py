"""A folder of this run that only its owner can look into."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


class PrivateFolder:
    """Made with the first file, below the user's temporary folder. Blocks; one thread at a time."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def write(self, name: str, data: bytes) -> Path:
        """Write a file that only its owner can read; returns where. Raises OSError."""
        if self._path is None:
            self._path = Path(tempfile.mkdtemp(prefix="callsim-"))
        path = self._path / name
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
        return path

    def remove(self) -> None:
        """Delete the folder with everything in it; can be repeated."""
        if self._path is not None:
            shutil.rmtree(self._path, ignore_errors=True)
            self._path = None
