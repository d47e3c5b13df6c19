"""The ready file: tells a script where the program listens, and its keys, to its user alone."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.cli import UserError


def write_ready(path: Path, ready: Mapping[str, Any]) -> None:
    """Write ``ready`` as JSON, whole or not at all, for its owner only. Raises UserError."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.unlink(missing_ok=True)
        with open(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(json.dumps(ready) + "\n")
        scratch.replace(path)
    except OSError as error:
        raise UserError(f"The ready file '{path}' cannot be written ({error.strerror}).") from None
