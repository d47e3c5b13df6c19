"""Between the values of a body and what stands in the fields of the form. Pure; never raises."""

from __future__ import annotations

import copy
import json
from typing import Any, Final

from app.graph.catalogue import Parameter

ABSENT: Final = object()
"""The parameter is not in the body."""

_NAMESPACE: Final = "#microsoft.graph."


def to_text(parameter: Parameter, value: Any) -> str:
    """Return ``value`` as the form shows it; what does not fit its kind is shown as JSON."""
    if value is ABSENT:
        return ""
    shown: str | None = None
    match parameter.kind:
        case "text" | "url" | "choice":
            shown = value if isinstance(value, str) else None
        case "keys" | "words":
            shown = _joined(value)
        case "prompts":
            shown = _joined(_each(value, "mediaInfo", "uri"))
        case "users":
            shown = _joined(_each(value, "identity", "user", "id"))
        case "user":
            shown = _joined(_each([value], "identity", "user", "id"))
        case "media":
            name = value.get("@odata.type") if isinstance(value, dict) else None
            shown = name.removeprefix(_NAMESPACE) if isinstance(name, str) else None
    return json.dumps(value, ensure_ascii=False) if shown is None else shown


def from_text(parameter: Parameter, text: str, before: Any = ABSENT) -> Any:
    """Return the value for what stands in a field, ``ABSENT`` for nothing; of ``before``, the value
    there was, it keeps what the form does not show (the ``resourceId`` of a prompt, say).

    What cannot be read stays as it is, so that wrong values can be sent.
    """
    text = text.strip()
    if not text:
        return ABSENT
    match parameter.kind:
        case "flag" | "seconds" | "milliseconds":
            return _json(text, text)
        case "text" | "url" | "choice":
            return text
        case "media":
            return (before if isinstance(before, dict) else {}) | {
                "@odata.type": f"{_NAMESPACE}{text}"
            }
    if text.startswith(("[", "{")):
        return _json(text, text)
    words = text.split()
    old = before if isinstance(before, list) else []
    match parameter.kind:
        case "prompts":
            return [_prompt(word, old[n : n + 1]) for n, word in enumerate(words)]
        case "users":
            return [_user(word, old[n : n + 1]) for n, word in enumerate(words)]
        case "user":
            return _user(text, [before])
    return words


def _json(text: str, otherwise: Any) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return otherwise


def _joined(value: Any) -> str | None:
    """Return texts with spaces between them, where they can be told apart afterwards."""
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(item, str) and item and not item.split()[1:] for item in value):
        return None
    return " ".join(value)


def _each(value: Any, *path: str) -> Any:
    """Return what is at ``path`` in each of the objects of a list."""
    found = value if isinstance(value, list) else None
    for name in path:
        if found is None:
            return None
        found = [item.get(name) if isinstance(item, dict) else None for item in found]
    return found


def _prompt(uri: str, before: list[Any]) -> dict[str, Any]:
    return _with(
        before,
        {"@odata.type": f"{_NAMESPACE}mediaPrompt"},
        ("mediaInfo", {"@odata.type": f"{_NAMESPACE}mediaInfo"}),
        ("uri", uri),
    )


def _user(user_id: str, before: list[Any]) -> dict[str, Any]:
    return _with(
        before,
        {"@odata.type": f"{_NAMESPACE}invitationParticipantInfo"},
        ("identity", {"@odata.type": f"{_NAMESPACE}identitySet"}),
        ("user", {"@odata.type": f"{_NAMESPACE}identity"}),
        ("id", user_id),
    )


def _with(before: list[Any], fresh: dict[str, Any], *path: tuple[str, Any]) -> dict[str, Any]:
    """Return a copy of the first of ``before`` (else ``fresh``) with the last of ``path`` set."""
    made = copy.deepcopy(before[0]) if before and isinstance(before[0], dict) else fresh
    place = made
    for name, value in path[:-1]:
        if not isinstance(place.get(name), dict):
            place[name] = dict(value)
        place = place[name]
    name, value = path[-1]
    place[name] = value
    return made
