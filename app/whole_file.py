"""Writes a file whole or not at all: a full disk leaves neither half of it nor a lost old one."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write ``data`` to ``path``, with ``private`` for its owner alone. Raises OSError; blocks."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a pipe or a device, such as /dev/stdout
        return
    target = path.resolve()  # where a link leads
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    mode = 0o600 if private else 0o666
    scratch.unlink(missing_ok=True)
    try:
        with open(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)
