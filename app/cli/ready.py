"""The ready file: tells a script where the program listens, and its keys, to its user alone."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli import UserError
from app.whole_file import write_whole


def check_ready(path: Path) -> None:
    """Raise UserError where no file can be put, before there is anything to tell in it."""
    if not path.parent.is_dir():
        why = f"there is no folder '{path.parent}'"
    elif path.is_dir():
        why = "it is a folder"
    elif not os.access(path.parent, os.W_OK):
        why = "its folder is not writable"
    else:
        return
    raise UserError(f"The ready file '{path}' cannot be written ({why}).")


def write_ready(path: Path, ready: Mapping[str, Any]) -> None:
    """Write ``ready`` as JSON, whole or not at all, for its owner only. Raises UserError."""
    try:
        write_whole(path, f"{json.dumps(ready)}\n".encode(), private=True)
    except OSError as error:
        raise UserError(f"The ready file '{path}' cannot be written ({error.strerror}).") from None
