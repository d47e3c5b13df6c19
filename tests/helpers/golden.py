"""The exchanges that the documentation prints, and how to compare with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent.parent / "data" / "golden"

GENERATIONS: Final = {
    "v1.0": "v1_record_response",
    "beta": "beta_record_response",
    "2018": "record_2018",
}


def golden(generation: str) -> dict[str, Any]:
    """Return the exchange of a generation. ``differences`` names the members of the notification in
    which the simulator departs from the print by default."""
    path = FOLDER / f"{GENERATIONS[generation]}.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def differing(one: Any, other: Any) -> set[str]:
    """Return the dotted paths of all members that are not the same in both."""
    left, right = dict(_leaves(one)), dict(_leaves(other))
    missing = object()
    return {
        path
        for path in left.keys() | right.keys()
        if left.get(path, missing) != right.get(path, missing)
    }


def _leaves(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        inner = [(str(name), member) for name, member in value.items()]
    elif isinstance(value, list):
        inner = [(str(index), member) for index, member in enumerate(value)]
    else:
        return [(path, value)]
    return [leaf for name, member in inner for leaf in _leaves(member, f"{path}.{name}".strip("."))]
