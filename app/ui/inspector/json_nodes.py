"""JSON as nodes of a tree: made when they are looked at, found without being made. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

Path = tuple[int, ...]
"""The way to a node: the number of the member at each level."""

_PLAIN: Final = re.compile(r"[A-Za-z_]\w*", re.ASCII)
LONGEST: Final = 500
"""Characters of a text that a line of the tree shows."""


class Node:
    """``key`` is a member's name or an item's number; ``None`` for the whole."""

    __slots__ = ("_children", "key", "parent", "row", "value")

    def __init__(self, value: Any, key: str | int | None, parent: Node | None, row: int) -> None:
        self.value = value
        self.key = key
        self.parent = parent
        self.row = row
        self._children: list[Node] | None = None

    @property
    def is_folder(self) -> bool:
        """Whether it can have members."""
        return isinstance(self.value, dict | list)

    @property
    def children(self) -> list[Node]:
        """Its members."""
        if self._children is None:
            self._children = [
                Node(value, key, self, row) for row, (key, value) in enumerate(_members(self.value))
            ]
        return self._children

    @property
    def path(self) -> str:
        """The place as JSONPath: ``$.value[0].resourceData['@odata.type']``."""
        parts: list[str] = []
        node: Node | None = self
        while node is not None and node.key is not None:
            parts.append(_step(node.key))
            node = node.parent
        return "$" + "".join(reversed(parts))

    @property
    def text(self) -> str:
        """The value on one line, as JSON; of a folder what is in it, short."""
        if isinstance(self.value, dict):
            return "{}" if not self.value else f"{{{len(self.value)}}}"
        if isinstance(self.value, list):
            return "[]" if not self.value else f"[{len(self.value)}]"
        text = json.dumps(self.value, ensure_ascii=False)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

    def plain(self) -> str:
        """Return the value for the clipboard: a text without its quotes, anything else as JSON."""
        return self.value if isinstance(self.value, str) else self.pretty()

    def pretty(self) -> str:
        """Return the value as indented JSON; of one too deep for that, what is in it, short."""
        try:
            return json.dumps(self.value, indent=2, ensure_ascii=False)
        except RecursionError:
            return self.text


def find(value: Any, wanted: str) -> list[Path]:
    """Return the ways to all nodes with ``wanted`` in their name or value, in any case, in the
    order in which they stand."""
    needle = wanted.casefold()
    if not needle:
        return []
    found: list[Path] = []
    waiting: list[tuple[Path, str | int, Any]] = [((), 0, value)]
    while waiting:
        path, key, node = waiting.pop()
        if path and (_has(node, needle) or (isinstance(key, str) and needle in key.casefold())):
            found.append(path)
        below = [((*path, row), name, item) for row, (name, item) in enumerate(_members(node))]
        waiting += reversed(below)
    return found


def count(value: Any, most: int) -> int:
    """Return how many nodes there are, ``most`` at the most."""
    total, waiting = 0, [value]
    while waiting and total < most:
        node = waiting.pop()
        total += 1
        waiting += [item for _, item in _members(node)]
    return min(total, most)


def _has(value: Any, needle: str) -> bool:
    if isinstance(value, dict | list):
        return False
    text = value if isinstance(value, str) else json.dumps(value)
    return needle in text.casefold()


def _members(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _step(key: str | int) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    if _PLAIN.fullmatch(key):
        return f".{key}"
    escaped = key.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"
