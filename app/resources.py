"""Finds the files of ``resources/``: in the source tree, a wheel, or the frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of the resource ``name`` (such as ``sounds/beep.wav``).

    Raises FileNotFoundError where the installation is incomplete. Any thread.
    """
    frozen = frozen_folder()
    places = [_HERE / "_resources", _HERE.parent / "resources"]
    if frozen is not None:
        places.insert(0, frozen / "resources")
    for place in places:
        if (place / name).is_file():
            return place / name
    raise FileNotFoundError(
        f"The file '{name}' of the program is missing (looked in "
        f"{', '.join(str(place) for place in places)}). Install the program again."
    )


def frozen_folder() -> Path | None:
    """Return the folder of the frozen program's files, ``None`` where it is not frozen."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)
