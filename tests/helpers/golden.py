"""The exchanges that the documentation prints, and how to compare with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent.parent / "data" / "golden"

GENERATIONS: Final = {
    "v1.0": "v1_record_response",
    "beta": "beta_record_response",
    "2018": "record_2018",
}

OTHERS: Final = (
    "answer",
    "cancel_media_processing",
    "delete_call",
    "play_prompt",
    "subscribe_to_tone",
)
"""Printed exchanges of other actions; their ``notifications`` are a list."""

CALL: Final = "57dab8b1-894c-409a-b240-bd8beae78896"
OPERATION: Final = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"
FILE: Final = "https://file.location/17e3b46c-f61d-4f4d-9635-c626ef18e6ad"
"""What the documentation calls a call, an operation and a recording."""


def golden(generation: str) -> dict[str, Any]:
    """Return the exchange of a generation. ``differences`` names the members of the notification in
    which the simulator departs from the print by default, ``misprints`` what cannot be as it is
    printed."""
    return exchange(GENERATIONS[generation])


def exchange(name: str) -> dict[str, Any]:
    """Return a printed exchange. Of OTHERS, ``differences`` has the members in which the simulator
    departs by default (``wire``) and under the docs-literal settings (``docs``), by part."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return loaded


@dataclass
class Own:
    """Gives what is each run's own the names that the documentation prints; ``etag`` is that of its
    resources."""

    base_url: str
    etag: str = "54451"
    names: dict[str, str] = field(default_factory=dict)

    def id(self, own: str, printed: str) -> None:
        """Take note of an id, in both spellings."""
        self.names[own] = printed
        self.names[_plain(own)] = _plain(printed)

    def printed(self, value: Any) -> Any:
        """Return ``value`` (JSON) with the names of the documentation."""
        text = json.dumps(value)
        # Longest first: a recording's address begins with that of the server.
        names = self.names | {self.base_url: "https://graph.microsoft.com"}
        for own in sorted(names, key=len, reverse=True):
            text = text.replace(own, names[own])
        return json.loads(re.sub(r'W/\\"\d+\\"', rf'W/\\"{self.etag}\\"', text))


def differing(one: Any, other: Any) -> set[str]:
    """Return the dotted paths of all members that are not the same in both."""
    left, right = dict(_leaves(one)), dict(_leaves(other))
    missing = object()
    return {
        path
        for path in left.keys() | right.keys()
        if left.get(path, missing) != right.get(path, missing)
    }


def members(paths: Iterable[str]) -> list[str]:
    """Return the members of a notification or its resource, or of a response, that hold them."""
    inner = {path.removeprefix("value.0.").removeprefix("resourceData.") for path in paths}
    return sorted({path if path.startswith("@") else path.split(".")[0] for path in inner})


def _plain(guid: str) -> str:
    return guid.replace("-", "").upper()


def _leaves(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        inner = [(str(name), member) for name, member in value.items()]
    elif isinstance(value, list):
        inner = [(str(index), member) for index, member in enumerate(value)]
    else:
        return [(path, value)]
    return [leaf for name, member in inner for leaf in _leaves(member, f"{path}.{name}".strip("."))]
