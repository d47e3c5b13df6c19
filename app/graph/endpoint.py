"""What an address of the local Graph is about, read without complaint: for those who look at what
went over the wire, or are about to send something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from app.graph.ledger import LEDGER

Resource = Literal[
    "call",
    "calls",
    "operation",
    "operations",
    "participant",
    "participants",
    "recording",
    "action",
    "other",
]

NAMESPACE: Final = "microsoft.graph."

ACTIONS: Final = {
    name.lower(): name
    for name in (
        subject.removeprefix("action.") for subject in LEDGER if subject.startswith("action.")
    )
    if name not in ("create", "operations", "participants")
}
"""The actions in Graph's spelling; paths match in any case (contract section 1.1)."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``name`` is the action in Graph's spelling, or the path itself; ``generation`` is empty where
    the path has none (a recording's)."""

    resource: Resource
    name: str
    path: str
    call_id: str | None = None
    operation_id: str | None = None
    generation: str = ""


def read_endpoint(url: str) -> Endpoint:
    """Return what the address ``url`` of a Graph request is about. Any thread."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return Endpoint("other", url, url)
    parts = [part for part in path.split("/") if part]
    lower = [part.lower() for part in parts]
    if len(parts) == 2 and lower[0] == "recordings":
        return Endpoint("recording", "recording", path)
    if "calls" not in lower:
        return Endpoint("other", path or "/", path)
    version = lower[0] if lower[0] in ("v1.0", "beta") else ""
    match parts[lower.index("calls") + 1 :]:
        case []:
            return Endpoint("calls", "calls", path, generation=version)
        case [call_id]:
            return Endpoint("call", "call", path, call_id, generation=version)
        case [call_id, name, operation_id] if name.lower() == "operations":
            return Endpoint("operation", "operation", path, call_id, operation_id, version)
        case [call_id, name] if name.lower() in ("operations", "participants"):
            resource: Resource = "operations" if name.lower() == "operations" else "participants"
            return Endpoint(resource, name.lower(), path, call_id, generation=version)
        case [call_id, name, what] if name.lower() == "participants":
            if what.lower().removeprefix(NAMESPACE) == "invite":
                return Endpoint("action", "invite", path, call_id, generation=version)
            return Endpoint("participant", "participant", path, call_id, generation=version)
        case [call_id, name, _, what] if name.lower() == "participants":
            plain = what.lower().removeprefix(NAMESPACE)
            return Endpoint("participant", plain, path, call_id, generation=version)
        case [call_id, name]:
            plain = name.lower().removeprefix(NAMESPACE)
            generation = "2018" if plain == "record" and version == "beta" else version
            name = ACTIONS.get(plain, name)
            return Endpoint("action", name, path, call_id, generation=generation)
    return Endpoint("other", path, path, generation=version)
