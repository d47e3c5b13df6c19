"""Reads a request body: bytes to a JSON object, and typed values out of that object.

Graph matches parameter names without regard to case; an explicit null means the default (official
bots send them); properties nobody asks for are tolerated (contract sections 1.1 and 7).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from app.graph.errors import GraphError, bad_request, invalid_argument

MAX_DEPTH: Final = 32
"""Deepest nesting of arrays and objects in a body; Graph's own requests reach 5."""


MOST_DIGITS: Final = 1_000
"""Of an integer: Python refuses 4,300, in words that only Python understands."""


def read_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in ``body`` (UTF-8; an empty body is ``{}``).

    Raises GraphError (400) for anything else: other types, doubled names, NaN, too deep nesting.
    """
    if not body.strip():
        return {}
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise bad_request(f"The body is not UTF-8 (byte {error.start}).") from None
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise bad_request(f"{error.msg} at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise bad_request(f"It is nested deeper than {MAX_DEPTH} levels.") from None
    except ValueError as error:
        raise bad_request(f"{error}.") from None
    if "\\u" in text and not _is_text(value):
        raise bad_request("A string holds half of a surrogate pair, which is no character.")
    # A body with few brackets cannot be deep: no need to walk through it.
    if text.count("{") + text.count("[") > MAX_DEPTH and _depth(value) > MAX_DEPTH:
        raise bad_request(f"It is nested deeper than {MAX_DEPTH} levels.")
    if not isinstance(value, dict):
        raise bad_request(f"The body has to be a JSON object, not {_kind(value)}.")
    return value


class Fields:
    """Typed access to the members of one JSON object; ``path`` names it in errors."""

    def __init__(self, members: Mapping[str, Any], path: str = "") -> None:
        self._members = {name.lower(): value for name, value in members.items()}
        self._path = path

    def name(self, field: str) -> str:
        return f"{self._path}.{field}" if self._path else field

    def value(self, field: str) -> Any:
        """Return the member as it is; ``None`` where it is absent or null."""
        return self._members.get(field.lower())

    def text(self, field: str) -> str | None:
        """Return a string, or ``None`` where it is absent or null."""
        value = self.value(field)
        if value is not None and not isinstance(value, str):
            self.refuse(field, f"expected a string, got {_kind(value)}.")
        return value

    def flag(self, field: str, default: bool) -> bool:  # noqa: FBT001
        """Return a boolean."""
        value = self.value(field)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(field, f"expected true or false, got {_kind(value)}.")
        return value

    def integer(self, field: str, default: int, low: int, high: int) -> int:
        """Return an integer in ``low..high``."""
        value = self.value(field)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int):
            self.refuse(field, f"expected an integer, got {_kind(value)}.")
        if not low <= value <= high:
            self.refuse(field, f"{str(value)[:20]} is out of range {low}..{high}.")
        return value

    def items(self, field: str) -> list[Any]:
        """Return an array; empty where it is absent or null."""
        value = self.value(field)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(field, f"expected an array, got {_kind(value)}.")
        return value

    def child(self, field: str) -> Fields | None:
        """Return a nested object, or ``None`` where it is absent or null."""
        value = self.value(field)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.refuse(field, f"expected an object, got {_kind(value)}.")
        return Fields(value, self.name(field))

    def refuse(self, field: str, problem: str) -> NoReturn:
        """Raise the refusal that names ``field``."""
        raise invalid_argument(self.name(field), problem)

    def missing(self, field: str) -> GraphError:
        """Return the refusal for a required member that is absent."""
        return invalid_argument(self.name(field), "it is required.")


def kind_matches(type_name: str | None, expected: str) -> bool:
    """Whether an ``@odata.type`` (absent is fine, the leading ``#`` optional) is ``expected``."""
    if type_name is None:
        return True
    return type_name.removeprefix("#").lower() == f"microsoft.graph.{expected}".lower()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len({name.lower() for name in members}) == len(pairs):
        return members
    seen: set[str] = set()
    for name, _ in pairs:
        if name.lower() in seen:
            raise ValueError(f"The name '{name[:64]}' is given twice")
        seen.add(name.lower())
    return members


def _is_text(value: Any) -> bool:
    """Whether every string in ``value`` can be sent on as UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"A number has {len(digits)} digits; {MOST_DIGITS} are the most")
    return int(digits)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_integer
)


def _depth(value: Any) -> int:
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, dict):
            node = list(node.values())
        if isinstance(node, list):
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                return deepest
            waiting += [(child, depth + 1) for child in node]
    return deepest


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, int):
        return "an integer"
    if isinstance(value, float):
        return "a fractional number"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list) else "an object"
