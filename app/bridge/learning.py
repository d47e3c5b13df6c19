"""Which ids two answers to the same request pair up."""

from __future__ import annotations

import json
from typing import Any

from app.bridge.call_map import CallMap
from app.bridge.headers import Headers


def learn(
    pairs: CallMap, simulated: tuple[Headers, bytes], real: tuple[Headers, bytes], *, method: str
) -> tuple[str, str] | None:
    """Pair what was created on both sides: a call, an operation, an invited participant.

    Each side's id is that of its body, or else the end of its Location. Returns the pair that was
    learnt.
    """
    if method != "POST":
        return None
    mine, theirs = _created(*simulated), _created(*real)
    if mine is None or theirs is None:
        return None
    pairs.set(mine, theirs)
    return mine, theirs


def _created(headers: Headers, body: bytes) -> str | None:
    found = read_object(body).get("id")
    if isinstance(found, str) and found:
        return found
    location = next((value for name, value in headers if name.lower() == "location"), "")
    return location.rstrip("/").rpartition("/")[2] or None


def read_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in ``body``; empty where it is something else."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
