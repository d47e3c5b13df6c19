"""Two answers to the same request, the simulator's and the real service's, field by field.

What differs is classed. *Expected*: ids, times, addresses and tokens, which can never agree, and
how long the answer took. *Shape*: a member that only one side has, or of another JSON type.
*Value*: the same member with another value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

Kind = Literal["expected", "shape", "value"]

Headers = tuple[tuple[str, str], ...]

TIME: Final = "time"
"""Where a difference is that says how long each answer took."""

ABSENT: Final = "(absent)"

EXPECTED_HEADERS: Final = frozenset(
    {
        "client-request-id",
        "date",
        "location",
        "ms-cv",
        "request-id",
        "scenario-id",
        "x-ms-ags-diagnostic",
    }
)
"""Headers of both whose values are each request's own."""

TRANSPORT: Final = frozenset(
    {
        "connection",
        "content-length",
        "keep-alive",
        "server",
        "strict-transport-security",
        "transfer-encoding",
        "vary",
    }
)
"""Headers that say nothing of Graph: how a gateway or this program carries an answer."""

_ID: Final = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_TOKENS: Final = ("recordingaccesstoken", "recordresourceaccesstoken")

REDACTED: Final = "[redacted]"
"""In place of a token, whose values say nothing and must not be kept."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer. ``seconds`` is how long it took."""

    status: int
    headers: Headers
    body: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Difference:
    """``where`` is ``time``, ``status``, ``header.NAME`` or ``body.PATH``; the sides as text for
    people, without tokens."""

    where: str
    kind: Kind
    simulated: str
    real: str

    def told(self) -> dict[str, str]:
        """Return it as records keep it (dataclasses.asdict costs as much as the request)."""
        return {
            "where": self.where,
            "kind": self.kind,
            "simulated": self.simulated,
            "real": self.real,
        }


def compare(
    simulated: Side, real: Side, replaced: tuple[str, str] | None = None
) -> tuple[Difference, ...]:
    """Return every difference of two answers. Any thread.

    ``replaced``: a value of the bot's request, and what the bridge sent in its place; where both
    come back, that is expected.
    """
    found: list[Difference] = []
    times = _milliseconds(simulated.seconds), _milliseconds(real.seconds)
    if times[0] != times[1]:
        found.append(Difference(TIME, "expected", *times))
    if simulated.status != real.status:
        found.append(Difference("status", "value", str(simulated.status), str(real.status)))
    found += _headers(_named(simulated.headers), _named(real.headers))
    mine, theirs = _json(simulated.body), _json(real.body)
    for one in _values("body", mine, theirs):
        own = (one.simulated, one.real) == replaced
        found.append(replace(one, kind="expected") if own else one)
    return tuple(found)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def _named(headers: Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers if name.lower() not in TRANSPORT}


def _headers(mine: Mapping[str, str], theirs: Mapping[str, str]) -> Iterable[Difference]:
    for name in sorted(mine.keys() | theirs.keys()):
        one, other = mine.get(name), theirs.get(name)
        if name == "content-type" and one and other:
            one, other = _media_type(one), _media_type(other)
        if one == other:
            continue
        where = f"header.{name}"
        if name == "set-cookie":
            one, other = one and REDACTED, other and REDACTED
        if one is None or other is None:
            yield Difference(where, "shape", one or ABSENT, other or ABSENT)
        else:
            kind: Kind = "expected" if name in EXPECTED_HEADERS else "value"
            yield Difference(where, kind, one, other)


def _values(where: str, mine: Any, theirs: Any) -> Iterable[Difference]:
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for name in [*mine, *(name for name in theirs if name not in mine)]:
            place = f"{where}.{name}"
            if name not in mine or name not in theirs:
                one = _shown(mine[name], name) if name in mine else ABSENT
                other = _shown(theirs[name], name) if name in theirs else ABSENT
                yield Difference(place, "shape", one, other)
            else:
                yield from _values(place, mine[name], theirs[name])
    elif isinstance(mine, list) and isinstance(theirs, list):
        for index in range(max(len(mine), len(theirs))):
            place = f"{where}[{index}]"
            if index >= len(mine) or index >= len(theirs):
                one = _shown(mine[index], where) if index < len(mine) else ABSENT
                other = _shown(theirs[index], where) if index < len(theirs) else ABSENT
                yield Difference(place, "shape", one, other)
            else:
                yield from _values(place, mine[index], theirs[index])
    elif _type(mine) != _type(theirs):
        yield Difference(where, "shape", _shown(mine, where), _shown(theirs, where))
    elif mine != theirs:
        expected = isinstance(mine, str) and _is_own(where, mine, theirs)
        kind: Kind = "expected" if expected else "value"
        yield Difference(where, kind, _shown(mine, where), _shown(theirs, where))


def _is_own(where: str, mine: str, theirs: str) -> bool:
    """Whether two strings differ as ids, times, addresses and tokens have to."""
    if _is_token(where):
        return bool(mine) and bool(theirs)
    for pattern in (_ID, _TIME):
        if pattern.fullmatch(mine) and pattern.fullmatch(theirs):
            return True
    # An address, or a path, that is the same once its ids are left out, hosts aside.
    one, other = _skeleton(mine), _skeleton(theirs)
    return one == other and one != mine


def _skeleton(text: str) -> str:
    return re.sub(r"^https?://[^/]+", "", _ID.sub("*", text))


def _json(body: str) -> Any:
    """Return the body's value; text that is no JSON stands for itself, nothing for ``None``."""
    if not body.strip():
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else type(value).__name__


def _shown(value: Any, where: str) -> str:
    """Return ``value`` as text; the end of ``where`` is the name of the member."""
    value = _without_tokens(value, where)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _without_tokens(value: Any, where: str) -> Any:
    if value and _is_token(where):
        return REDACTED
    if isinstance(value, dict):
        return {name: _without_tokens(item, name) for name, item in value.items()}
    return [_without_tokens(item, "") for item in value] if isinstance(value, list) else value


def _is_token(where: str) -> bool:
    return where.rpartition(".")[2].lower() in _TOKENS


def _media_type(value: str) -> str:
    return value.partition(";")[0].strip().lower()
